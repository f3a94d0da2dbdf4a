"""An answer of a plan that is supposed to be otherwise, with what each of its values is today."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from alignplan.analysis.changes.effects import FigureChange
from alignplan.analysis.changes.wording import plain
from alignplan.analysis.supposed import Supposed
from alignplan.diagnostics.report import Reported
from alignplan.output.check_data import finding_data
from alignplan.output.json import dumps
from alignplan.records import record
from alignplan.views.what_if.beside import differs

__all__ = ["Causes", "answer"]

_NAMES = (
    ("row", "column"),
    ("figure", "id", "role"),
    ("key",),
    ("who", "from"),
    ("skill", "from"),
    ("objective",),
    ("id",),
)
"""What entries of answers are known by: the first of these that they have."""


@record
class Causes:
    """What the suppositions make of the plan as a whole: figures, and findings that only one of both plans has."""

    figures: Sequence[FigureChange]
    new: Sequence[Reported]
    solved: Sequence[Reported]


def answer(
    today: Mapping[str, object], what_if: Mapping[str, object], supposed: Sequence[Supposed], causes: Causes
) -> dict[str, Any]:
    """The answer of the supposed plan, with what is another today."""
    entries, beside = _with_was(today, what_if)
    return {
        "what_if": {
            "supposed": [_supposed(one) for one in supposed],
            **beside,
            "figures": [_figure(one) for one in causes.figures],
            "findings": {
                "new": [finding_data(one) for one in causes.new],
                "solved": [finding_data(one) for one in causes.solved],
            },
        },
        **entries,
    }


def _supposed(one: Supposed) -> dict[str, object]:
    return {"option": one.option, "item": one.item, "field": one.field, "from": plain(one.today),
            "to": one.what_if, "file": one.file}  # fmt: skip


def _figure(change: FigureChange) -> dict[str, object]:
    return {"figure": change.figure.name, "unit": change.figure.unit, "from": change.old, "to": change.new,
            "trend": change.trend}  # fmt: skip


def _with_was(
    today: Mapping[str, object], what_if: Mapping[str, object]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The answer with `was` and `difference` beside each entry that has a name, and what there is to say beside it.

    An entry is known by its `id`, a proposal by its `key`, a figure by its name, a cell by its row and column.

    `was` holds what is another today, `null` of what is new; `difference` by how much numbers are more. The second is
    `was` for all that is no list of entries, and `gone`, the entries that are there today only.
    """
    old, new = _plain(today), _plain(what_if)
    gone: dict[str, Any] = {}
    was: dict[str, Any] = {}
    for name, value in new.items():
        before: Any = old.get(name)
        if (value or before) and _has_names(value) and _has_names(before):
            known = {_name(entry): entry for entry in before}
            there = {_name(entry) for entry in value}
            gone[name] = [entry for entry in before if _name(entry) not in there]
            new[name] = [_beside(known.get(_name(entry)), entry) for entry in value]
        elif before != value:
            was[name] = before
    return new, {"was": was, "gone": gone}


def _plain(answer: Mapping[str, object]) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(dumps(answer, compact=True))
    return plain


def _has_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) and any(_name(entry)) for entry in value)


def _name(entry: Mapping[str, Any]) -> tuple[Any, ...]:
    names = next((names for names in _NAMES if names[0] in entry), ())
    return tuple(entry.get(name) for name in names)


def _beside(before: dict[str, Any] | None, entry: dict[str, Any]) -> dict[str, Any]:
    if before is None:
        return {**entry, "was": None, "difference": {}}
    was = {key: before.get(key) for key, value in entry.items() if differs(before.get(key), value)}
    return {**entry, "was": was, "difference": _difference(was, entry)}


def _difference(was: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """By how much the numbers are more, those inside of mappings too. As deep as an entry is nested."""
    found: dict[str, Any] = {}
    for key, before in was.items():
        after = now.get(key)
        if isinstance(before, dict) and isinstance(after, dict):
            inner = _difference(
                {name: one for name, one in before.items() if differs(after.get(name), one)}, after
            )
            found |= {key: inner} if inner else {}
        elif _is_number(before) and _is_number(after):
            found[key] = after - before
    return found


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
