"""`full`: each finding with its place, the lines of the plan around it, and the next step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from alignplan.diagnostics.report import CheckAnswer, LocatedRelated, Reported, Spot
from alignplan.output.closing import FIX_OPTIONS, ending
from alignplan.output.escape import Shown
from alignplan.output.frame import Mark, frames_of, gutter_of
from alignplan.output.ink import Ink, Pen
from alignplan.output.severity import PEN_OF_SEVERITY

__all__ = ["render"]

_MOST_OF_ONE_CODE = 200


def render(answer: CheckAnswer, ink: Ink) -> Iterator[Shown]:
    """The findings that are not waived, at most 200 of one code, then the summary."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in answer.findings:
        if finding.waived is not None:
            continue
        kind = (finding.code, finding.name)
        seen[kind] += 1
        if seen[kind] <= _MOST_OF_ONE_CODE:
            yield from _report(finding, ink)
            yield Shown("")
    yield from _left_out(seen, ink)
    yield from ending(answer, ink)


def _left_out(seen: Counter[tuple[str, str]], ink: Ink) -> Iterator[Shown]:
    rest = [(kind, number - _MOST_OF_ONE_CODE) for kind, number in seen.items() if number > _MOST_OF_ONE_CODE]
    for (code, name), number in rest:
        yield ink.show(f"… and {number} more {code} {name}; `--output-format concise` lists them all")
    if rest:
        yield Shown("")


def _report(finding: Reported, ink: Ink) -> Iterator[Shown]:
    pen = PEN_OF_SEVERITY[finding.severity]
    frames = frames_of(list(_marks(finding, pen)))
    gutter = gutter_of(frames)
    bar = ink.stroke(Shown(f"{' ' * gutter} |"), Pen.BOLD_BLUE)
    yield _header(finding, ink)
    yield _arrow(finding.spot, gutter, ink)
    if frames and finding.excerpt:
        yield bar
        yield from frames.pop(0).draw(gutter, ink)
    for frame in frames:
        yield bar
        yield _arrow(frame.marks[0].spot, gutter, ink)
        yield bar
        yield from frame.draw(gutter, ink)
    notes = list(_notes(finding, ink))
    if notes:
        yield bar
    for note in notes:
        yield Shown(f"{' ' * gutter} {ink.stroke(Shown('='), Pen.BOLD_BLUE)} {note}")


def _marks(finding: Reported, pen: Pen) -> Iterator[Mark]:
    if finding.excerpt and finding.excerpt.lines:
        yield Mark(finding.spot, finding.label, finding.excerpt, "^", pen)
    for related in finding.related:
        if related.excerpt and related.excerpt.lines:
            yield Mark(related.spot, related.message, related.excerpt, "-", Pen.BOLD_BLUE)


def _header(finding: Reported, ink: Ink) -> Shown:
    kind = Shown(f"{finding.severity.value}[{ink.show(finding.code)}]")
    text = Shown(f" {ink.show(finding.name)}: {ink.show(finding.message)}")
    return Shown(ink.stroke(kind, PEN_OF_SEVERITY[finding.severity]) + ink.stroke(text, Pen.BOLD))


def _arrow(spot: Spot, gutter: int, ink: Ink) -> Shown:
    return Shown(f"{' ' * gutter}{ink.stroke(Shown('-->'), Pen.BOLD_BLUE)} {_place(spot, ink)}")


def _notes(finding: Reported, ink: Ink) -> Iterator[Shown]:
    for related in finding.related:
        if not (related.excerpt and related.excerpt.lines):
            yield _note("note", _elsewhere(related, ink), Pen.BOLD, ink)
    if finding.help:
        yield _note("help", ink.show(finding.help), Pen.BOLD_CYAN, ink)
    if finding.fix is not None:
        yield _note("fix", Shown(f"`check {FIX_OPTIONS[finding.fix]}` does it"), Pen.BOLD_CYAN, ink)


def _note(word: str, text: Shown, pen: Pen, ink: Ink) -> Shown:
    return Shown(f"{ink.stroke(Shown(word + ':'), pen)} {text}")


def _elsewhere(related: LocatedRelated, ink: Ink) -> Shown:
    return Shown(f"{_place(related.spot, ink)}: {ink.show(related.message)}")


def _place(spot: Spot, ink: Ink) -> Shown:
    return Shown(f"{ink.show(spot.path)}:{spot.line}:{spot.column}")
