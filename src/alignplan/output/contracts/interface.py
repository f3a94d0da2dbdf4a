"""The words in which contracts are written: small JSON Schemas, and the head that every answer has."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from alignplan.catalog import member, members
from alignplan.errors import Misuse

__all__ = [
    "BOOLEAN",
    "COUNT",
    "DAY",
    "KPI_STANDING",
    "NUMBER",
    "PERCENT",
    "TEXT",
    "Schema",
    "answer",
    "contract",
    "contracts",
    "listed",
    "may_be",
    "one_of",
    "record",
]

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
PERCENT: Schema = {"type": "number", "description": "In percent: 100 is all."}
COUNT: Schema = {"type": "integer", "minimum": 0}
BOOLEAN: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def may_be(schema: Schema) -> Schema:
    """The same or null: unknown, or not there."""
    return {"anyOf": [schema, {"type": "null"}]}


def one_of(*words: str) -> Schema:
    """One of some words."""
    return {"enum": list(words)}


def listed(schema: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": schema}


def record(**fields: Schema) -> Schema:
    """An object that has all of these fields, and may have more: answers grow, and readers ignore what is new."""
    return {"type": "object", "properties": fields, "required": list(fields)}


KPI_STANDING: dict[str, Schema] = {
    "id": TEXT,
    "of": listed(TEXT),
    "title": TEXT,
    "unit": may_be(TEXT),
    "baseline": may_be(NUMBER),
    "target": may_be(NUMBER),
    "low": may_be(NUMBER),
    "high": may_be(NUMBER),
    "actual": may_be(NUMBER),
    "date": may_be(DAY),
    "attainment": may_be(PERCENT),
    "expected": may_be(NUMBER),
    "against_plan": may_be(PERCENT),
    "state": one_of("met", "on_track", "behind", "off_track", "no_data"),
    "reason": TEXT,
    "age_days": may_be(COUNT),
    "stale": BOOLEAN,
}
"""Where a KPI stands: in `kpis/1`, and in `progress/1` beside the objectives."""


def answer(name: str, summary: str, /, *, of_plan: bool = True, **fields: Schema) -> Schema:
    """A whole answer: its schema's name, and of a plan the day and the root file, then its own fields."""
    head: dict[str, Schema] = {"schema": {"const": f"{name}/1"}}
    if of_plan:
        head |= {"as_of": DAY, "root": TEXT}
    return {"$schema": _DIALECT, "title": f"{name}/1", "description": summary, **record(**head, **fields)}


def contracts() -> list[str]:
    """The names of all answers."""
    return members(__package__)


def contract(name: str) -> Schema:
    """The schema of an answer; raises Misuse for a name that none has."""
    known = contracts()
    if name not in known:
        near = get_close_matches(name, known, n=1)
        raise Misuse(
            f"there is no answer {name}",
            f"did you mean {near[0]}?" if near else "there are " + ", ".join(known),
        )
    found: Schema = member(__package__, name).CONTRACT
    return found
