"""The only room that opens, walks and writes files: within limits, never blocking, never outside the plan's folder."""

from __future__ import annotations

import os
import stat

from alignplan.errors import Misuse

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every start
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from hashlib import blake2b

    from alignplan.storage.recovery import calm, settle
    from alignplan.storage.transaction import change
    from alignplan.storage.writing import write_all, write_all_new, write_atomic, write_report
else:
    try:
        from _blake2 import blake2b  # what hashlib gives, without the time it takes to load OpenSSL
    except ImportError:
        from hashlib import blake2b

__all__ = ["JOURNAL", "LARGEST", "FolderState", "Stamp", "Unreadable", "calm", "change", "digest", "empty",
           "folder_changed", "folder_state", "inside", "make_private", "names", "newest", "pending", "read", "reason",
           "remove", "remove_folder", "settle", "stamp", "walk", "write_all", "write_all_new", "write_atomic",
           "write_report"]  # fmt: skip

JOURNAL = ".alignplan-change"
"""What a change over several files keeps in the plan's folder while it is made; its other files begin so too."""

FolderState = tuple[int, str]
"""When files last came to a folder or went, and the digest of what it holds."""

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest file that is read."""
_MOST_FILES = 200_000


class Unreadable(Exception):
    """A file that cannot be read; its text says why, in words for a finding."""


class Stamp:
    """What tells that a file may have changed, without reading it: bytes, nanoseconds, the number of its node.

    `changed` is when anything about the file changed: unlike `mtime` nobody can set it back.
    """

    __slots__ = ("changed", "inode", "mtime", "size")

    def __init__(self, size: int, mtime: int, inode: int, changed: int) -> None:
        self.size = size
        self.mtime = mtime
        self.inode = inode
        self.changed = changed


def digest(content: bytes) -> str:
    """What tells one content from another."""
    return blake2b(content, digest_size=16).hexdigest()


def stamp(path: str) -> Stamp | None:
    """The stamp of a regular file, or none."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)


def read(path: str, limit: int = LARGEST) -> bytes:
    """The content of a regular file; raises :class:`Unreadable`. Never waits for a pipe or device."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except FileNotFoundError:
        raise Unreadable("there is no such file") from None
    except (OSError, ValueError) as error:
        raise Unreadable(reason(error)) from None
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable("it is a folder" if stat.S_ISDIR(found.st_mode) else "it is not a regular file")
        if found.st_size > limit:
            raise Unreadable(f"it has {found.st_size:,} bytes, more than the {limit:,} that are read")
        return _take(handle, limit)
    except OSError as error:
        raise Unreadable(reason(error)) from None
    finally:
        os.close(handle)


def _take(handle: int, limit: int) -> bytes:
    parts: list[bytes] = []
    taken = 0
    while part := os.read(handle, 1 << 20):
        taken += len(part)
        if taken > limit:
            raise Unreadable(f"it has more than the {limit:,} bytes that are read")
        parts.append(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def reason(error: Exception) -> str:
    """Why the system refused, in words for a finding."""
    text = getattr(error, "strerror", None) or str(error)
    return str(text)[:1].lower() + str(text)[1:]


def inside(folder: str, path: str) -> bool:
    """Whether `path`, with all links followed, lies in `folder`."""
    try:
        real = os.path.realpath(path)
    except (OSError, ValueError):
        return False
    home = os.path.realpath(folder)
    return real == home or real.startswith(home.rstrip(os.sep) + os.sep)


def walk(folder: str, visited: dict[str, FolderState] | None = None) -> Iterator[str]:
    """Files below `folder`, as paths relative to it with forward slashes, sorted; links to folders are not followed.

    `visited` is given the folders that were looked into, with their state before that.
    """
    found: list[str] = []
    folders = [""]
    while folders:
        below = folders.pop()
        here = os.path.join(folder, below) if below else folder
        changed = folder_changed(here)
        entries = _entries(here)
        if visited is not None:
            visited[here] = (changed, _names_digest(entries))
        for entry in entries:
            path = f"{below}/{entry.name}" if below else entry.name
            if _is_folder(entry):
                if not entry.name.startswith("."):
                    folders.append(path)
            elif not entry.name.startswith(JOURNAL):
                found.append(path)
        if len(found) > _MOST_FILES:
            raise Misuse(f"{folder} holds more than {_MOST_FILES:,} files", "name the plan's folder")
    yield from sorted(found)


def folder_changed(folder: str) -> int:
    """When files last came to a folder or went, in nanoseconds; 0 where there is no such folder."""
    try:
        return os.stat(folder).st_ctime_ns
    except OSError:
        return 0


def folder_state(folder: str) -> FolderState:
    """What tells that files came to a folder or went: when it changed, and the digest of what it holds."""
    changed = folder_changed(folder)
    return changed, _names_digest(_entries(folder))


def _names_digest(entries: list[os.DirEntry[str]]) -> str:
    names = sorted(f"{entry.name}/" if _is_folder(entry) else entry.name for entry in entries)
    return digest("\0".join(names).encode("utf-8", "surrogateescape"))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def names(folder: str) -> list[str]:
    """What a folder holds, sorted; nothing where there is no such folder."""
    return sorted(entry.name for entry in _entries(folder))


def newest(folder: str) -> int:
    """When something below a folder last changed, came or went, in nanoseconds; hidden and compiled files apart."""
    latest = 0
    pending = [folder]
    while pending:
        here = pending.pop()
        latest = max(latest, folder_changed(here))
        for entry in _entries(here):
            if entry.name.startswith((".", "__pycache__")):
                continue
            if _is_folder(entry):
                pending.append(entry.path)
            else:
                latest = max(latest, entry.stat(follow_symlinks=False).st_ctime_ns)
    return latest


def make_private(folder: str) -> None:
    """Make a folder that no one else can read, and those above it. Raises `OSError`."""
    os.makedirs(folder, mode=0o700, exist_ok=True)


def empty(folder: str, *, but: tuple[str, ...] = ()) -> None:
    """Take away the files in a folder, but for names that begin so; what cannot be taken away stays."""
    for name in names(folder):
        if not name.startswith(but):
            remove(os.path.join(folder, name))


def remove_folder(folder: str) -> None:
    """Take away a folder of files; what cannot be taken away stays."""
    empty(folder)
    remove(folder, os.rmdir)


def remove(path: str, act: Callable[[str], None] = os.unlink) -> None:
    """Take away a file; what cannot be taken away stays."""
    try:  # noqa: SIM105  contextlib would be felt at every start
        act(path)
    except OSError:
        pass


def pending(folder: str) -> bool:
    """Whether a change of a plan is being made in its folder, or was interrupted there. One question to the system."""
    return os.path.lexists(os.path.join(folder, JOURNAL))


_LATER = {"calm": "recovery", "change": "transaction", "settle": "recovery"}
_LATER |= dict.fromkeys(("write_all", "write_all_new", "write_atomic", "write_report"), "writing")


def __getattr__(name: str) -> object:
    """What writes is looked up when it is used: a run that only reads does without it."""
    if name not in _LATER:
        raise AttributeError(f"module 'alignplan.storage' has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"alignplan.storage.{_LATER[name]}"), name)
    return found
