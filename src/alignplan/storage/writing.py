"""Writing: whole or not at all, and never over what nobody asked to be replaced."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable
from functools import partial

from alignplan.errors import Misuse
from alignplan.storage import reason, remove

__all__ = ["write_all", "write_all_new", "write_atomic", "write_new", "write_report"]


def write_new(path: str, text: str) -> None:
    """Write a file that does not exist yet, with its folders; raises :class:`Misuse`."""
    _within(path, lambda: _write_exclusive(path, text.encode("utf-8")))


def write_all_new(texts: dict[str, str]) -> None:
    """Write several files that do not exist yet; when one cannot be written, nothing of them stays."""
    made = _missing_folders(texts)
    done: list[str] = []
    try:
        for path, text in texts.items():
            write_new(path, text)
            done.append(path)
    except BaseException:
        for path in done:
            remove(path)
        for folder in made:
            remove(folder, os.rmdir)
        raise


def write_all(texts: dict[str, str]) -> None:
    """Write several files over what is there; when one cannot be written, all stays as it was. Raises Misuse."""
    made = _missing_folders(texts)
    ready: dict[str, str] = {}
    try:
        for path, text in texts.items():
            _within(path, partial(_make_ready, path, text, ready))
        for path, temporary in ready.items():
            _within(path, partial(os.replace, temporary, path))
    except BaseException:
        for temporary in ready.values():
            remove(temporary)
        for folder in made:
            remove(folder, os.rmdir)
        raise


def _make_ready(path: str, text: str, ready: dict[str, str]) -> None:
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    ready[path] = _beside(path, text.encode("utf-8"))


def write_report(path: str, text: str) -> None:
    """Write what a command was asked to put into a file, whole or not at all; raises :class:`Misuse`.

    A device or pipe is written to; of a link the file that it leads to is replaced.
    """
    content = text.encode("utf-8", errors="backslashreplace")
    _within(
        path,
        lambda: (
            _write_through(path, content)
            if _is_special(path)
            else write_atomic(os.path.realpath(path), content)
        ),
    )


def write_atomic(path: str, content: bytes) -> None:
    """Replace or make a file in one step: readers see the old or the new content. Raises `OSError`."""
    temporary = _beside(path, content)
    try:
        os.replace(temporary, path)
    except BaseException:
        remove(temporary)
        raise


def _beside(path: str, content: bytes) -> str:
    """The content in a file beside `path`, with the rights of what is there, to be put in its place."""
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with open(temporary, "wb") as handle:
            handle.write(content)
        if os.path.exists(path):
            os.chmod(temporary, stat.S_IMODE(os.stat(path).st_mode))
    except BaseException:
        remove(temporary)
        raise
    return temporary


def _write_exclusive(path: str, content: bytes) -> None:
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "xb") as handle:
        try:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        except BaseException:
            remove(path)
            raise


def _write_through(path: str, content: bytes) -> None:
    with open(path, "wb") as handle:
        handle.write(content)


def _is_special(path: str) -> bool:
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def _missing_folders(paths: Iterable[str]) -> list[str]:
    """The folders that will have to be made, the deepest first."""
    missing: set[str] = set()
    for path in paths:
        folder = os.path.dirname(path)
        while folder and not os.path.lexists(folder):
            missing.add(folder)
            folder = os.path.dirname(folder)
    return sorted(missing, key=len, reverse=True)


def _within(path: str, write: Callable[[], None]) -> None:
    try:
        write()
    except FileExistsError:
        raise Misuse(f"{path} is there already") from None
    except (OSError, ValueError) as error:
        raise Misuse(f"cannot write {path}: {reason(error)}") from None
