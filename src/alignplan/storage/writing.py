"""Writing: whole or not at all, and never over what nobody asked to be replaced."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable

from alignplan.errors import Misuse
from alignplan.storage import reason, remove
from alignplan.storage.files import make_file

__all__ = ["write_all", "write_all_new", "write_atomic", "write_report"]


def write_all_new(folder: str, texts: dict[str, str]) -> None:
    """Write files below a folder that do not exist yet, by paths relative to it; all or none. Raises Misuse."""
    _write_all(folder, texts, over=False)


def write_all(folder: str, texts: dict[str, str]) -> None:
    """The same, over what is there."""
    _write_all(folder, texts, over=True)


def _write_all(folder: str, texts: dict[str, str], *, over: bool) -> None:
    from alignplan.storage.transaction import change

    made = _missing_folders([os.path.join(folder, path) for path in texts])
    try:
        _within(folder, lambda: os.makedirs(folder, exist_ok=True))
        with change(folder) as draft:
            for path, text in texts.items():
                if over:
                    draft.find(path)
                draft.write(path, text.encode("utf-8"))
    except BaseException:
        for inner in made:
            remove(inner, os.rmdir)
        raise


def write_report(path: str, text: str | bytes) -> None:
    """Write what a command was asked to put into a file, whole or not at all; raises :class:`Misuse`.

    A device or pipe is written to; of a link the file that it leads to is replaced.
    """
    content = text if isinstance(text, bytes) else text.encode("utf-8", errors="backslashreplace")
    if _is_special(path):
        _within(path, lambda: _write_through(path, content))
    else:
        _within(path, lambda: _replace(os.path.realpath(path), content, lasting=True))


def write_atomic(path: str, content: bytes) -> None:
    """Replace or make a file in one step: readers see the old or the new content. Raises `OSError`.

    After a power cut the file may be empty: for what is safe to lose.
    """
    _replace(path, content, lasting=False)


def _replace(path: str, content: bytes, *, lasting: bool) -> None:
    temporary = f"{path}.{os.urandom(6).hex()}.tmp"
    make_file(temporary, content, like=path if os.path.exists(path) else None, lasting=lasting)
    try:
        os.replace(temporary, path)
    except BaseException:
        remove(temporary)
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
