"""`alignplan help`: topics."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("TOOL", "alignplan help selectors", name="help")
def help_(
    settings: Settings,
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC]", help="exit-codes, selectors, formats, environment.")
    ] = None,
    man: Annotated[bool, typer.Option("--man", help="The manual page alignplan(1), for `man`.")] = False,
) -> int:
    """A topic: exit-codes, selectors, formats, environment."""
    from difflib import get_close_matches

    from alignplan.cli.topics import TOPICS
    from alignplan.errors import Misuse
    from alignplan.output.streams import write

    if man:
        from alignplan.cli.manual import manual

        write(manual().splitlines(), paged=False)
        return 0
    if topic is None:
        from alignplan.cli.help import overview

        lines = [*overview().splitlines(), "", "Topics: " + ", ".join(TOPICS)]
        write(lines, paged=settings.pager)
        return 0
    if topic not in TOPICS:
        near = get_close_matches(topic, TOPICS, n=1)
        raise Misuse(
            f"there is no topic {topic}",
            f"did you mean {near[0]}?" if near else "there are " + ", ".join(TOPICS),
        )
    write(TOPICS[topic].splitlines(), paged=settings.pager)
    return 0


COMMAND = help_
