"""From a tree to models: what fits is kept, what does not is a finding at its place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from alignplan.diagnostics.finding import Finding, Part, Place, Route
from alignplan.model.entry import opened
from alignplan.model.fields import known_fields
from alignplan.model.kinds import ROOT_ONLY, SECTIONS, addressed
from alignplan.model.plan import Lint, Plan, PlanFile
from alignplan.model.sections import MODELS
from alignplan.text.tree import BROKEN

__all__ = ["Bound", "bind"]

_MOST_ROUNDS = 1000


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
        place = Place(path, (), Part.VALUE)
        words = "a plan file is a mapping of sections"
        finding = Finding("E006", f"{words}, this one is not", place, help="begin with `objectives:` or another section")
        return Bound(PlanFile(), [] if data is BROKEN else [finding], {()})
    if clean and (root or not any(key in data for key in ROOT_ONLY)):
        try:
            return Bound(_adapter(PlanFile).validate_python(data, context=context))
        except ValidationError:
            pass
    return _Binder(path, root, context).file(data)


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


_HEAD: dict[str, Any] = {"plan": Plan, "lint": Lint}


class _Binder:
    """Binds a file that has faults, entry by entry."""

    def __init__(self, path: str, root: bool, context: dict[str, int]) -> None:
        self.path = path
        self.root = root
        self.context = context
        self.findings: list[Finding] = []
        self.broken: set[Route] = set()

    def file(self, data: dict[str, Any]) -> Bound:
        """All sections; what is no section is told."""
        whole: dict[str, Any] = {}
        for key, value in data.items():
            if key.startswith("x-") or value is None:
                continue
            if value is BROKEN:
                self.broken.add((key,))
            elif key in SECTIONS:
                whole[key] = self._section(key, value)
            elif self._is_expected(key):
                whole[key] = self._head(key, value)
        return Bound(_assembled(whole), self.findings, self.broken)

    def _is_expected(self, key: str) -> bool:
        if key in ROOT_ONLY:
            if not self.root:
                self._fault("E004", f"`{key}` stands in the root file only", (key,), "move it to the root file", Part.KEY)
            return self.root
        self._unknown((key,), [*ROOT_ONLY, *SECTIONS] if self.root else list(SECTIONS))
        return False

    def _head(self, key: str, value: Any) -> Any:
        """`plan` and `lint` are entries; `alignplan` and `include` single values."""
        if key in _HEAD:
            return self._entry(_HEAD[key], value, (key,))
        bound = self._entry(PlanFile, {key: value}, ())
        return getattr(bound, key) if bound is not None else None

    def _section(self, key: str, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            self._fault("E006", f"`{key}` is a mapping of ids", (key,), "write `id: …` for each entry")
            self.broken.add((key,))
            return {}
        entries: dict[str, Any] = {}
        for id, entry in value.items():
            if id.startswith("x-"):
                continue
            if entry is BROKEN:
                self.broken.add((key, id))
                continue
            bound = self._entry(MODELS[SECTIONS[key]], entry, (key, id))
            if bound is not None:
                entries[id] = bound
        return entries

    def _entry(self, model: Any, value: Any, route: Route) -> Any:
        """One entry; what does not fit is taken out until the rest fits."""
        try:
            value = self._copied(opened(value) if len(route) == 2 else value, route)
        except PydanticCustomError as error:
            code, message, help = _words({"type": error.type}, error.context or {})
            self._fault(code, message, route, help)
            self.broken.add(route)
            return None
        for _ in range(_MOST_ROUNDS):
            try:
                return _adapter(model).validate_python(value, context=self.context)
            except ValidationError as error:
                for problem in error.errors(include_url=False, include_input=False):
                    value = self._mend(problem, value, route)
        self.broken.add(route)
        return None

    def _copied(self, value: Any, route: Route) -> Any:
        """A copy to take things out of, without broken values. Files are at most 64 levels deep."""
        if isinstance(value, dict):
            return {key: self._copied(entry, (*route, key)) for key, entry in value.items() if not self._lost(entry, (*route, key))}
        if isinstance(value, list):
            return [None if self._lost(entry, (*route, at)) else self._copied(entry, (*route, at)) for at, entry in enumerate(value)]
        return value

    def _lost(self, value: Any, route: Route) -> bool:
        if value is BROKEN:
            self.broken.add(route)
        return value is BROKEN

    def _mend(self, problem: Any, value: Any, route: Route) -> Any:
        """Report one problem and take its value out."""
        context = problem.get("ctx") or {}
        steps = (*problem["loc"], *context.get("at", ()))
        inner = _existing(value, steps)
        place = route + inner
        kind = problem["type"]
        if any(len(lost) > len(place) and lost[: len(place)] == place for lost in self.broken):
            return _removed(value, inner)
        if kind == "unexpected_keyword_argument":
            if not str(inner[-1]).startswith("x-"):
                self._unknown(place, _known_keys(place))
        elif kind.startswith("missing"):
            missing = str(problem["loc"][-1])
            self._fault("E005", f"`{missing}` is missing", place, f"add `{missing}: …`", Part.KEY)
            self.broken.add(place)
        else:
            code, message, help = _words(problem, {**context, "found": _at(value, inner)})
            self._fault(code, message, place, help)
            self.broken.add(place)
        return _removed(value, inner)

    def _unknown(self, route: Route, known: Iterable[str]) -> None:
        word = str(route[-1])
        near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
        help = f"did you mean `{near[0]}`?" if near else "the keys there are: " + ", ".join(sorted(known))
        self._fault("E004", f"unknown key `{word}`", route, help, Part.KEY, "no such key")

    def _fault(
        self, code: str, message: str, place: Route, help: str = "", part: Part = Part.VALUE, label: str = ""
    ) -> None:
        item, name = addressed(place)
        self.findings.append(
            Finding(code, message, Place(self.path, place, part), item=item, field=name, help=help, label=label)
        )


def _words(problem: Any, context: dict[str, Any]) -> tuple[str, str, str]:
    """Code, message and help of a problem."""
    kind = problem["type"]
    if kind in ("E006", "E007"):
        return kind, context["message"], context["help"]
    if kind == "enum":
        allowed = context["expected"].replace("'", "").replace(" or ", ", ").replace(", ", " | ")
        return "E006", f"`{context['found']}` is none of the words allowed here", f"write {allowed}"
    if kind in ("dataclass_type", "dict_type", "mapping_type"):
        return "E006", "a mapping of fields belongs here", "write `key: value`"
    return "E006", str(problem.get("msg", kind)), ""


def _existing(value: Any, steps: tuple[Any, ...]) -> Route:
    """The part of the way that is in the file: a value that stands alone has no index, and unions have no step."""
    found: list[str | int] = []
    for step in steps:
        if isinstance(value, dict) and step in value:
            value = value[step]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            continue
        found.append(step)
    return tuple(found)


def _at(value: Any, inner: Route) -> Any:
    for step in inner:
        value = value[step]
    return value


def _removed(value: Any, inner: Route) -> Any:
    if not inner:
        return {}
    node = value
    for step in inner[:-1]:
        node = node[step]
    if isinstance(node, list):
        node[inner[-1]] = None
    else:
        del node[inner[-1]]
    return value


def _known_keys(route: Route) -> list[str]:
    """The keys that are known beside the last step of a route."""
    return known_fields(route[:-1])


def _assembled(sections: dict[str, Any]) -> PlanFile:
    """A plan file of models that were bound one by one: pydantic is not to read them again."""
    whole = PlanFile()
    for name, value in sections.items():
        if value is not None:
            object.__setattr__(whole, name, value)
    return whole
