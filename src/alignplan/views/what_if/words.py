"""What is supposed, in words, and what that makes of the plan as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.changes.effects import FigureChange
from alignplan.analysis.changes.wording import flow
from alignplan.analysis.figure_words import said_both
from alignplan.analysis.supposed import Supposed
from alignplan.output.document import Block, Cell, Facts, Prose, Tone

__all__ = ["figure_block", "head", "told"]

_TONES = {1: Tone.GOOD, 0: Tone.PLAIN, -1: Tone.BAD}
_TRENDS = {1: "✔", 0: "·", -1: "✘"}


def told(supposed: Supposed) -> str:
    """A supposition in a few words."""
    if supposed.option == "without":
        return f"without `{supposed.item}`"
    if supposed.option == "with":
        return f"with {supposed.file}"
    if supposed.what_if is None:
        return f"`{supposed.item}` without `{supposed.field}`"
    today = "" if supposed.today is None else flow(supposed.today)
    beside = ", as today" if today == supposed.what_if else f", not {today}" if today else ""
    return f"`{supposed.item}` with {supposed.field} {supposed.what_if}{beside}"


def head(supposed: Sequence[Supposed]) -> Block:
    """The suppositions, each on a line, and that they are nothing more."""
    lines = [Cell(f"What if: {told(one)}", tone=Tone.STRONG) for one in supposed]
    return Prose(
        (*lines, Cell("Today's values → what if (difference). Nothing is written.", tone=Tone.MUTED))
    )


def figure_block(found: Sequence[FigureChange]) -> list[Block]:
    """The figures of the plan as a whole that change, what becomes worse first."""
    pairs = tuple(_figures(found))
    return [Facts(pairs, "The plan as a whole")] if pairs else []


def _figures(found: Sequence[FigureChange]) -> Iterator[tuple[str, Cell]]:
    for one in found:
        old, new = said_both(one.figure, one.old, one.new)
        if old != new:
            yield f"{_TRENDS[one.trend]} {one.figure.name}", Cell(f"{old} → {new}", tone=_TONES[one.trend])
