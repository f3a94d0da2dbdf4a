"""What stands in a plan file, read off its lines: a hundred times faster than a parser, for the usual block style.

Whatever does not look usual is given to the reader of the house instead, one entry or the whole file. What a shell is
told may be wrong where a text only looks like keys: nothing is decided by it.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every key
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    Part = "Lines | Data"

__all__ = ["Data", "Lines", "Odd", "opened", "scalar"]

_KEY = r"[A-Za-z0-9_][\w.-]*"
_ID = re.compile(r"(?!x-)[a-z0-9][a-z0-9._-]*\Z")
_INDENT = re.compile(r"(?:[ \t]*(?:#[^\n]*)?(?=\n)\n)*([ \t]*)(?=[^\s#])")
_LIST = r"\n *- +([^\n]*)"
_SIMPLE = re.compile(r"[\w./*?@+~ -]+\Z")
_TITLE_IN_BRACES = r"\{(?:[^{}\"']*,)?\s*(?:title|name):\s+(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,}\n]*)"
# Those that are texts are compiled where they are used: each would be felt at every key.
_MARGIN = re.compile(r"\n( *)")
_patterns: dict[str, re.Pattern[str]] = {}


class Odd(Exception):
    """Lines that are not in the usual style."""


def opened(text: str) -> Lines | Data:
    """The whole of a file."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    lines = Lines("\n" + text, 0, "", 0, len(text) + 1)
    try:
        lines.keys()
    except Odd:
        return Data(_parsed(text))
    return lines


def _parsed(text: str) -> Any:
    from alignplan.text.tree import parse

    return parse(text).data


def scalar(raw: str) -> str:
    """What a value on one line says; empty where it is no text on one line."""
    if raw[:1] in ('"', "'"):
        return _unquoted(raw)
    if raw[:1] in ("|", ">", "&", "*", "!", "{", "[", "#"):
        return ""
    return raw.partition(" #")[0].strip()


def _unquoted(raw: str) -> str:
    quote = raw[0]
    inside = raw[1:].rpartition(quote)[0] or raw[1:]
    return re.sub(r"\\(.)", r"\1", inside) if quote == '"' else inside.replace("''", "'")


class Lines:
    """An entry in block style: what stands behind its key, and the lines below it, up to `end`."""

    __slots__ = ("_at", "_end", "_keys", "_start", "_text", "_value")

    def __init__(self, text: str, at: int, value: str, start: int, end: int) -> None:
        self._text = text
        self._at = at
        self._value = value
        self._start = start
        self._end = end
        self._keys: list[tuple[str, Lines]] | None = None

    def keys(self) -> list[tuple[str, Lines]]:
        """The keys right below this one. Raises :class:`Odd`."""
        if self._keys is None:
            self._keys = [] if self._is_scalar() else list(self._read_keys())
        return self._keys

    def _is_scalar(self) -> bool:
        value = self._value
        if value.startswith(("{", "[", "*", "!")) or (value.startswith("&") and " " in value):
            raise Odd
        return bool(value) and not value.startswith(("#", "&"))

    def _read_keys(self) -> Iterator[tuple[str, Lines]]:
        text, end = self._text, self._end
        margin = _INDENT.match(text, self._start + 1, end)
        if margin is None:
            return
        if "\t" in margin[1]:
            raise Odd
        last: tuple[str, int, str, int] | None = None
        for match in _pattern(margin[1]).finditer(text, self._start, end):
            if match[1] is None:
                raise Odd
            if last is not None:
                yield last[0], Lines(text, *last[1:], match.start())
            last = match[1], match.start(), match[2] or "", match.end()
        if last is not None:
            yield last[0], Lines(text, *last[1:], end)

    def entries(self, section: str) -> list[tuple[str, Lines | Data]]:
        """The entries of a section right below: ids with what stands there."""
        try:
            inside = [lines.named() for key, lines in self.keys() if key == section]
        except Odd:
            return Data(self._read()).entries(section)
        return [entry for entries in inside for entry in entries]

    def named(self) -> list[tuple[str, Lines | Data]]:
        """What stands right below under the ids of items."""
        try:
            return [(id, lines) for id, lines in self.keys() if _ID.match(id)]
        except Odd:
            return _named(self._read())

    def title(self) -> str:
        """The title (of a person: the name); empty where it has none that stands on one line."""
        value = self._value
        if value.startswith("{"):
            found = re.compile(_TITLE_IN_BRACES).match(self._text, self._start - len(value), self._end)
            return scalar(found[1]) if found else ""
        if value and not value.startswith(("#", "&")):
            return scalar(value)
        return self._text_of("title") or self._text_of("name")

    def _text_of(self, name: str) -> str:
        margin = _MARGIN.match(self._text, self._start, self._end)
        sought = f"\n{margin[1]}{name}: " if margin else ""
        at = self._text.find(sought, self._start, self._end) if sought else -1
        if at < 0:
            return ""
        at += len(sought)
        line = self._text.find("\n", at, self._end)
        return scalar(self._text[at : line if line >= 0 else self._end].strip())

    def texts(self, name: str) -> list[str]:
        """The texts of a list right below, or the one that stands there alone."""
        for key, lines in self.keys():
            if key == name:
                return lines.listed()
        return []

    def listed(self) -> list[str]:
        """The texts of the list that this is."""
        value = self._value
        below = self._text[self._start : self._end]
        if (value or below.lstrip()).startswith("["):
            whole = (value + below).lstrip().partition("]")[0][1:]
            raw = [part.strip() for part in whole.split(",")]
        else:
            raw = [value] if value and not value.startswith("#") else re.findall(_LIST, below)
        texts = [scalar(part) for part in raw if part]
        if all(_SIMPLE.match(text) for text in texts):
            return texts
        return _strings(self._read())

    def _read(self) -> Any:
        """What stands here, from the reader."""
        data = _parsed(self._text[self._at : self._end])
        return next(iter(data.values()), None) if isinstance(data, dict) else None


class Data:
    """An entry as the reader gives it."""

    __slots__ = ("_value",)

    def __init__(self, value: Any) -> None:
        self._value = value

    def entries(self, section: str) -> list[tuple[str, Lines | Data]]:
        """The entries of a section right below: ids with what stands there."""
        return _named(self._value.get(section)) if isinstance(self._value, dict) else []

    def title(self) -> str:
        """The title (of a person: the name); empty where it has none."""
        if isinstance(self._value, str):
            return self._value
        if not isinstance(self._value, dict):
            return ""
        found = self._value.get("title") or self._value.get("name")
        return found if isinstance(found, str) else ""

    def texts(self, name: str) -> list[str]:
        """The texts of a list right below, or the one that stands there alone."""
        return _strings(self._value.get(name)) if isinstance(self._value, dict) else []


def _named(value: Any) -> list[tuple[str, Lines | Data]]:
    """The entries of a mapping under the ids of items."""
    found = value.items() if isinstance(value, dict) else ()
    return [(id, Data(entry)) for id, entry in found if _ID.match(id)]


def _strings(value: Any) -> list[str]:
    found = value if isinstance(value, list) else [value]
    return [entry for entry in found if isinstance(entry, str)]


def _pattern(margin: str) -> re.Pattern[str]:
    """Lines at a margin: a key with what stands behind it, or something that is none.

    Passed by are comments and lists, which may stand at the margin of their key.
    """
    if margin not in _patterns:
        _patterns[margin] = re.compile(rf"\n{margin}(?:({_KEY}):(?:[ \t]+([^\n]*))?(?=\n|\Z)|(?=[^\s#-]))")
    return _patterns[margin]
