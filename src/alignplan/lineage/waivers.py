"""Since when waivers are in a plan: the day of the commit that brought each of them.

A waiver is the same by the codes that it names and by the keys above it, as far as indentation shows them: whatever its
reason, its end, its line and its file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from alignplan import storage
from alignplan.history.repository import Repository
from alignplan.history.revision import Revision
from alignplan.lineage.past import MOST
from alignplan.text.encoding import decode

__all__ = ["Mark", "mark_at", "marks", "since"]

Mark = tuple[str, tuple[str, ...]]
"""The codes of a waiver, and the keys above it from the top."""

_COMMENT = re.compile(r"#\s*alignplan:\s*ignore\s*\[([^\]\n]*)\]")
_KEY = re.compile(r"(?:- +)*([^\s#:][^:\n]*?) *:(?=\s|$)")
_SUFFIXES = (".yaml", ".yml")


def mark_at(text: str, at: int) -> Mark | None:
    """The waiver whose comment begins there."""
    match = _COMMENT.match(text, at)
    return None if match is None else (_codes(match[1]), _keys(text, at))


def marks(text: str) -> Iterator[Mark]:
    """All waivers of a text."""
    if "alignplan:" in text:
        for match in _COMMENT.finditer(text):
            yield _codes(match[1]), _keys(text, match.start())


def since(folder: str, commit: str, wanted: Iterable[Mark]) -> dict[Mark, date]:
    """The day on which each came into the plan in a folder, of those that are committed by then and known.

    `commit` is where to begin, empty for HEAD. What is older than the history that there is, is not known. Raises
    Misuse where git cannot tell.
    """
    repository = Repository(folder)
    try:
        last = repository.commit(commit or "HEAD")
        ids = repository.ids(last, MOST)
        waiting, days = set(wanted), dict[Mark, date]()
        read: dict[str, frozenset[Mark]] = {}
        for one in repository.named(ids) if waiting else ():
            there = _of_version(repository.at(one), read)
            waiting &= there
            if not waiting:
                break
            days.update(dict.fromkeys(waiting, one.day))
        if repository.shallow or len(ids) == MOST:
            return {mark: day for mark, day in days.items() if mark not in waiting}
        return days
    finally:
        repository.close()


def _of_version(folder: Revision, read: dict[str, frozenset[Mark]]) -> set[Mark]:
    found: set[Mark] = set()
    for path in folder.walk():
        if path.endswith(_SUFFIXES):
            id = folder.digest(path)
            if id not in read:
                read[id] = frozenset(_of_file(folder, path))
            found |= read[id]
    return found


def _of_file(folder: Revision, path: str) -> Iterable[Mark]:
    try:
        return list(marks(decode(folder.read(path))[0]))
    except storage.Unreadable:
        return ()


def _codes(text: str) -> str:
    return ",".join(sorted(part.strip() for part in text.split(",")))


def _keys(text: str, at: int) -> tuple[str, ...]:
    """The keys above a comment: that of its own line, or of the next where it stands alone, and those that hold it."""
    start = text.rfind("\n", 0, at) + 1
    line = text[start:at]
    while not line.strip() and 0 <= start < len(text):  # a comment alone is about what follows
        start = text.find("\n", start) + 1
        if start == 0:
            return ()
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        if line.lstrip().startswith("#"):
            line = ""
    found: list[str] = []
    margin = len(line) + 1
    while True:
        indent = len(line) - len(line.lstrip())
        key = _KEY.match(line.lstrip())
        if key is not None and indent < margin:
            found.append(key[1])
            margin = indent
        if start == 0 or margin == 0:
            return tuple(reversed(found))
        before = text.rfind("\n", 0, start - 1) + 1
        line, start = text[before : start - 1], before
