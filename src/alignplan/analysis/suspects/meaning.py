"""What an objective means to those that serve it, and the sign by which a plan remembers that.

A sign is four times six digits, for each :class:`~alignplan.model.words.Meaning` the beginning of the SHA-256 of its
canonical JSON. So it can be told which part changed, and other parts can be made to count without new confirmations.
What is only written in another way (`2026-Q4`, `2026-12-31`; white space in a text) has the same sign.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from alignplan.model.values import is_must
from alignplan.model.words import Meaning

__all__ = ["KPI_FIELDS", "differing", "meaning_of", "sign_of", "text_of"]

KPI_FIELDS = (
    "title", "description", "unit", "baseline", "target", "range", "checkpoints", "path", "direction", "series",
    "aggregate", "period", "numerator", "denominator", "sum", "mean",
)  # fmt: skip
"""What of a KPI says what is to be reached: not what was measured, by whom, how often and where."""
_DIGITS = 6


def meaning_of(objective: Any, shared: Mapping[str, Any]) -> dict[Meaning, Any]:
    """What an objective says of each part, as plain data; `shared` are the models of KPIs at top level, by id."""
    kpis = objective.kpis
    if isinstance(kpis, tuple):
        kpis = {id: shared.get(id) for id in kpis}
    return {
        Meaning.TITLE: text_of(objective.title),
        Meaning.DESCRIPTION: text_of(objective.description),
        Meaning.KPIS: {id: kpi and _stated(kpi, KPI_FIELDS) for id, kpi in kpis.items()},
        Meaning.DATES: [_plain(objective.start), _plain(objective.due)],
    }


def sign_of(meaning: Mapping[Meaning, Any]) -> str:
    """The sign of what an objective means."""
    return "-".join(_digest(meaning[part]) for part in Meaning)


def differing(sign: str, meaning: Mapping[Meaning, Any]) -> frozenset[Meaning]:
    """The parts that mean something else than when the sign was made."""
    said = zip(Meaning, sign.split("-"), strict=True)
    return frozenset(part for part, digest in said if digest != _digest(meaning[part]))


def text_of(text: str | None) -> str:
    """A text with single blanks between its words."""
    return " ".join(text.split()) if text else ""


def _digest(value: Any) -> str:
    said = json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(said.encode("ascii")).hexdigest()[:_DIGITS]


def _stated(model: Any, names: Iterable[str]) -> dict[str, Any]:
    """What is said of some fields: one that the format has later changes no sign where nobody uses it."""
    said = ((name, getattr(model, name)) for name in names)
    return {name: _plain(value) for name, value in said if value not in (None, (), "")}


def _plain(value: Any) -> Any:
    """A value as JSON has it; models are a few levels deep."""
    if isinstance(value, date):
        return value.isoformat() + (" must" if is_must(value) else "")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return text_of(value)
    if isinstance(value, (tuple, list)):
        return [_plain(entry) for entry in value]
    if is_dataclass(value):
        return _stated(value, [entry.name for entry in fields(value)])
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value
