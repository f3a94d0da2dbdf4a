"""The fields of each kind of item, and what may stand in them: from the JSON Schema and the references of the graph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from alignplan.graph.references import reference_fields
from alignplan.model.kinds import CHILDREN, SECTIONS, Kind
from alignplan.model.schema import plan_schema

__all__ = ["Row", "field_rows"]

Row = tuple[str, str, str, str]
"""Kind, name, meaning, what it is."""
_DEEPEST = 1
"""Dots in the name of a field."""


def field_rows() -> Iterator[Row]:
    """Every field of every kind, in the order of the format; a dot leads into what stands in one."""
    schema = _Schema(plan_schema())
    for kind, definition in schema.definitions():
        inner = {section for section, _ in CHILDREN.get(kind, ())}
        refers = reference_fields(kind)
        for name, part in definition["properties"].items():
            if name not in inner or name in refers:
                yield from schema.rows(kind, name, part, refers)


class _Schema:
    """The JSON Schema of plan files, looked through for what completion needs."""

    def __init__(self, whole: dict[str, Any]) -> None:
        self.whole = whole

    def definitions(self) -> Iterator[tuple[Kind, dict[str, Any]]]:
        """The definition of each kind, those that stand in others once."""
        yield Kind.PLAN, self._entry(self.whole["properties"]["plan"])
        done: set[Kind] = set()
        for section, kind in SECTIONS.items():
            definition = self._entry(self.whole["properties"][section])
            nested = [
                (inner, self._entry(definition["properties"][name])) for name, inner in CHILDREN.get(kind, ())
            ]
            for one, found in [(kind, definition), *nested]:
                if one not in done:
                    done.add(one)
                    yield one, found

    def rows(
        self, kind: Kind, name: str, part: dict[str, Any], refers: dict[str, frozenset[Kind]]
    ) -> Iterator[Row]:
        """A field, or what stands in it where it is a mapping of fields."""
        inner = self._properties(part) if name.count(".") < _DEEPEST else {}
        about = str(part.get("description", "")).partition("\n")[0]
        if not inner or self._is_alone(part):
            yield kind, name, self._meaning(name, part, refers), about
        for key, below in inner.items():
            yield from self.rows(kind, f"{name}.{key}", below, refers)

    def _meaning(self, name: str, part: dict[str, Any], refers: dict[str, frozenset[Kind]]) -> str:
        if name in refers:
            return "items:" + ",".join(sorted(kind.value for kind in refers[name]))
        words = self._words(part)
        return "words:" + "|".join(words) if words else "nothing"

    def _entry(self, part: dict[str, Any]) -> dict[str, Any]:
        """The definition that a section's entries have, or that a part refers to."""
        for one in self._alternatives(part):
            if isinstance(one.get("additionalProperties"), dict):
                return self._entry(one["additionalProperties"])
            if "properties" in one:
                return one
        raise LookupError(part)

    def _alternatives(self, part: dict[str, Any], *, lists: bool = True) -> Iterator[dict[str, Any]]:
        """What may stand there, with every reference followed; with `lists` of a list what stands in it."""
        if "$ref" in part:
            yield from self._alternatives(self.whole["$defs"][part["$ref"].rpartition("/")[2]], lists=lists)
        elif "anyOf" in part and "properties" not in part:
            for one in part["anyOf"]:
                yield from self._alternatives(one, lists=lists)
        elif lists and part.get("type") == "array":
            yield from self._alternatives(part["items"])
        else:
            yield part

    def _properties(self, part: dict[str, Any]) -> dict[str, Any]:
        """The fields of a mapping that may stand there; nothing of a list, into which no dot leads."""
        alternatives = list(self._alternatives(part, lists=False))
        found = [one["properties"] for one in alternatives if "properties" in one]
        is_list = any(one.get("type") == "array" for one in alternatives)
        return dict(found[0]) if found and not is_list else {}

    def _words(self, part: dict[str, Any]) -> list[str]:
        """The words that may stand there; true and false where there is no number in place of them."""
        alternatives = list(self._alternatives(part))
        words = [word for one in alternatives for word in one.get("enum", ())]
        if not words and all(one.get("type") in ("boolean", "null") for one in alternatives):
            words = ["true", "false"]
        return list(dict.fromkeys(words))

    def _is_alone(self, part: dict[str, Any]) -> bool:
        """Whether something that is no mapping may stand there, too."""
        return any("properties" not in one and one.get("type") != "null" for one in self._alternatives(part))
