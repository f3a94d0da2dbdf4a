"""Which formats there are: the files of a family. A new format is a new file, named nowhere else."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TextIO, cast

from alignplan.catalog import member, members
from alignplan.errors import Misuse
from alignplan.output.ink import is_terminal

if TYPE_CHECKING:
    from types import ModuleType

    from alignplan.output.documents.interface import DocumentRenderer
    from alignplan.output.findings.interface import FindingsRenderer

__all__ = [
    "Family",
    "default_format",
    "findings_renderer",
    "for_programs",
    "names",
    "renderer",
    "tells_of_rules",
]


class Family(StrEnum):
    """What is printed; the folder of its formats."""

    DOCUMENT = "documents"
    FINDINGS = "findings"


def names(family: Family = Family.DOCUMENT) -> tuple[str, ...]:
    """The names of the formats, sorted; none of them is imported."""
    return tuple(stem.replace("_", "-") for stem in members(f"{__package__}.{family.value}"))


def renderer(name: str) -> DocumentRenderer:
    """The function that prints a document as `name`. Raises Misuse where there is no such format."""
    return cast("DocumentRenderer", _module(Family.DOCUMENT, name).render)


def findings_renderer(name: str) -> FindingsRenderer:
    """The function that prints the findings of a check as `name`. Raises Misuse where there is no such format."""
    return cast("FindingsRenderer", _module(Family.FINDINGS, name).render)


def for_programs(name: str) -> bool:
    """Whether what a format of findings prints is meant for programs: it is never paged."""
    return bool(getattr(_module(Family.FINDINGS, name), "FOR_PROGRAMS", False))


def tells_of_rules(name: str) -> bool:
    """Whether a format of findings tells of the rules as well: the answer should come with them."""
    return bool(getattr(_module(Family.FINDINGS, name), "TELLS_OF_RULES", False))


def default_format(stream: TextIO | None) -> str:
    """The format of a view for which none was asked: boxes on a terminal, none elsewhere."""
    return "table" if is_terminal(stream) else "plain"


def _module(family: Family, name: str) -> ModuleType:
    known = names(family)
    if name not in known:
        raise Misuse(f"unknown output format `{name}`", _suggestion(name, known))
    return member(f"{__package__}.{family.value}", name.replace("-", "_"))


def _suggestion(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1)
    return f"did you mean `{close[0]}`?" if close else f"there are {', '.join(known)}"
