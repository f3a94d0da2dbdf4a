"""How people and teams are called where code is hosted: `@name`, `@group/team`, or the e-mail of an account."""

from __future__ import annotations

import re
from typing import Annotated, Any

from alignplan.model.values.faults import fault
from alignplan.model.values.marks import Reads
from alignplan.model.values.texts import listed, one_or_many, read_text, shown

__all__ = ["HANDLE_SCHEMA", "Handles", "read_handle"]

_NAME = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
_HANDLE = rf"@?{_NAME}(?:/{_NAME})*"
_EMAIL = r"[A-Za-z0-9_.%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_PATTERN = re.compile(rf"(?:(?P<handle>{_HANDLE})|{_EMAIL})\Z")


def read_handle(value: Any) -> str:
    """A handle with its `@`, or an e-mail; E006 for anything else.

    The `@` may be left out, since YAML asks for quotes around a text that begins with it.
    """
    text = read_text(value)
    match = _PATTERN.match(text)
    if match is None:
        raise fault(
            "E006",
            f"{shown(value)} where a handle belongs",
            'write "@name", "@group/team" or an e-mail; without the `@` no quotes are needed',
        )
    return f"@{text.removeprefix('@')}" if match["handle"] else text


HANDLE_SCHEMA: dict[str, Any] = {
    # To a reader of YAML the handle `2026` is a number, and `true` a truth value.
    "anyOf": [
        {"type": "string", "pattern": f"^(?:{_HANDLE}|{_EMAIL})$"},
        {"type": "number", "minimum": 0},
        {"type": "boolean"},
    ]
}
Handles = Annotated[tuple[str, ...], Reads(listed(read_handle), one_or_many(HANDLE_SCHEMA))]
"""Handles and e-mails; one may stand alone."""
