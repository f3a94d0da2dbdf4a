"""Figures of plans of the past, by the hash of the folder they were in: what git keeps does not change.

One file, sealed with its digest and written whole, of plain data; see :mod:`alignplan.cache.verdicts`.
"""

from __future__ import annotations

import json
from typing import Any

from alignplan import storage
from alignplan.cache.verdicts import folder, key_of, place, prune, sealed, unsealed

__all__ = ["PastFigures"]

_NAME = "past.json"
_MOST = 20_000
_LARGEST = 1 << 28
_LARGEST_ENTRY = 1 << 16


class PastFigures:
    """What was computed before for the plan with a root file; empty where there is no cache."""

    def __init__(self, root: str) -> None:
        self._key = key_of(root, "past", False, "")
        self._known: dict[str, Any] = {}
        self._changed = False
        if folder():
            try:
                known = json.loads(unsealed(storage.read(place(self._key, _NAME), _LARGEST)))
                self._known = known if isinstance(known, dict) else {}
            except (OSError, storage.Unreadable, ValueError):
                self._known = {}

    def get(self, *about: str) -> Any:
        """What is known about something; none where nothing is."""
        return self._known.get("\n".join(about))

    def put(self, value: Any, *about: str) -> None:
        """Keep plain data, unless it is large."""
        if len(json.dumps(value)) <= _LARGEST_ENTRY:
            self._known["\n".join(about)] = value
            self._changed = True

    def save(self) -> None:
        """Write what came to be known, the newest of it; a cache that cannot be written is no fault."""
        if not self._changed or not folder():
            return
        kept = dict(list(self._known.items())[-_MOST:])
        try:
            storage.make_private(place(self._key))
            content = json.dumps(kept, separators=(",", ":")).encode()
            storage.write_atomic(place(self._key, _NAME), sealed(content))
            prune()
        except (OSError, ValueError):
            pass
