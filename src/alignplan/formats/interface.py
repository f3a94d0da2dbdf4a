"""What a format is: bytes of it in, the text of plan files out (an importer); a plan in, its content out (an exporter).

Neither opens nor writes files; the door does both. An importer refuses in one line or gives everything; an exporter
gives what the format can hold, and counts what it cannot.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from alignplan.catalog import member, members
from alignplan.errors import Misuse
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.selectors.choice import Choice

__all__ = [
    "Exported",
    "Exporter",
    "ImportRefused",
    "Imported",
    "Importer",
    "Source",
    "exporters",
    "importers",
]


@record
class Imported:
    """A whole plan, ready to be written: nothing of it is on disk yet."""

    files: dict[str, str]
    """Relative path → text of the file, `alignplan.yaml` first."""
    report: tuple[str, ...]
    """Lines for people: what was imported, repaired, dropped and kept, with counts."""


class ImportRefused(Misuse):
    """An input that cannot become a plan: one line that names the file, the place where known, and the reason."""


@record
class Importer:
    """One format that can be read: `IMPORTER` of its module."""

    name: str
    """What a person types: `alignplan import NAME`."""
    convert: Callable[..., Imported]
    """`convert(source: bytes, *, name: str, **options)`; raises :class:`ImportRefused`."""
    options: tuple[str, ...] = ()
    """The options that it takes: `levels_from_codes`, a flag of the command, and `today`, the day of `--as-of`."""


@record
class Source:
    """What is exported: a plan on a day, and what of it was asked for."""

    plan: Assessment
    """The plan on the day (`plan.today`): its items (`plan.graph`) and every figure."""
    choice: Choice
    """The chosen items; all of them where nothing was asked (`choice.everything`)."""
    files: tuple[str, ...]
    """The plan's files, the root first, then its files of measurements; relative to its folder."""
    text_of: Callable[[str], str]
    """The text of one of the files."""
    shown: Callable[[str], str]
    """How such a path is shown: relative to the git root, else to the plan's folder, with forward slashes."""
    view: str = ""
    """Of a format with several views, the one that was asked for."""
    name: str = ""
    """The name of the file that it is for; empty for standard output."""


@record
class Exported:
    """A file of the format, ready to be written."""

    content: str | bytes
    """Text ends with a line end. Bytes only go to a file, never to standard output."""
    lost: tuple[str, ...] = ()
    """Lines for people: what the format has no place for, or the plan does not say, with counts."""


@record
class Exporter:
    """One format that can be written: `EXPORTER` of its module."""

    name: str
    """What a person types: `alignplan export NAME`."""
    file_name: str
    """What the file is called in a folder, such as `CODEOWNERS` or `plan.ics`."""
    summary: str
    """What it is, in a few words."""
    convert: Callable[[Source], Exported]
    """The plan in this format."""
    whole: bool = False
    """Whether a part of a plan makes no sense in it, so that selectors are refused."""
    views: tuple[str, ...] = ()
    """What can be seen of a plan in it, the usual one first; a format without views has one form."""

    def view_named(self, asked: str | None) -> str:
        """The view that was asked for, left out: the usual one. Raises Misuse for one that the format has not."""
        if asked is None:
            return self.views[0] if self.views else ""
        if not self.views:
            raise Misuse(f"{self.name} has no views", "leave --view out")
        if asked not in self.views:
            near = get_close_matches(asked, self.views, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(self.views)}"
            raise Misuse(f"{self.name} has no view {asked}", hint)
        return asked

    def file_of(self, view: str) -> str:
        """What the file of a view is called in a folder: `gantt.svg`."""
        return f"{view}{os.path.splitext(self.file_name)[1]}" if view else self.file_name


def importer(name: str) -> Importer:
    """The format of that name that can be read. Raises Misuse."""
    found: Importer = _one(name, "IMPORTER", "import")
    return found


def exporter(name: str) -> Exporter:
    """The format of that name that can be written. Raises Misuse."""
    found: Exporter = _one(name, "EXPORTER", "export")
    return found


def importers() -> dict[str, Importer]:
    """The formats that can be read, by name; all are loaded."""
    return _all("IMPORTER")


def exporters() -> dict[str, Exporter]:
    """The formats that can be written, by name; all are loaded."""
    return _all("EXPORTER")


def _one(name: str, side: str, verb: str) -> Any:
    found = getattr(member(_PACKAGE, name), side, None) if name in members(_PACKAGE) else None
    if found is None:
        known = list(_all(side))
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there is {', '.join(known)}"
        raise Misuse(f"there is no format {name} to {verb}", hint)
    return found


def _all(side: str) -> dict[str, Any]:
    found = ((name, getattr(member(_PACKAGE, name), side, None)) for name in members(_PACKAGE))
    return {name: one for name, one in found if one is not None}


_PACKAGE = __name__.rpartition(".")[0]
