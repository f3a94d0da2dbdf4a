"""The locked and the frozen schedules when ids change: what was promised of an item is promised by its new name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from alignplan import storage
from alignplan.editing.baseline import line_edits
from alignplan.editing.interface import Names
from alignplan.editing.manuscript import Manuscript
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference, reference_fields
from alignplan.loading.beside import is_frozen
from alignplan.loading.frozen import Frozen, FrozenItem, frozen_of, frozen_text
from alignplan.loading.lock import LOCK, Lock, lock_of, lock_text
from alignplan.model.kinds import Kind
from alignplan.records import record
from alignplan.text.patching import Edit

__all__ = ["RenamedPromise", "Said", "renamed_promises"]

Said = Callable[[Reference], str]
"""What a reference says after the change."""
_Entry = TypeVar("_Entry")
_BETWEEN = ", "
_OPENS = ":start"
"""Behind the id of a tactic in the order of a lock: its steps may begin."""


@record
class RenamedPromise:
    """What changes in a file, with the number of the first line that does; `fault` where it could not be understood."""

    path: str
    edits: tuple[Edit, ...] = ()
    line: int = 0
    fault: str = ""


def renamed_promises(manuscript: Manuscript, old: str, names: Names, said: Said) -> Iterator[RenamedPromise]:
    """What changes in the lock and the frozen schedules beside a plan where ids are called otherwise.

    `names` gives the new id of an item, `said` what a reference says afterwards. A file that cannot be understood stays
    as it is, and is told where it holds the id `old`.
    """
    folder = storage.names(manuscript.loaded.folder.path)
    for path in (name for name in folder if name == LOCK or is_frozen(name)):
        content = manuscript.beside(path) or b""
        try:
            new = _renamed(manuscript, path, names, said)
        except (Misuse, ValueError) as reason:
            if old.encode() in content:
                yield RenamedPromise(path, fault=str(reason))
            continue
        text = manuscript.text(path)
        edits = line_edits(text, new.replace("\n", "\r\n") if "\r\n" in text else new) if new else ()
        if edits:
            yield RenamedPromise(path, edits, text.count("\n", 0, edits[0].start) + 1)


def _renamed(manuscript: Manuscript, path: str, names: Names, said: Said) -> str:
    """The new text of a file, as those are written; empty where nothing in it is called otherwise."""
    text = manuscript.text(path)
    if path == LOCK:
        lock = lock_of(text)
        locked = _lock(lock, names)
        return lock_text(locked) if locked != lock else ""
    frozen = frozen_of(text)
    kept = _frozen(manuscript, frozen, names, said)
    return frozen_text(kept) if kept != frozen else ""


# ------------------------------------------------------------ the lock


def _lock(lock: Lock, names: Names) -> Lock:
    items = {
        id: replace(item, who=tuple((names(who), share) for who, share in item.who))
        for id, item in _by_new_name(lock.items, names).items()
    }
    order = dict.fromkeys(lock.order)
    return replace(lock, items=items, order=tuple(_by_new_name(order, lambda task: _task(task, names))))


def _task(task: str, names: Names) -> str:
    id = task.removesuffix(_OPENS)
    return names(id) + task[len(id) :]


def _by_new_name(entries: Mapping[str, _Entry], names: Names) -> dict[str, _Entry]:
    """Entries by their new names. One that had such a name is of an item that is gone, and goes as well."""
    came = {names(id) for id in entries if names(id) != id}
    return {names(id): entry for id, entry in entries.items() if id not in came}


# ------------------------------------------------------------ frozen schedules


def _frozen(manuscript: Manuscript, frozen: Frozen, names: Names, said: Said) -> Frozen:
    items = {
        id: replace(item, given=_given(manuscript.graph.find(id), item, said))
        for id, item in frozen.items.items()
    }
    return replace(frozen, items=_by_new_name(items, names))


def _given(node: Node | None, item: FrozenItem, said: Said) -> Mapping[str, str]:
    """What the days of an item hang on, where it names others; as it is of what is no longer in the plan."""
    if node is None:
        return item.given
    kinds = reference_fields(node.kind)
    return {
        field: _words(node, field, text, kinds[field], said) if field in kinds else text
        for field, text in item.given.items()
    }


def _words(node: Node, field: str, text: str, kinds: frozenset[Kind], said: Said) -> str:
    """The ids of a field with what stands behind each: `a, b 50%, c (+2d)`."""
    words: list[str] = []
    for word in text.split(_BETWEEN):
        ref, blank, rest = word.partition(" ")
        words.append(f"{said(Reference(node, field, ref, kinds, (field, ref)))}{blank}{rest}")
    return _BETWEEN.join(words)
