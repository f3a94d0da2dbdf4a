"""Views of figures: how each is looked at, once, or twice where some of the plan is supposed to be otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from alignplan.cli.viewing import Viewing, open_view
from alignplan.output.document import Block, Table
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.cli.options import WhatIf
    from alignplan.cli.settings import Settings

__all__ = ["Look", "show_figures"]


@record
class Look:
    """What a view sees of a plan.

    `answer` gives its JSON, `table` what can be laid beside the same of another plan: a row for each thing, its id
    first; of a sheet for machines every figure by itself. `blocks` gives what people see of one plan, left out: the
    table. The others as in :meth:`~alignplan.cli.viewing.Viewing.show`; `nothing` is what there is to note where
    nothing was found.
    """

    answer: Callable[[], Mapping[str, object]]
    table: Callable[[], Table]
    blocks: Callable[[], Sequence[Block]] | None = None
    spare: Sequence[str] = ()
    luxury: Sequence[str] = ()
    summary: str = ""
    nothing: str = ""


def show_figures(
    settings: Settings,
    name: str,
    look: Callable[[Viewing], Look],
    *,
    output_format: str | None = None,
    at: str | None = None,
    what_if: WhatIf | None = None,
) -> int:
    """Print what a view sees of the plan; with suppositions, beside what it would see. The exit code."""
    viewing = open_view(settings, output_format, at)
    if what_if:
        from alignplan.cli.supposing import show_what_if

        return show_what_if(viewing, name, look, what_if)
    seen = look(viewing)
    if seen.nothing:
        viewing.note(seen.nothing)
    if viewing.is_json:
        return viewing.show(name, seen.answer(), ())
    blocks = [seen.table()] if seen.blocks is None else seen.blocks()
    return viewing.show(name, {}, blocks, spare=seen.spare, luxury=seen.luxury, summary=seen.summary)
