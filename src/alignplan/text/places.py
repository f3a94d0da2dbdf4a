"""Where things stand in a text: looked up only when something is to be shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection

from alignplan.records import record

__all__ = ["Lines", "Node", "Places", "Span", "locate", "starts"]

Span = tuple[int, int]


@record
class Node:
    """Spans of a key (where it has one) and of its value, in characters, end exclusive."""

    key: Span | None
    value: Span


class Places:
    """The places of one text by route; an entry of a list is also found by what it says."""

    __slots__ = ("_nodes", "_scalars")

    def __init__(self, nodes: dict[tuple[str | int, ...], Node], scalars: list[Span]) -> None:
        self._nodes = nodes
        self._scalars = scalars

    def find(self, route: tuple[str | int, ...], *, key: bool) -> Span | None:
        """The span of the key or the value at `route`, or of the nearest node above it; none in an empty text."""
        while True:
            node = self._nodes.get(route)
            if node is not None:
                return node.key if key and node.key is not None else node.value
            if not route:
                return None
            route = route[:-1]
            key = False if self._is_scalar(route) else key

    def _is_scalar(self, route: tuple[str | int, ...]) -> bool:
        """Whether the node above holds the entry itself (`supports: x` for `supports/x`)."""
        node = self._nodes.get(route)
        return node is not None and node.key is not None

    def in_text(self, offset: int) -> bool:
        """Whether an offset lies inside a scalar, where a `#` is no comment."""
        at = bisect_right(self._scalars, (offset, offset)) - 1
        return at >= 0 and self._scalars[at][0] < offset < self._scalars[at][1]

    def keys(self) -> dict[tuple[str | int, ...], Node]:
        """All nodes by their route."""
        return self._nodes


class Lines:
    """Offsets ↔ lines and columns of a text, as editors count them: from 1, in characters, lines ended by LF."""

    __slots__ = ("_cut", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._cut: dict[int, str] = {}
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, without its end."""
        if not 1 <= number <= len(self._starts):
            return ""
        line = self._cut.get(number)
        if line is None:
            start = self._starts[number - 1]
            end = self._starts[number] - 1 if number < len(self._starts) else len(self._text)
            line = self._text[start:end].removesuffix("\r")
            # A line may be as long as a file, and be shown with hundreds of findings: it is cut out once.
            self._cut[number] = line
        return line

    def __len__(self) -> int:
        return len(self._starts)


def locate(text: str, within: Collection[tuple[str | int, ...]] | None = None) -> Places:
    """The places of everything in `text` that can be read (up to the first syntax error).

    With `within` only of what stands at those routes of two steps, or above them.
    """
    from alignplan.text.walking import walk

    return Places(*walk(text, within))


def starts(text: str) -> dict[int, tuple[str | int, ...]]:
    """Whose key or value begins at an offset; where both a mapping and its first key do, the key."""
    nodes = locate(text).keys()
    found: dict[int, tuple[str | int, ...]] = {}
    for route, node in nodes.items():
        found.setdefault(node.value[0], route)
    keys: dict[int, tuple[str | int, ...]] = {}
    for route, node in nodes.items():
        if node.key is not None and len(route) > len(keys.get(node.key[0], ())):
            keys[node.key[0]] = route
    return found | keys
