"""What changed in the meaning of an objective, in the words of its file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from alignplan.analysis.changes.fields import FieldChange, parts
from alignplan.analysis.suspects.interface import Then
from alignplan.analysis.suspects.meaning import KPI_FIELDS, text_of
from alignplan.model.words import Meaning

__all__ = ["FIELDS", "changed_words"]

FIELDS: Mapping[Meaning, tuple[str, ...]] = {
    Meaning.TITLE: ("title",),
    Meaning.DESCRIPTION: ("description",),
    Meaning.KPIS: ("kpis",),
    Meaning.DATES: ("start", "due"),
}
"""The fields that each part of the meaning stands in."""


def changed_words(then: Then, changed: Collection[Meaning]) -> Iterator[FieldChange]:
    """Field by field what was written and what is written, of the parts that changed; of KPIs `kpi.field`."""
    for part in Meaning:
        if part not in changed:
            continue
        if part is Meaning.KPIS:
            yield from _of_kpis(_kpis(then.words), _kpis(then.now))
        else:
            for field in FIELDS[part]:
                yield from _of_field(field, then.words.get(field), then.now.get(field))


def _of_field(way: str, old: Any, new: Any) -> Iterator[FieldChange]:
    if isinstance(old, str) and isinstance(new, str) and text_of(old) == text_of(new):
        return
    yield from parts(way, old, new)


def _of_kpis(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FieldChange]:
    for id in dict.fromkeys((*old, *new)):
        before, after = old.get(id), new.get(id)
        if before is None or after is None:
            yield FieldChange(f"kpis.{id}", _title(id, before), _title(id, after))
            continue
        for field in KPI_FIELDS:
            yield from _of_field(f"{id}.{field}", before.get(field), after.get(field))


def _kpis(words: Mapping[str, Any]) -> Mapping[str, Any]:
    found = words.get("kpis")
    return found if isinstance(found, Mapping) else {}


def _title(id: str, kpi: Any) -> str | None:
    """What a KPI that came or went is called."""
    if kpi is None:
        return None
    return str(kpi.get("title") or id)
