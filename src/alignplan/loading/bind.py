"""From a tree to models: what fits is kept, what does not is a finding at its place."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic_core import ValidationError

from alignplan.diagnostics.finding import Finding, Part, Place, Route
from alignplan.loading.problems import Problem, problems, understood, unknown_key
from alignplan.model.cores import kinds_of, validator_of
from alignplan.model.entry import blank, is_id, unfit_id
from alignplan.model.fields import CHILD_MODELS, known_fields
from alignplan.model.kinds import CHILDREN, ROOT_ONLY, SECTIONS, addressed
from alignplan.model.plan import Lint, Plan, PlanFile
from alignplan.model.sections import MODELS
from alignplan.text.tree import BROKEN

__all__ = ["Bound", "bind"]

_MOST_ROUNDS = 1000
_MOST_FAULTS = 1000
_HEAD: dict[str, Any] = {"plan": Plan, "lint": Lint}
_UNFIT = re.compile(r"[^a-z0-9._-]+")


@dataclass(slots=True)
class Bound:
    """What a file says, and the routes whose values could not be understood (nothing is to be concluded from them)."""

    file: PlanFile
    findings: list[Finding] = field(default_factory=list)
    broken: set[Route] = field(default_factory=set)


def bind(data: Any, path: str, *, root: bool, year_starts: int = 0, clean: bool = True) -> Bound:
    """The models of a file; `clean` says that its tree has no broken values. Never raises for what the file holds."""
    context = {"year_starts": year_starts}
    if data is None:
        data = {}
    if not isinstance(data, dict):
        words = "a plan file is a mapping of sections, this one is not"
        finding = Finding(
            "E006", words, Place(path, (), Part.VALUE), help="begin with `objectives:` or another section"
        )
        return Bound(blank(PlanFile), [] if data is BROKEN else [finding], {()})
    if clean and (root or not any(key in data for key in ROOT_ONLY)):
        try:
            return Bound(_assembled({key: _read(key, value, context) for key, value in data.items()}))
        except (ValidationError, KeyError):
            pass
    return _Binder(path, root, context).file(data)


def _read(key: str, value: Any, context: dict[str, int]) -> Any:
    """A section that has no faults. Only what a plan uses is built: a small one has few kinds of entries."""
    return validator_of(_kinds()[key]).validate_python(value, context=context)


@cache
def _kinds() -> dict[str, Any]:
    """The type of each key of a plan file."""
    return {entry.name: kind for entry, kind in kinds_of(PlanFile)}


class _Binder:
    """Binds a file that has faults, entry by entry. An entry that cannot be read at all is kept, with nothing in it."""

    def __init__(self, path: str, root: bool, context: dict[str, int]) -> None:
        self.path = path
        self.root = root
        self.context = context
        self.findings: list[Finding] = []
        self.broken: set[Route] = set()
        self.above_broken: set[Route] = set()

    def file(self, data: dict[str, Any]) -> Bound:
        """All sections; what is no section is told."""
        whole: dict[str, Any] = {}
        for key, value in data.items():
            if key.startswith("x-") or value is None:
                continue
            if key in SECTIONS:
                whole[key] = self._section(key, value)
            elif self._is_expected(key, data):
                whole[key] = self._head(key, value)
        return Bound(_assembled(whole), self.findings, self.broken)

    def _is_expected(self, key: str, beside: Collection[str]) -> bool:
        if key not in ROOT_ONLY:
            known = [*ROOT_ONLY, *SECTIONS] if self.root else list(SECTIONS)
            self._unknown((key,), known, beside)
        elif not self.root:
            self._fault(
                Problem("E004", f"`{key}` stands in the root file only", "move it to the root file"),
                (key,),
                Part.KEY,
            )
        return key in ROOT_ONLY and self.root

    def _head(self, key: str, value: Any) -> Any:
        """`plan` and `lint` are entries; `alignplan` and `include` single values."""
        if key in _HEAD:
            return self._entry(_HEAD[key], value, (key,))
        return getattr(self._entry(PlanFile, {key: value}, ()), key)

    def _section(self, key: str, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            if value is not BROKEN:
                self._fault(
                    Problem("E006", f"`{key}` is a mapping of ids", "write `id: …` for each entry"), (key,)
                )
            self._lose((key,))
            return {}
        entries: dict[str, Any] = {}
        for id, entry in value.items():
            if not id.startswith("x-"):
                self._check_id(id, (key, id))
                entries[id] = self._entry(MODELS[SECTIONS[key]], entry, (key, id))
        return entries

    def _check_id(self, id: str, route: Route) -> None:
        if not is_id(id):
            message, help = unfit_id(id)
            better = _UNFIT.sub("-", id.lower()).strip("-._")
            self._fault(
                Problem("E006", message, f"{help}: `{better}`" if is_id(better) else help), route, Part.KEY
            )

    # ------------------------------------------------------------ one entry

    def _entry(self, model: Any, value: Any, route: Route) -> Any:
        """One entry; what does not fit is taken out until the rest fits."""
        value = self._copied(_opened(value) if _is_entry(route) else value, route)
        if not isinstance(value, dict):
            if value is not BROKEN:
                words = (
                    "a list where an entry belongs"
                    if isinstance(value, list)
                    else "a mapping of fields belongs here"
                )
                self._fault(Problem("E006", words, "write its fields as `key: value`"), route)
            self._lose(route)
            value = {}
        misnamed = self._misnamed(value, route)
        entry = self._fitting(model, value, route)
        for section, key, child in misnamed:
            object.__setattr__(entry, section, {**getattr(entry, section), key: child})
        return entry

    def _fitting(self, model: Any, value: Any, route: Route) -> Any:
        for _ in range(_MOST_ROUNDS):
            try:
                return validator_of(model).validate_python(value, context=self.context)
            except ValidationError as error:
                for problem in problems(error):
                    value = self._mend(problem, value, route)
        self._lose(route)
        return validator_of(model).validate_python({}, context=self.context)

    def _misnamed(self, value: dict[str, Any], route: Route) -> list[tuple[str, str, Any]]:
        """Entries inside whose key cannot be an id, taken out of `value` and bound one by one."""
        found: list[tuple[str, str, Any]] = []
        for section, kind in (
            CHILDREN.get(SECTIONS[str(route[0])], ()) if _is_entry(route) and len(route) == 2 else ()
        ):
            inner = value.get(section)
            if not isinstance(inner, dict):
                continue
            for key in [key for key in inner if not is_id(key) and not key.startswith("x-")]:
                place = (*route, section, key)
                self._check_id(key, place)
                found.append((section, key, self._entry(CHILD_MODELS[kind], inner.pop(key), place)))
        return found

    def _copied(self, value: Any, route: Route) -> Any:
        """A copy to take things out of, without broken values. Files are at most 64 levels deep."""
        if isinstance(value, dict):
            copied: dict[str, Any] = {}
            for key, entry in value.items():
                if entry is not BROKEN:
                    copied[key] = self._copied(entry, (*route, key))
                else:
                    self._lose((*route, key))
                    if _is_entry((*route, key)):
                        copied[key] = {}
            return copied
        if isinstance(value, list):
            return [self._copied_of_list(entry, (*route, at)) for at, entry in enumerate(value)]
        return value

    def _copied_of_list(self, entry: Any, route: Route) -> Any:
        if entry is BROKEN:
            self._lose(route)
            return None
        return self._copied(entry, route)

    def _mend(self, problem: Any, value: Any, route: Route) -> Any:
        """Report one problem and take its value out."""
        inner = _existing(value, (*problem["loc"], *(problem.get("ctx") or {}).get("at", ())))
        place = route + inner
        found = understood(problem, _at(value, inner))
        if found.code == "E004":
            if not str(inner[-1]).startswith("x-"):
                self._unknown(place, known_fields(place[:-1]), _at(value, inner[:-1]))
        elif not self._follows(found, place):
            self._fault(found, place, Part.KEY if found.missing else Part.VALUE)
            self._lose(place)
        return _removed(value, inner, place)

    def _follows(self, found: Problem, place: Route) -> bool:
        """Whether a problem only comes from another one that was told: of something inside, or of what goes with it."""
        return place in self.above_broken or (found.code == "E005" and place[:-1] in self.above_broken)

    # ------------------------------------------------------------ what is told

    def _unknown(self, route: Route, known: list[str], beside: Collection[str]) -> None:
        """An unknown key; what was most likely meant counts as stated, and lost."""
        if len(self.findings) > _MOST_FAULTS:
            return
        near, problem = unknown_key(str(route[-1]), known, beside)
        self._fault(problem, route, Part.KEY, "no such key")
        if near:
            self._lose((*route[:-1], near))

    def _lose(self, route: Route) -> None:
        self.broken.add(route)
        for length in range(len(route)):
            self.above_broken.add(route[:length])

    def _fault(self, problem: Problem, place: Route, part: Part = Part.VALUE, label: str = "") -> None:
        if len(self.findings) == _MOST_FAULTS:
            problem = Problem(
                "E012", f"more than {_MOST_FAULTS:,} faults in one file: the others are not told"
            )
        elif len(self.findings) > _MOST_FAULTS:
            return
        item, name = addressed(place)
        where = Place(self.path, place, part)
        self.findings.append(
            Finding(
                problem.code, problem.message, where, item, name, label, problem.help, remedy=problem.remedy
            )
        )


def _opened(value: Any) -> Any:
    if isinstance(value, str):
        return {"title": value}
    return {} if value is None else value


def _is_entry(route: Route) -> bool:
    """Whether an item stands at a route."""
    return len(route) in (2, 4) and route[0] in SECTIONS and addressed(route)[1] == ""


def _existing(value: Any, steps: tuple[Any, ...]) -> Route:
    """The part of the way that is in the file: a value that stands alone has no index, and unions have no step."""
    found: list[str | int] = []
    for step in steps:
        in_list = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if in_list or (isinstance(value, dict) and step in value):
            value = value[step]
            found.append(step)
    return tuple(found)


def _at(value: Any, inner: Route) -> Any:
    for step in inner:
        value = value[step]
    return value


def _removed(value: Any, inner: Route, place: Route) -> Any:
    """`value` without what stands at `inner`; an item stays, with nothing in it."""
    if not inner:
        return {}
    node, last = _at(value, inner[:-1]), inner[-1]
    if isinstance(node, dict) and not (_is_entry(place) and node[last] not in (None, {})):
        del node[last]
    else:
        node[last] = {} if isinstance(node, dict) else None
    return value


def _assembled(sections: dict[str, Any]) -> PlanFile:
    """A plan file of models that were bound one by one: pydantic is not to read them again."""
    whole = blank(PlanFile)
    for name, value in sections.items():
        if value is not None:
            object.__setattr__(whole, name, value)
    return whole
