"""A report as a page: head, contents, sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alignplan.output.document import Facts, Prose, Table
from alignplan.output.pages.blocks import bar, block_elements, scrolled, worded
from alignplan.output.pages.cards import cards_elements
from alignplan.output.pages.element import Element, element
from alignplan.output.pages.page import document
from alignplan.output.pictures.picture import Picture
from alignplan.output.report_data import embedded
from alignplan.output.reports.interface import (
    Cards,
    Drawing,
    Fold,
    Heading,
    Part,
    Report,
    Section,
    Tile,
    Tiles,
)

__all__ = ["report_body", "report_page"]

_WIDE = 720
"""A picture that is wider than this scrolls where there is no room; a smaller one shrinks."""


def report_page(report: Report) -> Element:
    """The whole page as one element, `<html>`; its data are the answers of the report."""
    return document(report.title, report.language, report_body(report), embedded(report))


def report_body(report: Report) -> list[Element]:
    """What stands in the body of the page, apart from its script and data."""
    skip = element("a", "Skip to the report", class_="skip", href="#main")
    sections = [_section(section, report.names) for section in report.sections]
    foot = element("footer", element("p", *_foot(report)))
    main = element("main", *sections, id="main", tabindex="-1")
    return [skip, _head(report), element("div", _contents(report), main, class_="sheet"), foot]


def _foot(report: Report) -> Iterator[str]:
    yield f"As of {report.day}."
    if report.origin:
        yield f" {report.origin}."
    yield f" Written by alignplan from {report.root}; a dash stands for what is not known."


def _head(report: Report) -> Element:
    parts = []
    if report.organization:
        parts.append(element("p", report.organization, class_="organization"))
    parts.append(element("h1", report.title))
    if report.subtitle:
        parts.append(element("p", report.subtitle, class_="vision"))
    origin = f" · {report.origin}" if report.origin else ""
    parts.append(element("p", f"As of {report.day}{origin}", class_="asof"))
    return element("header", *parts, class_="head")


def _contents(report: Report) -> Element:
    links = [element("li", element("a", section.title, href=f"#{section.id}")) for section in report.sections]
    return element("nav", element("ul", *links), class_="contents", aria_label="Sections")


def _section(section: Section, names: Mapping[str, str]) -> Element:
    title = f"{section.id}-title"
    lead = element("p", *worded(section.lead, names), class_="lead") if section.lead else None
    parts = [made for part in section.parts for made in _part(part, names, section)]
    return element(
        "section", element("h2", section.title, id=title), lead, *parts, id=section.id, aria_labelledby=title
    )


def _part(part: Part, names: Mapping[str, str], section: Section) -> Iterator[Element]:
    """One part; folds hold parts, but no folds of parts of folds: a page has two levels of it at most."""
    if isinstance(part, (Table, Facts, Prose)):
        yield from block_elements(part, names, section.title)
    elif isinstance(part, Tiles):
        yield element("ul", *(_tile(tile) for tile in part.tiles), class_="tiles")
    elif isinstance(part, Drawing):
        yield from _drawing(part)
    elif isinstance(part, Cards):
        yield from cards_elements(part, names)
    elif isinstance(part, Heading):
        yield element(f"h{min(3 + part.depth, 6)}", part.text)
    elif isinstance(part, Fold):
        inner = [made for one in part.parts for made in _part(one, names, section)]
        yield element("details", element("summary", part.title), *inner, class_="fold")


def _tile(tile: Tile) -> Element:
    value = element("strong", tile.value.text, class_=f"value t-{tile.value.tone.value}")
    note = element("span", tile.note, class_="note") if tile.note else None
    drawn = bar(tile.progress, tile.planned)
    return element("li", element("span", tile.label, class_="label"), value, drawn, note)


# ------------------------------------------------------------ pictures


def _drawing(drawing: Drawing) -> Iterator[Element]:
    figures = [_figure(picture) for picture in drawing.pictures()]
    if drawing.small:
        yield element("div", *figures, class_="small")
    else:
        yield from figures


def _figure(picture: Picture) -> Element:
    wide = picture.width > _WIDE
    return element("figure", scrolled(picture.element, picture.title) if wide else picture.element)
