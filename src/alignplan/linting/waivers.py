"""Accepted exceptions: comments `# alignplan: ignore[A101] reason, until 2027-01-31` on the line of a key."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

from alignplan.diagnostics.finding import Finding, Part, Place, Remedy, Route, Safety
from alignplan.diagnostics.report import Waiver
from alignplan.linting.parted import ALWAYS
from alignplan.linting.selection import matching, nearest
from alignplan.loading.load import Loaded
from alignplan.text.places import Lines, Places, Span, locate

__all__ = ["Comment", "Waivers", "comments", "read_waivers", "with_ended"]

_COMMENT = re.compile(r"#\s*alignplan:\s*ignore\s*(?:\[([^\]\n]*)\])?([^\n]*)")
_UNTIL = re.compile(r"(?:,\s*until\s+(\S+)|\s+until\s+(\d{4}-\S*))\s*\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
_NEVER_WAIVED = ALWAYS | {"E015", "E016"}
_ENDED = "the suppression ended on"
_HOW = "write `# alignplan: ignore[A101] reason, until 2027-01-31`"


@dataclass(slots=True)
class Comment:
    """One waiver: what it says, the codes it waives, the routes whose lines it stands on."""

    file: str
    span: Span
    specs: tuple[str, ...]
    codes: frozenset[str]
    waiver: Waiver
    routes: tuple[Route, ...]
    used: bool = False

    @property
    def place(self) -> Place:
        """Where it stands, as a symbol: by the item it is about, and what it says."""
        return _place(self.file, self.span, self.routes, self.specs)


class Waivers:
    """All suppressions of a plan that hold."""

    def __init__(self, held: list[Comment], lost: Collection[tuple[str, Route]] = ()) -> None:
        self.held = held
        self._lost = lost
        self._by_route: dict[tuple[str, Route], list[Comment]] = {}
        for comment in held:
            for route in comment.routes:
                self._by_route.setdefault((comment.file, route), []).append(comment)

    def use(self, finding: Finding) -> Waiver | None:
        """What waives a finding: of its rule, on its line or above it; the nearest."""
        nearest = self.nearest(finding, used=True)
        return nearest.waiver if nearest is not None else None

    def nearest(self, finding: Finding, *, used: bool = False) -> Comment | None:
        """The comment that waives a finding; `used` marks all that would."""
        nearest: Comment | None = None
        if self._by_route:
            route = finding.place.route
            for length in range(1, len(route) + 1):
                for comment in self._by_route.get((finding.place.file, route[:length]), ()):
                    if finding.code in comment.codes:
                        comment.used = comment.used or used
                        nearest = comment
        return nearest

    def unused(self, ran: Collection[str]) -> Iterator[Finding]:
        """Those that suppress nothing, of rules that ran on what they stand beside (E016)."""
        for comment in self.held:
            codes = sorted(comment.codes.intersection(ran))
            if codes and not comment.used and not self._in_doubt(comment):
                shown = ", ".join(comment.specs)
                message = f"nothing to suppress here: {shown} finds nothing"
                safety = Safety.SAFE if comment.codes <= set(ran) else Safety.UNSAFE
                yield Finding(
                    "E016", message, comment.place, help="remove the comment", remedy=Remedy(safety)
                )

    def _in_doubt(self, comment: Comment) -> bool:
        """Whether something there could not be read, so that rules were silent about it."""
        return any(
            not lost or lost[: len(route)] == route or route[: len(lost)] == lost
            for file, lost in self._lost
            if file == comment.file
            for route in comment.routes or ((),)
        )


def read_waivers(loaded: Loaded, text_of: Callable[[str], str], today: date) -> tuple[Waivers, list[Finding]]:
    """The suppressions in all files of a plan, and what is wrong with the others (E015)."""
    held: list[Comment] = []
    findings: list[Finding] = []
    for file in loaded.files:
        if file.waivers:
            some, faults = comments(file.path, text_of(file.path), today)
            held.extend(some)
            findings.extend(faults)
    judged = [file for file in loaded.files if file.waivers]
    lost = {(file.path, route) for file in judged for route in (file.broken if file.whole else ((),))}
    return Waivers(held, lost), findings


def comments(file: str, text: str, today: date) -> tuple[list[Comment], list[Finding]]:
    """The waivers in a file that hold today, and what is wrong with the others (E015)."""
    held: list[Comment] = []
    findings: list[Finding] = []
    for comment, problem in _comments(file, text, today):
        if problem is None:
            held.append(comment)
        else:
            ended = Remedy(Safety.UNSAFE) if problem[0].startswith(_ENDED) else None
            findings.append(Finding("E015", problem[0], comment.place, help=problem[1], remedy=ended))
    return held, findings


def with_ended(file: str, text: str, today: date) -> Iterator[tuple[Comment, bool]]:
    """The waivers in a file that hold today, and those that did until their day came: these are marked."""
    for comment, problem in _comments(file, text, today):
        if problem is None or problem[0].startswith(_ENDED):
            yield comment, problem is not None


def _comments(file: str, text: str, today: date) -> Iterator[tuple[Comment, tuple[str, str] | None]]:
    """Every comment that means to waive, with what is wrong with it and the way out."""
    places, lines = locate(text), Lines(text)
    by_line = _keys_by_line(places, lines)
    for match in _matches(text, places):
        span = (match.start(), match.start() + len(match[0].rstrip()))
        routes = tuple(sorted(by_line.get(_line_meant(lines, match.start()), ()), key=len))
        specs = tuple(spec.strip() for spec in (match[1] or "").split(",") if spec.strip())
        reason, until = _split(match[2])
        codes = frozenset(code for spec in specs for code in matching(spec))
        comment = Comment(file, span, specs, codes, Waiver(reason, until), routes)
        yield comment, _problem(specs, reason, until, today)


def _place(file: str, span: Span, routes: tuple[Route, ...], specs: tuple[str, ...]) -> Place:
    above = routes[0] if routes else ()
    return Place(file, (*above, "#", ",".join(specs)), Part.VALUE, span)


def _matches(text: str, places: Places) -> Iterator[re.Match[str]]:
    """Comments that say so; what only looks like one inside a text does not hide one behind it."""
    at = 0
    while match := _COMMENT.search(text, at):
        if places.in_text(match.start()):
            at = match.start() + 1
        else:
            at = match.end()
            yield match


def _line_meant(lines: Lines, offset: int) -> int:
    """The line of a comment; of one that has a line to itself the next that is more than a comment."""
    line, column = lines.position(offset)
    if lines.line(line)[: column - 1].strip():
        return line
    while line < len(lines) and lines.line(line).lstrip().startswith("#"):
        line += 1
    return line


def _keys_by_line(places: Places, lines: Lines) -> dict[int, list[Route]]:
    """The routes whose key or entry begins on each line."""
    found: dict[int, list[Route]] = {}
    for route, node in places.keys().items():
        if route:
            line, _ = lines.position((node.key or node.value)[0])
            found.setdefault(line, []).append(route)
    return found


def _split(text: str) -> tuple[str, str]:
    """The reason and the end; `until` is the end behind a comma, or where a date follows."""
    match = _UNTIL.search(text)
    reason = text[: match.start()] if match else text
    return reason.strip(" \t\r:,"), (match[1] or match[2]) if match else ""


def _problem(specs: tuple[str, ...], reason: str, until: str, today: date) -> tuple[str, str] | None:
    """What is wrong with a suppression, and the way out."""
    if not specs:
        return "a suppression without a rule", _HOW
    for spec in specs:
        if not matching(spec):
            return f"there is no rule `{spec}` to suppress", nearest(spec)
        if set(matching(spec)) <= _NEVER_WAIVED:
            return f"{spec} cannot be suppressed", "correct what it says"
    if not reason:
        return "a suppression without a reason", _HOW
    return _ended(until, today) if until else None


def _ended(until: str, today: date) -> tuple[str, str] | None:
    try:
        end = date.fromisoformat(until) if _DAY.match(until) else None
    except ValueError:
        end = None
    if end is None:
        return f"`{until}` is not a day", _HOW
    if end < today:
        return f"{_ENDED} {until}", "correct what it suppressed, or give it a new end"
    return None
