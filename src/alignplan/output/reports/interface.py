"""What a report consists of, without a word about how it is written; and what a format of it offers.

Every text may come from a plan; formats treat it as data.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from difflib import get_close_matches

from alignplan.catalog import member, members
from alignplan.errors import Misuse
from alignplan.output.diagrams.interface import Diagram
from alignplan.output.document import Block, Cell
from alignplan.output.pictures.picture import Picture
from alignplan.output.workbooks.sheet import Sheet
from alignplan.records import record

__all__ = [
    "Answer",
    "Card",
    "Cards",
    "Charts",
    "Drawing",
    "Fold",
    "Heading",
    "Part",
    "Report",
    "ReportFormat",
    "Section",
    "Tile",
    "Tiles",
    "flat_parts",
    "format_for",
    "format_named",
    "format_names",
]

Charts = tuple[Sequence[Diagram], Sequence[str]]
"""Charts in text, and lines on what they have no place for."""


@record
class Drawing:
    """Pictures of a view, in the two forms that formats ask for; each is made when it is asked for."""

    view: str
    pictures: Callable[[], Sequence[Picture]]
    charts: Callable[[], Charts] | None = None
    """None where no chart in text can show it."""
    small: bool = False
    """Whether they stand side by side."""


@record
class Tile:
    """A figure by itself: what it is, its value, and a few words that belong to it.

    `progress` and `planned` draw a bar, in percent; unknown is `None`.
    """

    label: str
    value: Cell
    note: str = ""
    progress: float | None = None
    planned: float | None = None


@record
class Tiles:
    """Figures side by side."""

    tiles: tuple[Tile, ...]


@record
class Card:
    """An item as readers open it: an objective, or a tactic; it hangs below the last card of smaller depth.

    `health` has a sign and a word, `state` the same for machines (`on_track`; of what has no health, its status).
    `who` is the id of the owner, `owner` the name. `progress` and `planned` are percentages; unknown is `None`.
    """

    id: str
    kind: str
    title: str
    depth: int
    health: Cell
    state: str
    status: str
    who: str
    owner: str
    progress: float | None
    planned: float | None
    due: str
    reason: str
    description: str = ""
    facts: tuple[tuple[str, Cell], ...] = ()
    blocks: tuple[Block, ...] = ()
    steps: tuple[tuple[str, str, str], ...] = ()
    """What is done for it: a title, how it stands (with a sign, in a word), and what else there is to say."""


@record
class Cards:
    """Items that open, each with those below it; readers can look for some of them."""

    cards: tuple[Card, ...]


@record
class Heading:
    """A heading inside a section; `depth` 0 stands right below the section's own."""

    text: str
    depth: int = 0


@record
class Fold:
    """Parts that are opened when they are wanted."""

    title: str
    parts: tuple[Part, ...]


Part = Block | Drawing | Tiles | Cards | Heading | Fold


@record
class Answer:
    """A JSON answer: made when it is asked for, about `size` letters long."""

    make: Callable[[], object]
    size: int = 0


@record
class Section:
    """A part of a report under a heading of its own.

    `id` is its address in the page, `lead` says in a sentence what is seen. `answers` are the JSON answers that its
    figures come from, by the names of their contracts.
    """

    id: str
    title: str
    lead: str
    parts: tuple[Part, ...]
    answers: Mapping[str, Answer] = field(default_factory=dict)


@record
class Report:
    """A whole report: what stands at its head, and its sections in order.

    `names` has the titles of items by id, so that tables of ids can be read; `day` is the day on which the plan is
    judged, `origin` says where the plan comes from.
    """

    title: str
    organization: str
    subtitle: str
    day: str
    origin: str
    root: str
    sections: tuple[Section, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    kind: str = "report"
    """`report`, or `document`."""
    sheets: Callable[[], Sequence[Sheet]] = tuple
    """The same figures as sheets of a workbook, made when they are asked for."""


@record
class ReportFormat:
    """One format of reports: `FORMAT` of its module."""

    name: str
    """What a person types behind `-f`."""
    extension: str
    """How the names of its files end: `.html`."""
    render: Callable[[Report], str | bytes]
    """The whole file; the same for the same report."""
    notes: Callable[[Report], Sequence[str]] | None = None
    """Lines for people: what the format has no place for."""
    other_extensions: tuple[str, ...] = ()


def format_names() -> list[str]:
    """The names of the formats, sorted; none of them is imported."""
    return members(_PACKAGE)


def format_named(name: str) -> ReportFormat:
    """The format of a name. Raises Misuse where there is none."""
    known = format_names()
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(known)}"
        raise Misuse(f"unknown format `{name}` of a report", hint)
    found: ReportFormat = member(_PACKAGE, name).FORMAT
    return found


def format_for(path: str) -> ReportFormat:
    """The format that the name of a file asks for. Raises Misuse where it asks for none."""
    ending = os.path.splitext(path)[1].lower()
    found = [format_named(name) for name in format_names()]
    for one in found:
        if ending in (one.extension, *one.other_extensions):
            return one
    endings = ", ".join(one.extension for one in found)
    raise Misuse(f"the name {path} says no format of a report", f"name one that ends in {endings}, or add -f")


def flat_parts(section: Section) -> list[Part]:
    """All parts of a section, those inside of folds in their place."""
    found: list[Part] = []
    pending = list(reversed(section.parts))
    while pending:
        part = pending.pop()
        found.append(part)
        if isinstance(part, Fold):
            pending.extend(reversed(part.parts))
    return found


_PACKAGE = __name__.rpartition(".")[0]
