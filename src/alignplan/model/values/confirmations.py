"""What an item was confirmed against: the objectives that it serves, each with the sign of what it meant then."""

from __future__ import annotations

import re
from typing import Annotated, Any

from alignplan.model.values.faults import fault, within
from alignplan.model.values.marks import Reads
from alignplan.model.values.texts import ID_NAMES, read_id, shown

__all__ = ["Confirmations"]

_SIGN = r"[0-9a-f]{6}(-[0-9a-f]{6}){3}"
_PATTERN = re.compile(rf"{_SIGN}\Z")
_HOW = "`alignplan confirm ID` writes it; nobody has to"


def _read(value: Any) -> tuple[tuple[str, str], ...]:
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise fault("E006", f"{shown(value)} where `{{objective: sign}}` belongs", _HOW)
    said = {key: entry for key, entry in value.items() if entry is not None}
    return tuple([(within(key, read_id, key), within(key, _sign, entry)) for key, entry in said.items()])


def _sign(value: Any) -> str:
    if isinstance(value, str) and _PATTERN.match(value):
        return str(value)
    raise fault("E006", f"{shown(value)} is not the sign of a confirmation", _HOW)


_SCHEMA = {
    "type": ["object", "null"],
    "propertyNames": ID_NAMES,
    "additionalProperties": {"type": ["string", "null"], "pattern": f"^{_SIGN}$"},
}
Confirmations = Annotated[tuple[tuple[str, str], ...], Reads(_read, _SCHEMA)]
"""`{objective: sign}`, as `confirm` writes it."""
