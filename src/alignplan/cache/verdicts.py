"""The verdict on an unchanged plan, replayed: the files' stamps are looked at, and what was printed is printed again.

An entry is a folder: `entry.json` (stamps, digests, the answer), what the check knew besides (see
:mod:`alignplan.cache.renewal`), and one text for each way of printing that was asked for, both named after the answer
that they belong to. Each is sealed with its digest, written whole and then put in place, so that
neither two runs at once nor a damaged disk make one say what no check has said.
"""

from __future__ import annotations

import json
import os
import time

from alignplan import storage
from alignplan.version import VERSION

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every start
if TYPE_CHECKING:
    from typing import Any

    Entry = dict[str, Any]

__all__ = ["NOTHING", "Entry", "folder", "key_of", "lookup", "memory", "new_entry", "place", "prune", "renewed",
           "sealed", "store", "store_memory", "store_text", "text_of", "unsealed"]  # fmt: skip

_LAYOUT = 4
_RACY = 2_000_000_000
"""Nanoseconds: a file changed so shortly before it was read may have changed again within one tick of its clock."""
_MOST_ENTRIES = 128
_MOST_CHANGED = 8
"""Files that may have changed where a verdict is renewed; with more the plan is checked as a whole."""
_LARGEST = 1 << 30
_ENTRY = "entry.json"
_ABSENT = [0, 0, 0, 0]
NOTHING = "-"
"""In place of a digest: there must be nothing of that name, not even a folder or a link to nowhere."""
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def folder() -> str:
    """Where the cache lives; empty where there is no home."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        home = os.path.expanduser("~")
        base = os.path.join(home, ".cache") if os.path.isabs(home) else ""
    return os.path.join(base, "alignplan") if base else ""


def key_of(root: str, as_of: str, strict: bool, base: str) -> str:
    """The name of the entry of a plan, a day, a set of rules, and the folder that paths are shown from."""
    said = json.dumps([_LAYOUT, VERSION, _source(), root, as_of, strict, base])
    return storage.digest(said.encode("utf-8", "surrogatepass"))


def _source() -> int:
    """In a checkout the rules change without a new version: when their source last changed. Installed: nothing."""
    checkout = os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "pyproject.toml")
    return storage.newest(_PACKAGE) if os.path.exists(checkout) else 0


# ------------------------------------------------------------ entries


def lookup(key: str) -> tuple[Entry, list[str]] | None:
    """The entry, and the files that changed since, if few did; none otherwise. Never raises."""
    now = time.time_ns()
    try:
        entry: Entry = json.loads(unsealed(storage.read(place(key, _ENTRY), _LARGEST)))
        changed: list[str] = []
        stale = _unchanged(entry, changed)
        if stale is None:
            return None
        latest: int = max(stamp[3] for stamp in entry["files"].values())
    except (OSError, storage.Unreadable, ValueError, LookupError, TypeError, AttributeError):
        return None
    if stale and not changed and latest < now - _RACY:
        store(key, {**entry, "made": now})  # next time the stamps alone will do
    return entry, changed


def _unchanged(entry: Entry, differing: list[str]) -> bool | None:
    """Whether the stamps had to be brought up to date; none where files came, went or changed in number.

    The few that changed are added to `differing`. Folders come first, since they tell of files that came or went;
    contents are read only where stamps differ.
    """
    made, stale = entry["made"], False
    folders, files = entry["folders"], entry["files"]
    for path, (changed, held) in folders.items():
        now = storage.folder_changed(path)
        if now != changed or changed > made - _RACY:
            folders[path] = storage.folder_state(path)
            stale = True
            if folders[path][1] != held:
                return None
    stale_files = _unchanged_files(files, made, differing)
    return None if stale_files is None else stale or stale_files


def _unchanged_files(files: dict[str, list[Any]], made: int, differing: list[str]) -> bool | None:
    """The same of the files alone."""
    stale = False
    for path, kept in files.items():
        if kept[4] == NOTHING:
            if os.path.lexists(path):
                return None
            continue
        stamp = storage.stamp(path)
        if stamp is None:
            if kept[:4] != _ABSENT:
                return None
        elif [stamp.size, stamp.mtime, stamp.inode, stamp.changed] != kept[
            :4
        ] or stamp.changed > made - _RACY:
            if stamp.size != kept[0] or storage.digest(storage.read(path)) != kept[4]:
                differing.append(path)
                if kept[:4] == _ABSENT or len(differing) > _MOST_CHANGED:
                    return None
                continue
            files[path] = [stamp.size, stamp.mtime, stamp.inode, stamp.changed, kept[4]]
            stale = True
    return stale


def new_entry(
    made: int,
    folders: dict[str, storage.FolderState],
    files: dict[str, tuple[storage.Stamp | None, str]],
    answer: list[Any],
    whole: list[Any] | None = None,
    note: str = "",
) -> Entry:
    """An entry for what was read since `made` (nanoseconds): the stamps of folders and files, the digests of files.

    `whole` is the answer with what the baseline has, where it has some of it; `note` what is told beside the answer.
    """
    stamps = {
        path: [*((at.size, at.mtime, at.inode, at.changed) if at else _ABSENT), digest]
        for path, (at, digest) in files.items()
    }
    return {
        "id": f"{made}-{os.getpid()}",
        "made": made,
        "folders": folders,
        "files": stamps,
        "answer": answer,
        **({"whole": whole} if whole is not None else {}),
        **({"note": note} if note else {}),
    }


def store(key: str, entry: Entry) -> None:
    """Keep an entry; a cache that cannot be written is no fault."""
    if not folder():
        return
    try:
        storage.make_private(place(key))
        content = json.dumps(entry, separators=(",", ":")).encode()
        storage.write_atomic(place(key, _ENTRY), sealed(content))
        prune()
    except (OSError, ValueError):
        pass


def renewed(
    entry: Entry,
    made: int,
    files: dict[str, tuple[storage.Stamp | None, str]],
    answer: list[Any],
    whole: list[Any] | None = None,
) -> Entry:
    """The entry with a new answer, after some of its files were read again since `made` (nanoseconds)."""
    new = new_entry(made, entry["folders"], files, answer, whole, entry.get("note", ""))
    return {**new, "files": {**entry["files"], **new["files"]}}


def memory(key: str, entry: Entry) -> Any:
    """What else the check knew; raises `OSError`, `ValueError` or :class:`alignplan.storage.Unreadable`."""
    return json.loads(unsealed(storage.read(place(key, _memory_name(entry)), _LARGEST)))


def store_memory(key: str, entry: Entry, known: Any) -> None:
    """Keep what else the check knew, as plain data; a cache that cannot be written is no fault."""
    try:
        if folder() and os.path.isdir(place(key)):
            storage.empty(place(key), but=(_ENTRY, entry["id"]))
            content = json.dumps(known, separators=(",", ":")).encode()
            storage.write_atomic(place(key, _memory_name(entry)), sealed(content))
    except (OSError, ValueError):
        pass


def _memory_name(entry: Entry) -> str:
    return f"{entry['id']}-memory.json"


# ------------------------------------------------------------ texts


def text_of(key: str, entry: Entry, way: str) -> bytes | None:
    """What was printed of the entry's answer in this way before."""
    try:
        return unsealed(storage.read(place(key, _text_name(entry, way)), _LARGEST))
    except (OSError, storage.Unreadable, ValueError):
        return None


def store_text(key: str, entry: Entry, way: str, text: bytes) -> None:
    """Keep what was printed; texts of other answers go."""
    try:
        if folder() and os.path.isdir(place(key)):
            storage.empty(place(key), but=(_ENTRY, entry["id"]))
            storage.write_atomic(place(key, _text_name(entry, way)), sealed(text))
    except OSError:
        pass


def _text_name(entry: Entry, way: str) -> str:
    return f"{entry['id']}-{way}.txt"


# ------------------------------------------------------------ files


def place(key: str, name: str = "") -> str:
    """Where the files of an entry are, or one of them."""
    return os.path.join(folder(), key, name) if name else os.path.join(folder(), key)


def sealed(content: bytes) -> bytes:
    """The content with its seal before it."""
    return storage.digest(content).encode() + b"\n" + content


def unsealed(content: bytes) -> bytes:
    """What was sealed; raises `ValueError` where it is no longer what it was."""
    seal, _, inside = content.partition(b"\n")
    if storage.digest(inside).encode() != seal:
        raise ValueError("damaged")
    return inside


def prune() -> None:
    """Keep the entries that were written last."""
    entries = [place(name) for name in storage.names(folder())]
    if len(entries) > _MOST_ENTRIES:
        entries.sort(key=storage.folder_changed)
        for old in entries[: len(entries) - _MOST_ENTRIES]:
            storage.remove_folder(old)
