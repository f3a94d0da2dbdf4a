"""What pydantic says of a value that does not fit, in our own words."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

from pydantic_core import ValidationError

from alignplan.diagnostics.finding import Remedy, Safety
from alignplan.model.values import Fault, Wants, shown
from alignplan.records import record

__all__ = ["Problem", "nearest_key", "problems", "understood", "unknown_key"]


@record
class Problem:
    """A fault of a value: the code of its finding, what is wrong, and the next step."""

    code: str
    message: str
    help: str = ""
    missing: bool = False
    """Whether it is about something that is not there."""
    remedy: Remedy | None = None
    """What was probably meant."""


def problems(error: ValidationError) -> list[Any]:
    """All of an error, in the order in which they explain each other: unknown keys, values, missing keys."""
    return sorted(map(_spoken, error.errors(include_url=False, include_input=False)), key=_rank)


def _spoken(problem: Any) -> Any:
    """A fault of our own as pydantic tells its own kinds: by its code, with its words."""
    fault = (problem.get("ctx") or {}).get("error")
    if not isinstance(fault, Fault):
        return problem
    words = {"message": fault.message, "help": fault.help, "at": fault.at, "wants": fault.wants}
    return {"type": fault.code, "loc": problem["loc"], "ctx": words}


def _rank(problem: Any) -> int:
    kind = problem["type"]
    return (
        0
        if kind in ("unexpected_keyword_argument", "E004")
        else 2
        if kind.startswith("missing") or kind == "E005"
        else 1
    )


def understood(problem: Any, found: Any) -> Problem:
    """One entry of :func:`problems`; `found` is the value that it is about."""
    kind, context = problem["type"], problem.get("ctx") or {}
    if kind in ("unexpected_keyword_argument", "E004"):
        return Problem("E004", "unknown key")
    if kind.startswith("missing"):
        name = str(problem["loc"][-1])
        return Problem("E005", f"`{name}` is missing", f"add `{name}: …`", missing=True)
    if kind in ("E005", "E006", "E007"):
        return Problem(kind, context["message"], context["help"], remedy=_meant(found, context["wants"]))
    if kind == "enum":
        allowed = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        words, help = f"{shown(found)} is none of the allowed values", f"write {' | '.join(allowed)}"
        return Problem("E006", words, help, remedy=_meant(found, tuple(allowed)))
    if kind == "string_type":
        return Problem("E006", f"{shown(found)} where a text belongs", "write one text")
    if kind in ("dataclass_type", "dict_type", "mapping_type"):
        return Problem("E006", f"{shown(found)} where a mapping of fields belongs", "write `key: value`")
    return Problem("E006", f"{shown(found)} does not fit here", "see the format of this field")


def _meant(found: Any, wants: Wants) -> Remedy | None:
    from alignplan.loading.meant import meant

    return meant(found, wants) if wants else None


def unknown_key(word: str, known: Collection[str], beside: Collection[str]) -> tuple[str, Problem]:
    """The known key that was probably meant (empty: none is near), and the fault; `beside` are the keys there are."""
    near = nearest_key(word, known)
    help = f"did you mean `{near}`?" if near else "the keys there are: " + ", ".join(sorted(known))
    remedy = Remedy(Safety.UNSAFE, near) if near and near not in beside else None
    return near, Problem("E004", f"unknown key {shown(word)}", help, remedy=remedy)


def nearest_key(word: str, known: Iterable[str]) -> str:
    """The known key that was probably meant; empty where none is near."""
    return _nearest(word[:60], tuple(sorted(known)))


@lru_cache(maxsize=1024)
def _nearest(word: str, known: tuple[str, ...]) -> str:
    lowered = word.lower().replace("-", "_")
    if lowered in known:
        return lowered
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return near[0] if near else ""
