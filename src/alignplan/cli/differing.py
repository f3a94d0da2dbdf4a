"""`diff` itself: how much of a comparison is shown, and the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignplan.cli.comparing import compared
from alignplan.cli.viewing import Viewing, known_format
from alignplan.errors import Misuse
from alignplan.views.diff import answer, blocks, sheet, statistics, summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignplan.cli.settings import Settings
    from alignplan.output.document import Block

__all__ = ["show_diff"]


def show_diff(
    settings: Settings,
    revisions: str | None,
    output_format: str | None,
    *,
    staged: bool,
    full: bool,
    stat: bool,
    exit_code: bool,
) -> int:
    """Print what changed; 0, or with `exit_code` 1 where something did."""
    if full and stat:
        raise Misuse("--full and --stat ask for opposite things", "keep one of the two")
    chosen = known_format(output_format)
    found, here = compared(settings, revisions, staged=staged)
    viewing = Viewing(settings, here, chosen)
    shown: Sequence[Block] = ()
    if stat:
        shown = statistics(found)
    elif viewing.is_sheet:
        shown = sheet(found)
    elif not viewing.is_json:
        shown = blocks(found, full=full)
    viewing.show("diff", answer(found, full=full) if viewing.is_json else {}, shown, summary=summary(found))
    return 1 if exit_code and found.differs else 0
