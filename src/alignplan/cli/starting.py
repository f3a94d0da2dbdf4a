"""Writing a plan to start from."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from alignplan import storage
from alignplan.cli.interview.stated import Stated
from alignplan.cli.made import FORMATS, tell_made
from alignplan.cli.patches import known_format
from alignplan.cli.settings import Settings
from alignplan.errors import Misuse
from alignplan.output.escape import terminal
from alignplan.output.streams import say, write

if TYPE_CHECKING:
    from alignplan.cli.pipelines import Placed

__all__ = ["Start", "begin", "check_folder", "list_starters"]

SCHEMA = "alignplan.schema.json"


def list_starters() -> int:
    """The names of the templates."""
    from alignplan.starters.examples import example_names

    write(example_names())
    return 0


@dataclass(frozen=True, slots=True)
class Start:
    """What was asked of `init`."""

    folder: str
    template: str | None
    stated: Stated
    output_format: str | None = None
    no_input: bool = False
    yes: bool = False
    dry_run: bool = False
    pipeline: str | None = None
    """The host whose CI is to check the plan: `github` or `gitlab`."""
    force: bool = False
    """Whether the file of that CI may be replaced."""


def begin(settings: Settings, start: Start) -> int:
    """Write the files of a new plan into a folder; all of them or none."""
    known_format(start.output_format, FORMATS)
    check_folder(start.folder)
    if start.force and start.pipeline is None:
        raise Misuse("--force replaces the file of a CI only", "name it: --ci github")
    if start.pipeline is not None and start.template is None and not start.stated.flags:
        from alignplan.cli.pipelines import plan_there

        there = plan_there(start.folder)
        if there is not None:
            start = replace(start, folder=there)
            return _write(settings, start, {}, _placed(start))
    if start.template is not None:
        _see_template(start.template, start.stated)
    _see_room(start.folder, ["alignplan.yaml", SCHEMA])
    placed = _placed(start)
    try:
        files = _files(settings, start)
    except KeyboardInterrupt:
        files = None
        say([""])
    if files is None:
        say(["nothing was written"])
        return 130
    return _write(settings, start, files, placed)


def _write(settings: Settings, start: Start, files: dict[str, str], placed: Placed | None) -> int:
    """Write the files of a plan (none where there is one already), and that of the CI where it is wanted."""
    _see_room(start.folder, files)
    paths = {os.path.join(start.folder, path): text for path, text in files.items()}
    before = {}
    if files and not start.dry_run:
        storage.write_all_new(start.folder, files)
    if placed is not None:
        paths[placed.path] = placed.text
        before = {} if placed.before is None else {placed.path: placed.before}
        if not start.dry_run:
            placed.write()
    root = os.path.join(start.folder, "alignplan.yaml")
    tell_made(settings, paths, before, start.output_format, root=root, dry_run=start.dry_run)
    if not settings.quiet:
        _say_next(start, bool(files), placed)
    return 0


def _say_next(start: Start, made: bool, placed: Placed | None) -> None:
    """What to do with what was written."""
    if made and not start.dry_run:
        inside = "" if os.path.normpath(start.folder) == "." else f" -C {shlex.quote(start.folder)}"
        say([terminal(f"next: alignplan{inside} check, then alignplan{inside} gaps")])
    if placed is not None:
        placed.say_next()


def _placed(start: Start) -> Placed | None:
    """The file of the CI. Raises Misuse."""
    if start.pipeline is None:
        return None
    from alignplan.cli.pipelines import place

    return place(start.pipeline, start.folder, force=start.force)


def _see_template(name: str, stated: Stated) -> None:
    from alignplan.starters.examples import look_up

    look_up(name)
    if stated.flags:
        raise Misuse(f"a template is a whole plan: {stated.flags[0]} does not go with --template")


def _see_room(folder: str, files: Iterable[str]) -> None:
    """Raises Misuse where one of the files is there."""
    for path in (os.path.join(folder, file) for file in files):
        if os.path.lexists(path):
            raise Misuse(
                f"{os.path.normpath(path)} is there already", "name another folder: alignplan init DIR"
            )


def check_folder(folder: str) -> None:
    """Raises Misuse for what cannot be the folder of a plan."""
    if not folder:
        raise Misuse("a plan needs a folder", "name one, or `.` for this one")
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise Misuse(f"{folder} is no folder", "name a folder for the plan")


def _files(settings: Settings, start: Start) -> dict[str, str] | None:
    """The files of the plan; none where the person at the terminal does not want them."""
    from alignplan.model.schema import plan_schema
    from alignplan.starters.examples import example_files
    from alignplan.starters.short import short_plan

    today = settings.today
    if start.template is not None:
        files = example_files(start.template, today)
    elif start.stated.flags or _asks(start):
        asked = _asked(start, today)
        if asked is None:
            return None
        files = asked
    else:
        files = short_plan(today)
    with_line = {
        path: _schema_line(path) + text if path.endswith(".yaml") else text for path, text in files.items()
    }
    return {**with_line, SCHEMA: json.dumps(plan_schema(), indent=2, ensure_ascii=False) + "\n"}


def _asks(start: Start) -> bool:
    from alignplan.cli.asking import can_ask

    return can_ask(no_input=start.no_input)


def _asked(start: Start, today: date) -> dict[str, str] | None:
    """The plan as answered, after a last yes where somebody can say it."""
    from alignplan.cli.asking import asker
    from alignplan.cli.interview import interviewed, summary
    from alignplan.starters.asked import asked_plan

    answers = interviewed(asker(no_input=start.no_input), start.stated, today)
    files = asked_plan(answers, today)
    if _asks(start):
        last = asker()
        last.tell(*summary(answers))
        path = os.path.normpath(os.path.join(start.folder, "alignplan.yaml"))
        if not (start.yes or start.dry_run or last.agrees(f"Write {path}?")):
            return None
    return files


def _schema_line(path: str) -> str:
    """The line by which editors find the schema."""
    return f"# yaml-language-server: $schema={'../' * path.count('/')}{SCHEMA}\n"
