"""`github`: workflow commands, which GitHub Actions shows as annotations beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import CheckAnswer, Reported
from alignplan.output.closing import amounts, ending, unmet
from alignplan.output.escape import Command, command_data, command_property
from alignplan.output.ink import Ink
from alignplan.output.telling import header, told

__all__ = ["FOR_PROGRAMS", "commands", "render"]

FOR_PROGRAMS = True
_MOST = 10
"""GitHub shows so many errors, so many warnings and so many notices of one step, and drops the others in silence."""
_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(answer: CheckAnswer, ink: Ink) -> Iterator[str]:
    """The annotations, then the summary, which is for whoever reads the log."""
    yield from commands(answer, ink)
    yield from ending(answer, ink)


def commands(answer: CheckAnswer, ink: Ink) -> Iterator[Command]:
    """At most 10 errors, 10 warnings and 10 notices, the gravest first; one of the notices tells what had no room."""
    found = {
        severity: [finding for finding in answer.open if finding.severity is severity]
        for severity in sorted(Severity, key=lambda severity: severity.rank)
    }
    gates = unmet(answer)[:_MOST]
    room = dict.fromkeys(found, _MOST)
    room[Severity.ERROR] -= len(gates)
    if any(len(findings) > room[severity] for severity, findings in found.items()):
        room[Severity.INFO] -= 1
    yield from (_command("error", {"title": "alignplan"}, [text], ink) for text in gates)
    for severity, findings in found.items():
        for finding in findings[: room[severity]]:
            yield _annotation(finding, ink)
    left = {severity: len(findings) - room[severity] for severity, findings in found.items()}
    if any(number > 0 for number in left.values()):
        yield _left_out(left, ink)


def _annotation(finding: Reported, ink: Ink) -> Command:
    spot = finding.spot
    properties: dict[str, object] = {"file": ink.sign(spot.path), "line": spot.line, "endLine": spot.end_line}
    if spot.line == spot.end_line:  # columns are for a range within one line
        properties |= {"col": spot.column, "endColumn": spot.end_column}
    properties["title"] = header(finding)
    return _command(_COMMAND[finding.severity], properties, told(finding), ink)


def _left_out(left: dict[Severity, int], ink: Ink) -> Command:
    text = [
        f"{amounts(left)} without an annotation: GitHub shows {_MOST} of each kind for a step",
        "`alignplan check -f concise` lists all",
    ]
    return _command("notice", {"title": "alignplan"}, text, ink)


def _command(name: str, properties: dict[str, object], lines: list[str], ink: Ink) -> Command:
    written = ",".join(f"{key}={command_property(str(value))}" for key, value in properties.items())
    return Command(f"::{name} {written}::{command_data(*map(ink.show, lines))}")
