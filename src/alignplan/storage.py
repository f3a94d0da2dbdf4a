"""The only room that opens, walks and writes files: within limits, never blocking, never outside the plan's folder."""

from __future__ import annotations

import os
import stat

from alignplan.errors import Misuse

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every start
if TYPE_CHECKING:
    from collections.abc import Iterator
    from hashlib import blake2b
else:
    try:
        from _blake2 import blake2b  # what hashlib gives, without the time it takes to load OpenSSL
    except ImportError:
        from hashlib import blake2b

__all__ = ["LARGEST", "Stamp", "Unreadable", "digest", "inside", "read", "stamp", "walk", "write_all", "write_all_new", "write_atomic", "write_new",
           "write_report"]  # fmt: skip

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest file that is read."""
_MOST_FILES = 200_000


class Unreadable(Exception):
    """A file that cannot be read; its text says why, in words for a finding."""


class Stamp:
    """What tells that a file may have changed, without reading it: bytes, nanoseconds, the number of its node."""

    __slots__ = ("inode", "mtime", "size")

    def __init__(self, size: int, mtime: int, inode: int) -> None:
        self.size = size
        self.mtime = mtime
        self.inode = inode


def digest(content: bytes) -> str:
    """What tells one content from another."""
    return blake2b(content, digest_size=16).hexdigest()


def stamp(path: str) -> Stamp | None:
    """The stamp of a regular file, or none."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def read(path: str, limit: int = LARGEST) -> bytes:
    """The content of a regular file; raises :class:`Unreadable`. Never waits for a pipe or device."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except FileNotFoundError:
        raise Unreadable("there is no such file") from None
    except (OSError, ValueError) as error:
        raise Unreadable(_reason(error)) from None
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable("it is a folder" if stat.S_ISDIR(found.st_mode) else "it is not a regular file")
        if found.st_size > limit:
            raise Unreadable(f"it has {found.st_size:,} bytes, more than the {limit:,} that are read")
        return _take(handle, limit)
    except OSError as error:
        raise Unreadable(_reason(error)) from None
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


def _reason(error: Exception) -> str:
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


def walk(folder: str, visited: dict[str, int] | None = None) -> Iterator[str]:
    """Files below `folder`, as paths relative to it with forward slashes, sorted; links to folders are not followed.

    `visited` is given the folders that were looked into, with the time of their last change in nanoseconds.
    """
    found: list[str] = []
    pending = [""]
    while pending:
        below = pending.pop()
        here = os.path.join(folder, below) if below else folder
        if visited is not None:
            visited[here] = _changed(here)
        for entry in _entries(here):
            path = f"{below}/{entry.name}" if below else entry.name
            if _is_folder(entry):
                if not entry.name.startswith("."):
                    pending.append(path)
            else:
                found.append(path)
        if len(found) > _MOST_FILES:
            raise Misuse(f"{folder} holds more than {_MOST_FILES:,} files", "name the plan's folder")
    yield from sorted(found)


def _changed(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return 0


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


def write_new(path: str, text: str) -> None:
    """Write a file that does not exist yet, with its folders; raises :class:`Misuse`."""
    _within(path, lambda: _write_exclusive(path, text.encode("utf-8")))


def write_all_new(texts: dict[str, str]) -> None:
    """Write several files that do not exist yet; when one cannot be written, those before it are taken away again."""
    done: list[str] = []
    try:
        for path, text in texts.items():
            write_new(path, text)
            done.append(path)
    except BaseException:
        for path in done:
            _remove(path)
        raise


def write_all(texts: dict[str, str]) -> None:
    """Write several files, each in one step, over what is there; raises :class:`Misuse`."""
    for path, text in texts.items():
        write_report(path, text)


def write_report(path: str, text: str) -> None:
    """Write what a command was asked to put into a file, whole or not at all; raises :class:`Misuse`."""
    _within(path, lambda: write_atomic(path, text.encode("utf-8", errors="backslashreplace")))


def write_atomic(path: str, content: bytes) -> None:
    """Replace or make a file in one step: readers see the old or the new content. Raises `OSError`."""
    folder = os.path.dirname(path) or "."
    os.makedirs(folder, exist_ok=True)
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with open(temporary, "wb") as handle:
            handle.write(content)
        os.replace(temporary, path)
    except BaseException:
        _remove(temporary)
        raise


def _write_exclusive(path: str, content: bytes) -> None:
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "xb") as handle:
        try:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        except BaseException:
            _remove(path)
            raise


def _within(path: str, write: object) -> None:
    assert callable(write)
    try:
        write()
    except FileExistsError:
        raise Misuse(f"{path} is there already") from None
    except OSError as error:
        raise Misuse(f"cannot write {path}: {_reason(error)}") from None


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        pass
