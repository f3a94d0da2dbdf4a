"""From symbols to what is shown: lines, columns, source lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from alignplan.diagnostics.finding import Part, Place
from alignplan.diagnostics.report import INTERNAL, Excerpt, LocatedRelated, Reported, Spot
from alignplan.linting.judged import Judged
from alignplan.text.places import Lines, Places, locate

__all__ = ["Locator"]

RULES_URL = "https://alignplan.github.io/alignplan/rules/"
ISSUES_URL = "https://github.com/alignplan/alignplan/issues"
_EXCERPT_AFTER = 1
_EXCERPT_MOST = 6


@dataclass(slots=True)
class _Source:
    text: str
    lines: Lines
    places: Places | None = None


class Locator:
    """Looks places up, file by file; a file is parsed for its places only when something in it is shown."""

    def __init__(self, text_of: Callable[[str], str], shown: Callable[[str], str]) -> None:
        self._text_of = text_of
        self._shown = shown
        self._sources: dict[str, _Source] = {}
        self._expected: dict[str, set[tuple[str | int, ...]]] = {}

    def expect(self, judged: Iterable[Judged]) -> None:
        """Say what will be looked up, all of it: of a long file no more is kept than that."""
        for entry in judged:
            finding = entry.finding
            for place in (finding.place, *(other.place for other in finding.related)):
                self._expected.setdefault(place.file, set()).add(place.route[:2])

    def report(self, judged: Judged) -> Reported:
        """A finding with its lines and columns."""
        finding, rule = judged.finding, judged.rule
        spot = self.spot(finding.place)
        related = tuple(self.related(entry.place, entry.message) for entry in finding.related)
        return Reported(
            code=finding.code,
            name=rule.name,
            severity=judged.severity,
            message=finding.message,
            spot=spot,
            item=finding.item,
            field=finding.field,
            label=finding.label,
            help=finding.help,
            url=ISSUES_URL if finding.code == INTERNAL else f"{RULES_URL}{finding.code}.html",
            fix=None if finding.remedy is None else finding.remedy.safety,
            excerpt=self.excerpt(finding.place.file, spot),
            related=related,
            waived=judged.waived,
            route="" if finding.item else finding.identity[2],
        )

    def related(self, place: Place, message: str) -> LocatedRelated:
        """Another place with its lines and columns."""
        there = self.spot(place)
        return LocatedRelated(there, message, self.excerpt(place.file, there))

    def spot(self, place: Place) -> Spot:
        """The lines and columns of a place."""
        source = self._source(place.file)
        start, end = place.span or self._span(source, place)
        line, column = source.lines.position(start)
        end_line, end_column = source.lines.position(max(end, start))
        return Spot(self._shown(place.file), line, column, end_line, end_column)

    def _span(self, source: _Source, place: Place) -> tuple[int, int]:
        if source.places is None:
            source.places = locate(source.text, self._expected.get(place.file))
        span = source.places.find(place.route, key=place.part is Part.KEY) or (0, 0)
        return _first_line(source.text, span)

    def _source(self, file: str) -> _Source:
        if file not in self._sources:
            text = self._text_of(file)
            self._sources[file] = _Source(text, Lines(text))
        return self._sources[file]

    def excerpt(self, file: str, spot: Spot) -> Excerpt | None:
        """The lines around a spot."""
        lines = self._source(file).lines
        last = min(spot.end_line + (_EXCERPT_AFTER if spot.end_line == spot.line else 0), len(lines))
        last = min(last, spot.line + _EXCERPT_MOST - 1)
        shown = tuple(lines.line(number) for number in range(spot.line, last + 1))
        while len(shown) > 1 and not shown[-1].strip():
            shown = shown[:-1]
        return Excerpt(spot.line, shown) if any(line.strip() for line in shown) else None


def _first_line(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A block of several lines is pointed at by its first."""
    start, end = span
    newline = text.find("\n", start, end)
    if newline < 0:
        return span
    while newline > start + 1 and text[newline - 1].isspace():
        newline -= 1
    return start, max(newline, start + 1)
