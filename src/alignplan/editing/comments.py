"""Ids in comments. In the reason of a suppression an id is more than a word; in other comments it is told and left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignplan.text.patching import Edit
from alignplan.text.places import Places, locate

__all__ = ["ids_in_comments", "renamed_in_suppressions"]

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\n]*", re.MULTILINE)
_SUPPRESSION = re.compile(r"#\s*alignplan:\s*ignore\s*(?:\[[^\]\n]*\])?")


def renamed_in_suppressions(text: str, old: str, new: str) -> tuple[Edit, ...]:
    """Edits that give an id its new name in the reasons of suppressions.

    An id that could be a word of the language, such as `care`, is meant only where it stands in backticks.
    """
    found = _found(text, old, suppressions=True)
    return tuple(Edit(at, at + len(old), new) for at in found)


def ids_in_comments(text: str, id: str) -> list[int]:
    """Where other comments name an id, as offsets."""
    return list(_found(text, id, suppressions=False))


def _found(text: str, id: str, *, suppressions: bool) -> Iterator[int]:
    if id not in text or "#" not in text:
        return
    pattern = _pattern(id)
    for comment in _comments(text, id):
        reason = _SUPPRESSION.match(comment[0])
        if (reason is not None) == suppressions:
            start = reason.end() if reason else 0
            yield from (comment.start() + match.start() for match in pattern.finditer(comment[0], start))


def _comments(text: str, id: str) -> Iterator[re.Match[str]]:
    """The comments that hold the letters of an id; what only looks like one inside a text is none."""
    places: Places | None = None
    at = 0
    while comment := _COMMENT.search(text, at):
        at = comment.end()
        if id in comment[0]:
            places = places or locate(text)
            if places.in_text(comment.start()):
                at = comment.start() + 1
            else:
                yield comment


def _pattern(id: str) -> re.Pattern[str]:
    """An id as such: between backticks, or, where no word looks like it, between anything that belongs to no id."""
    quoted = f"(?<=`){re.escape(id)}(?=[`/])"
    bare = rf"(?<![\w./`-]){re.escape(id)}(?![\w`-]|\.(?=\w))"
    return re.compile(quoted if id.isalpha() else f"{quoted}|{bare}")
