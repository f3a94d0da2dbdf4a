"""The verdict on an unchanged plan, replayed: the files' stamps are looked at, and what was printed is printed again.

An entry is a folder: `entry.json` (stamps, digests, the answer) and one text for each way of printing that was asked for.
Entries are written whole and then put in place, so two runs at once cannot harm each other.
"""

from __future__ import annotations

import json
import os

from alignplan.storage import Unreadable, digest, read, stamp, write_atomic
from alignplan.version import VERSION

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every start
if TYPE_CHECKING:
    from typing import Any

    Entry = dict[str, Any]

__all__ = ["Entry", "folder", "key_of", "lookup", "store", "store_text", "text_of"]

_LAYOUT = 1
_RACY = 2_000_000_000
"""Nanoseconds: a file changed so shortly before it was read may have changed again within one tick of its clock."""
_MOST_ENTRIES = 128


def folder() -> str:
    """Where the cache lives; empty where there is no home."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        home = os.path.expanduser("~")
        base = os.path.join(home, ".cache") if os.path.isabs(home) else ""
    return os.path.join(base, "alignplan") if base else ""


def key_of(root: str, as_of: str, strict: bool, base: str) -> str:
    """The name of the entry of a plan, a day, a set of rules, and the folder that paths are shown from."""
    said = json.dumps([_LAYOUT, VERSION, root, as_of, strict, base])
    return digest(said.encode("utf-8", "surrogatepass"))


def lookup(key: str) -> Entry | None:
    """The entry, where every file is as it was; none otherwise. Never raises."""
    try:
        entry: Entry = json.loads(read(os.path.join(folder(), key, "entry.json"), 1 << 30))
        if _unchanged(entry):
            return entry
    except (OSError, Unreadable, ValueError, KeyError, TypeError, AttributeError):
        pass
    return None


def _unchanged(entry: Entry) -> bool:
    """Folders first, since they tell of files that came or went; then the files, by content where stamps differ."""
    for path, mtime in entry["folders"].items():
        if os.stat(path).st_mtime_ns != mtime:
            return False
    made = entry["made"]
    for path, (size, mtime, inode, known) in entry["files"].items():
        now = stamp(path)
        if now is None:
            if known:
                return False
        elif (now.size, now.mtime, now.inode) != (size, mtime, inode) or mtime > made - _RACY:
            if not known or now.size != size or digest(read(path)) != known:
                return False
    return True


def text_of(key: str, way: str) -> bytes | None:
    """What was printed in this way before."""
    try:
        return read(os.path.join(folder(), key, f"{way}.txt"), 1 << 30)
    except (OSError, Unreadable):
        return None


def store(key: str, entry: Entry) -> None:
    """Keep an entry; a cache that cannot be written is no fault."""
    if not folder():
        return
    try:
        place = os.path.join(folder(), key)
        _forget_texts(place)
        write_atomic(os.path.join(place, "entry.json"), json.dumps(entry, separators=(",", ":")).encode())
        _prune()
    except (OSError, ValueError):
        pass


def store_text(key: str, way: str, text: bytes) -> None:
    """Keep what was printed for an entry."""
    try:
        if folder() and os.path.isdir(os.path.join(folder(), key)):
            write_atomic(os.path.join(folder(), key, f"{way}.txt"), text)
    except OSError:
        pass


def _forget_texts(place: str) -> None:
    """The texts of the entry that stood here before are of another state of the plan."""
    if os.path.isdir(place):
        os.unlink(os.path.join(place, "entry.json")) if os.path.exists(
            os.path.join(place, "entry.json")
        ) else None
        for name in os.listdir(place):
            if name.endswith(".txt"):
                os.unlink(os.path.join(place, name))


def _prune() -> None:
    """Keep the entries that were used last."""
    entries = [entry for entry in os.scandir(folder()) if entry.is_dir(follow_symlinks=False)]
    if len(entries) <= _MOST_ENTRIES:
        return
    entries.sort(key=lambda entry: entry.stat().st_mtime)
    for old in entries[: len(entries) - _MOST_ENTRIES]:
        for name in os.listdir(old.path):
            os.unlink(os.path.join(old.path, name))
        os.rmdir(old.path)
