"""What a person may want changed in a text, and what comes of it: plain values, no text yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

__all__ = [
    "Append",
    "Change",
    "Delete",
    "Echo",
    "Edit",
    "Fragment",
    "Insert",
    "InsertMany",
    "OneLine",
    "Patched",
    "Plain",
    "Plant",
    "Put",
    "Refused",
    "Rename",
    "Route",
    "Value",
]

Route: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys of mappings, and of lists the number of an element or what it says."""


class Plain(str):
    """A scalar that is to be written without quotes, exactly as it stands: a number, day, percentage or id."""

    __slots__ = ()


class OneLine(dict[Any, Any]):
    """A mapping that is to be written in brackets on one line, however long that is."""

    __slots__ = ()


Value: TypeAlias = (
    str | Plain | int | float | Decimal | bool | date | Mapping[Any, "Value"] | Sequence["Value"] | None
)
"""Plain data that can be written: mappings keep their order."""


@dataclass(frozen=True, slots=True)
class Put:
    """The value at `route` becomes `value`.

    Where the last key is absent it is added at the end of its mapping, with the mappings above that are missing; an
    entry written short (`id: Title`) becomes a mapping with that `title`, a key with nothing behind it a mapping.
    """

    route: Route
    value: Value


@dataclass(frozen=True, slots=True)
class Insert:
    """A new entry of a mapping, or a new element of a list before the one with that number.

    `after` and `before` name the sibling beside which it is to stand; without them an entry stands at the end.
    Refused where the key is there already.
    """

    route: Route
    value: Value
    after: str | int | None = None
    before: str | int | None = None


@dataclass(frozen=True, slots=True)
class InsertMany:
    """New entries of the mapping at `route`, which has some: a group stands below the entry that it names.

    None names the place above the first entry. A key is quoted as that of the entry beside it is.
    """

    route: Route
    groups: tuple[tuple[str | None, Mapping[str, Value]], ...]


@dataclass(frozen=True, slots=True)
class Delete:
    """The entry or element at `route` goes, with its own comments.

    A mapping or list that it leaves empty becomes `{}` or `[]`; with `emptied` its entry goes, too.
    """

    route: Route
    emptied: bool = False


@dataclass(frozen=True, slots=True)
class Rename:
    """The entry at `route` gets another key; its value, comments and place stay."""

    route: Route
    key: str


@dataclass(frozen=True, slots=True)
class Append:
    """One more element at the end of the list at `route`.

    A lone value becomes a list of two. Where the key is absent, or has nothing behind it, the value stands alone or in
    a list, as the same key is written elsewhere in the text beside it.
    """

    route: Route
    value: Value


@dataclass(frozen=True, slots=True)
class Fragment:
    """An entry as it was written, with its comments and without its indentation: what `lift` takes and `Plant` sets.

    `written` is the key with its quotes (empty for an element of a list), `lines` what stands behind the key from the
    colon on (behind the dash, for an element), `data` what it reads as.
    """

    key: str | int
    written: str
    comments: tuple[str, ...]
    lines: tuple[str, ...]
    data: Any
    commented: bool = False
    """Whether there are comments in it."""
    keeps: bool = False
    """Whether it ends with a block of text to which the empty lines below belong (`|+`)."""


@dataclass(frozen=True, slots=True)
class Plant:
    """What was lifted becomes a new entry at `route`, whose last step is its key there."""

    route: Route
    fragment: Fragment
    after: str | int | None = None
    before: str | int | None = None


@dataclass(frozen=True, slots=True)
class Echo:
    """What a change of an anchored value brings to a place where an alias stands for it: no text is changed there.

    `change` is that change with the route that it has there.
    """

    change: Put | InsertMany

    @property
    def route(self) -> Route:
        """Where the alias stands, and what is inside it."""
        return self.change.route


Change: TypeAlias = Put | Insert | InsertMany | Echo | Delete | Rename | Append | Plant


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The characters from `start` to `end` (exclusive) become `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Patched:
    """The new text, and the edits that make it of the old one: sorted, disjoint, in characters of the old text."""

    text: str
    edits: tuple[Edit, ...]


class Refused(ValueError):
    """A change that cannot be made in this text: why, where in it (an offset in characters), and what to do."""

    def __init__(self, message: str, offset: int, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.help = help
