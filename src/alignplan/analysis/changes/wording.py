"""Changes of fields in words: what is written there before and after, dates with how far they moved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from alignplan.analysis.changes.fields import FieldChange

__all__ = ["field_text", "flow", "plain"]

_ROOM = 40
"""Characters of a value where not all of it is shown."""
_DATED = frozenset(("start", "due", "started", "finished", "date", "by", "identified", "closed"))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_POINT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+\Z")
_LONGEST_NUMBER = 15


def field_text(change: FieldChange, *, whole: bool = False) -> str:
    """`due 2026-07-31 → 2026-08-31 (31 days later)`, `owner + mia`, `tags + new, − old`."""
    old, new = change.old, change.new
    if isinstance(old, list) and isinstance(new, list):
        return f"{change.field} {_list_text(old, new, whole)}"
    if old is None or new is None:
        sign, value = ("+", new) if old is None else ("−", old)
        return f"{change.field} {sign} {_cut(flow(value), whole)}"
    before, after = flow(old), flow(new)
    if not whole:
        before, after = _apart(before, after)
    return f"{change.field} {_cut(before, whole)} → {_cut(after, whole)}{_shift(change)}"


def _list_text(old: list[Any], new: list[Any], whole: bool) -> str:
    added = [f"+ {_cut(flow(entry), whole)}" for entry in new if entry not in old]
    gone = [f"− {_cut(flow(entry), whole)}" for entry in old if entry not in new]
    return ", ".join([*added, *gone]) or f"in another order: {_cut(flow(new), whole)}"


def flow(value: Any) -> str:
    """A value on one line, as flow style writes it. As deep as YAML may be nested."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return " ".join(value.split()) if isinstance(value, str) else "nothing that can be read"


def plain(value: Any) -> Any:
    """The same for machines: numbers and truth values for those that YAML takes for them; dates stay texts."""
    if isinstance(value, Mapping):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    return _scalar(value) if isinstance(value, str) else None


def _scalar(text: str) -> object:
    if (
        type(text) is not str or len(text) > _LONGEST_NUMBER
    ):  # what was written in quotes is of a kind of its own
        return str(text)
    if text in ("true", "false"):
        return text == "true"
    if _WHOLE.match(text):
        return int(text)
    return float(text) if _POINT.match(text) else text


def _cut(text: str, whole: bool) -> str:
    return text if whole or len(text) <= _ROOM else f"{text[: _ROOM - 1].rstrip()}…"


def _apart(one: str, other: str) -> tuple[str, str]:
    """Two long texts from where they begin to differ, with a word before it."""
    if max(len(one), len(other)) <= _ROOM:
        return one, other
    same = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    start = one.rfind(" ", 0, one.rfind(" ", 0, same) if " " in one[:same] else 0) + 1
    return (one, other) if start < _ROOM // 2 else (f"…{one[start:]}", f"…{other[start:]}")


def _shift(change: FieldChange) -> str:
    """How many days a date moved; nothing for what is no date."""
    if change.field.rpartition(".")[2] not in _DATED:
        return ""
    old, new = _day(change.old), _day(change.new)
    if old is None or new is None or old == new:
        return ""
    days = abs((new - old).days)
    return f" ({days} {'day' if days == 1 else 'days'} {'later' if new > old else 'earlier'})"


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) and _DAY.match(text) else None
    except ValueError:
        return None
