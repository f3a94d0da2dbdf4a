"""Accepted exceptions: comments `# alignplan: ignore[A101] reason, until 2027-01-31` on the line of a key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from alignplan.diagnostics.finding import Finding, Part, Place, Route
from alignplan.diagnostics.report import Waiver
from alignplan.linting.selection import ALWAYS, matching, nearest
from alignplan.text.places import Lines, Places, locate

__all__ = ["Comment", "comments", "unused"]

_COMMENT = re.compile(r"#\s*alignplan:\s*ignore\s*(?:\[([^\]\n]*)\])?([^\n]*)")
_UNTIL = re.compile(r",?\s*until\s+(\S+)\s*\Z")
_NEVER_WAIVED = ALWAYS | {"E015", "E016"}


@dataclass(slots=True)
class Comment:
    """One waiver: the codes it waives, why, until when, and the routes whose lines it stands on."""

    file: str
    span: tuple[int, int]
    codes: frozenset[str]
    waiver: Waiver
    routes: tuple[Route, ...]
    used: bool = False
    judged: set[str] = field(default_factory=set)

    def covers(self, finding: Finding) -> bool:
        """Whether it waives a finding: of its rules, on its line or below it."""
        if finding.code not in self.codes or finding.place.file != self.file:
            return False
        return any(finding.place.route[: len(route)] == route for route in self.routes)


def comments(file: str, text: str, today: date) -> tuple[list[Comment], list[Finding]]:
    """The waivers in a file that hold today, and what is wrong with the others (E015)."""
    held: list[Comment] = []
    findings: list[Finding] = []
    places, lines = locate(text), Lines(text)
    by_line = _keys_by_line(places, lines)
    for match in _matches(text, places):
        line, column = lines.position(match.start())
        if not lines.line(line)[: column - 1].strip():
            line += 1
        reason, until = _split(match[2])
        specs = [spec.strip() for spec in (match[1] or "").split(",") if spec.strip()]
        problem = _problem(specs, reason, until, today)
        span = (match.start(), match.start() + len(match[0].rstrip()))
        if problem is not None:
            findings.append(
                Finding("E015", problem[0], Place(file, ("#", str(line)), Part.VALUE, span), help=problem[1])
            )
            continue
        codes = frozenset(code for spec in specs for code in matching(spec))
        held.append(Comment(file, span, codes, Waiver(reason, until), tuple(by_line.get(line, ()))))
    return held, findings


def _matches(text: str, places: Places) -> Iterator[re.Match[str]]:
    """Comments that say so; what only looks like one inside a text does not hide one behind it."""
    at = 0
    while match := _COMMENT.search(text, at):
        if places.in_text(match.start()):
            at = match.start() + 1
        else:
            at = match.end()
            yield match


def _keys_by_line(places: Places, lines: Lines) -> dict[int, list[Route]]:
    """The routes whose key or entry begins on each line."""
    found: dict[int, list[Route]] = {}
    for route, node in places.keys().items():
        if route:
            line, _ = lines.position((node.key or node.value)[0])
            found.setdefault(line, []).append(route)
    return found


def _split(text: str) -> tuple[str, str]:
    match = _UNTIL.search(text)
    reason = text[: match.start()] if match else text
    return reason.strip(" \t\r:,"), match[1] if match else ""


def _problem(specs: list[str], reason: str, until: str, today: date) -> tuple[str, str] | None:
    """What is wrong with a suppression, and the way out."""
    how = "write `# alignplan: ignore[A101] reason, until 2027-01-31`"
    if not specs:
        return "a suppression without a rule", how
    for spec in specs:
        if not matching(spec):
            return f"there is no rule `{spec}` to suppress", nearest(spec)
        if set(matching(spec)) <= _NEVER_WAIVED:
            return f"{spec} cannot be suppressed", "correct what it says"
    if not reason:
        return "a suppression without a reason", how
    if until:
        try:
            end = date.fromisoformat(until)
        except ValueError:
            return f"`{until}` is not a day", how
        if end < today:
            return f"the suppression ended on {until}", "correct what it suppressed, or give it a new end"
    return None


def unused(held: list[Comment], ran: frozenset[str]) -> Iterator[Finding]:
    """Suppressions that suppress nothing, of rules that ran (E016)."""
    for comment in held:
        if not comment.used and comment.codes & ran:
            codes = ", ".join(sorted(comment.codes & ran))
            place = Place(comment.file, ("#", ",".join(sorted(comment.codes))), Part.VALUE, comment.span)
            yield Finding(
                "E016", f"nothing to suppress here: {codes} finds nothing", place, help="remove the comment"
            )
