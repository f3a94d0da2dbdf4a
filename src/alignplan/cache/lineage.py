"""What is known of when the items of a plan were touched, so that a past that was looked through is not read again.

One file, sealed with its digest and written whole, of plain data; see :mod:`alignplan.cache.verdicts`.
"""

from __future__ import annotations

import json
from typing import Any

from alignplan import storage
from alignplan.cache.verdicts import folder, key_of, place, prune, sealed, unsealed

__all__ = ["keep", "kept"]

_NAME = "lineage.json"
_LARGEST = 1 << 28


def kept(root: str) -> list[Any]:
    """What is kept of the plan with a root file; nothing where there is no cache."""
    if not folder():
        return []
    try:
        found = json.loads(unsealed(storage.read(place(_key(root), _NAME), _LARGEST)))
    except (OSError, storage.Unreadable, ValueError):
        return []
    return found if isinstance(found, list) else []


def keep(root: str, data: list[Any]) -> None:
    """Keep plain data; a cache that cannot be written is no fault."""
    if not folder():
        return
    try:
        storage.make_private(place(_key(root)))
        content = json.dumps(data, separators=(",", ":")).encode()
        storage.write_atomic(place(_key(root), _NAME), sealed(content))
        prune()
    except (OSError, ValueError):
        pass


def _key(root: str) -> str:
    return key_of(root, "lineage", False, "")
