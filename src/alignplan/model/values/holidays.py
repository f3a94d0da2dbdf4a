"""Days off that a calendar names: places whose public holidays hold, and single days."""

from __future__ import annotations

import re
from typing import Annotated, Any

from alignplan.model.values.days import DAY_SCHEMA, read_day
from alignplan.model.values.faults import fault, within
from alignplan.model.values.marks import Context, Reads
from alignplan.model.values.texts import as_list, one_or_many, shown

__all__ = ["Holidays"]

_PLACE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?\Z")


def _holidays(value: Any, info: Context) -> tuple[str, ...]:
    def holiday(entry: Any) -> str:
        return _holiday(entry, info)

    entries = enumerate(as_list(value))
    return tuple(
        [
            within(index, holiday, entry) if isinstance(value, list) else holiday(entry)
            for index, entry in entries
            if entry is not None
        ]
    )


def _holiday(entry: Any, info: Context) -> str:
    if isinstance(entry, str):
        if entry[:1].isdigit() or entry.startswith("FY"):
            read_day(entry, info, False)
            return str(entry)
        if _PLACE.match(entry):
            from alignplan.model.values.places import read_place

            return read_place(str(entry))
    raise fault("E006", f"{shown(entry)} is neither a place nor a day", "write DE-BY or 2026-12-24")


_SCHEMA = one_or_many(
    {"anyOf": [{"type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"}, *DAY_SCHEMA["anyOf"]]}
)
Holidays = Annotated[tuple[str, ...], Reads(_holidays, _SCHEMA, dated=True)]
"""Places such as `DE-BY` (as ISO 3166 writes them) and days, as written; one may stand alone."""
