"""`markdown`: a list for a pull-request comment or a job summary, both of which have a limit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from alignplan.diagnostics.report import CheckAnswer, Reported, Spot
from alignplan.output.closing import amounts, closing, unmet
from alignplan.output.escape import Marked, comment
from alignplan.output.ink import Ink
from alignplan.output.telling import header

__all__ = ["MARKER", "limited", "render"]

MARKER = Marked("<!-- alignplan check -->")
"""The first line, which nobody sees: what posts a comment finds its last one by it, and replaces that."""

_COMMENT = 65_000
"""Characters: a comment on GitHub holds 65,536, and what posts it may add a line of its own."""
_LONGEST = 500
"""Characters of a message that are shown; it may repeat at length what a plan says."""
_NOT_IN_CODE = re.compile(r"`|\A |[^\S ]")


def render(answer: CheckAnswer, ink: Ink) -> Iterator[Marked]:
    """What a comment can hold: the summary and the findings that are not waived, the gravest first."""
    return limited(answer, ink, _COMMENT, _utf16_units)


def limited(answer: CheckAnswer, ink: Ink, limit: int, size: Callable[[str], int]) -> Iterator[Marked]:
    """The same in `limit` units of `size`, with line ends. What has no room is counted, never left out in silence."""
    gates = [Marked(f"- **error** {_text(text, ink)}") for text in unmet(answer)]
    opening = [MARKER, Marked("### alignplan check"), Marked(""), _summary(answer), Marked(""), *gates]
    ordered = sorted(answer.open, key=lambda finding: finding.severity.rank)
    entries = [_entry(finding, ink) for finding in ordered]
    room = limit - sum(size(line) + 1 for line in (*opening, *_left_out(ordered, ink)))
    held = _held(entries, room, size)
    yield from opening if ordered or gates else opening[:-1]
    yield from entries[:held]
    if held < len(entries):
        yield from _left_out(ordered[held:], ink)


def _held(lines: list[Marked], room: int, size: Callable[[str], int]) -> int:
    """How many of the lines have room."""
    for number, line in enumerate(lines):
        room -= size(line) + 1
        if room < 0:
            return number
    return len(lines)


def _summary(answer: CheckAnswer) -> Marked:
    return Marked(f"{closing(answer)} As of {answer.as_of}.")


def _left_out(left: list[Reported], ink: Ink) -> tuple[Marked, Marked]:
    numbers = Counter(finding.severity for finding in left)
    text = f"… and {amounts(numbers)} more, for which there is no room here; `alignplan check -f concise` lists all."
    return Marked(""), Marked(ink.sign(text))


def _entry(finding: Reported, ink: Ink) -> Marked:
    head = f"**{finding.severity.value}** {_rule(finding, ink)} in {_where(finding.spot, ink)}"
    texts = [Marked(head), _text(finding.message, ink), _text(finding.help, ink)]
    return Marked(f"- {'<br>'.join(text for text in texts if text)}")


def _rule(finding: Reported, ink: Ink) -> Marked:
    name = _text(header(finding), ink)
    return Marked(f"[{name}]({finding.url})") if finding.url.startswith("https:") else name


def _where(spot: Spot, ink: Ink) -> Marked:
    if spot.path and not _NOT_IN_CODE.search(spot.path):
        return Marked(f"`{ink.show(spot.path)}:{spot.line}`")
    return Marked(f"{_text(spot.path, ink)}:{spot.line}")


def _text(text: str, ink: Ink) -> Marked:
    return comment(ink.sign(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"))


def _utf16_units(text: str) -> int:
    """Never fewer than the characters of `text`, however they are counted."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
