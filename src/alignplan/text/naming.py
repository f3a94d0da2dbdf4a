"""Codes and names → ids that a person can read and type: short, plain letters, unique."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["MAX_LENGTH", "Ids", "slug"]

MAX_LENGTH = 40
_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
    "ŋ": "ng", "’": "", "'": "", "‘": "", "`": "", "&": " and ", "%": " percent ",
})  # fmt: skip
_DANGLING = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
                       "that", "which", "its", "their", "our"})  # fmt: skip
# Words that some YAML readers take for something else when they stand alone.
_TAKEN = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_ONES_OWN = "x-"
# A key that begins so is the user's own, and no item of the plan.


def slug(text: str, limit: int = MAX_LENGTH) -> str:
    """The text in lower-case ASCII words joined by `-`, dots kept in codes (`ex1.2`), cut at a word; may be empty."""
    plain = unicodedata.normalize("NFKD", text[: 40 * limit].casefold().translate(_LETTERS))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = re.findall(r"[a-z0-9]+(?:[._][a-z0-9]+)*", plain)
    return _cut(words, limit)


def _cut(words: list[str], limit: int) -> str:
    if not words:
        return ""
    if len("-".join(words)) <= limit + limit // 10:
        return "-".join(words)
    chosen = [words[0][:limit].rstrip("._")]
    for word in words[1:]:
        if len("-".join(chosen)) + 1 + len(word) > limit:
            break
        chosen.append(word)
    while len(chosen) > 1 and len(chosen) < len(words) and chosen[-1] in _DANGLING:
        chosen.pop()
    return "-".join(chosen)


class Ids:
    """One namespace of ids."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._next: dict[str, int] = {}
        self.doubled = 0
        """How many ids had to differ from what their names alone give."""

    def give(self, *, code: str = "", name: str, kind: str) -> str:
        """A new id from the code and the name; `kind` (a word) stands in where neither has a letter or digit,
        and tells apart what another kind has taken.
        """
        wished = self._wish(code, name) or kind
        if wished in _TAKEN or wished.startswith(_ONES_OWN):
            wished = f"{kind}-{wished}"
        chosen = self._free(wished, kind)
        self.doubled += chosen != wished
        self._given[chosen] = kind
        return chosen

    def take(self, id_: str, kind: str) -> bool:
        """Keep an id that somebody chose; false where it is given already."""
        return id_ not in self._given and self._given.setdefault(id_, kind) == kind

    def __contains__(self, id_: str) -> bool:
        return id_ in self._given

    @staticmethod
    def _wish(code: str, name: str) -> str:
        front, rest = slug(code, 16), slug(name)
        if not front or not rest:
            return front or rest
        if rest == front or rest.startswith(f"{front}-"):
            return rest
        return f"{front}-{slug(name, MAX_LENGTH - len(front) - 1)}"

    def _free(self, wished: str, kind: str) -> str:
        if wished not in self._given:
            return wished
        apart = f"{wished}-{kind}"
        if self._given[wished] != kind and apart not in self._given:
            return apart
        number = self._next.get(wished, 2)
        while f"{wished}-{number}" in self._given:
            number += 1
        self._next[wished] = number + 1
        return f"{wished}-{number}"
