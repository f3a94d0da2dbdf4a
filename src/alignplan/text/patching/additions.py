"""What a new entry looks like: one written anew from a value, or one lifted from another place with its comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from alignplan.text.compose import WIDTH
from alignplan.text.nodes import NULLS, Quoted
from alignplan.text.patching.changes import Fragment, Plain, Refused
from alignplan.text.patching.layout import Style
from alignplan.text.patching.nodes import Kind, Node
from alignplan.text.patching.scalar import in_its_quotes
from alignplan.text.patching.writing import element_lines, entry_lines, flow_text, is_simple, key_text
from alignplan.text.scalars import inline, is_scalar

__all__ = ["Addition", "Lifted", "Several", "Valued", "Within", "as_value"]


class Addition(Protocol):
    """An entry (with a key) or an element (without) that is to be written."""

    @property
    def key(self) -> str | None:
        """Its key."""
        ...

    @property
    def is_small(self) -> bool:
        """Whether it can stand in brackets as the first in them."""
        ...

    @property
    def keeps(self) -> bool:
        """Whether it ends with a block of text to which the empty lines below belong."""
        ...

    def item(self, at: int) -> str:
        """It between brackets; `at` is where, should it be refused."""
        ...

    def lines(self, column: int, style: Style, node: Node | None, index: int) -> list[str]:
        """Its lines at a column, beside the entry of `node` with that number."""
        ...


def brackets_beside(value: Any, depth: int, node: Node | None, index: int) -> bool | None:
    """Whether a mapping or list stands in brackets beside the entry of `node` with that number: as the nearest of its
    kind does.
    """
    if is_scalar(value):
        return None
    kind = Kind.MAPPING if isinstance(value, Mapping) else Kind.LIST
    entries = node.entries if node is not None else []
    for number in sorted(
        range(max(index - 20, 0), min(index + 20, len(entries))), key=lambda n: abs(n - index)
    ):
        other = entries[number].node
        if other.kind is kind and not (other.flow and other.end - other.start == 2):
            return other.flow and (depth < 3 or is_simple(value) or None)
    return False if depth < 3 and kind is Kind.MAPPING else None


@dataclass(frozen=True, slots=True)
class Valued:
    """An entry made of plain data; without a key it is an element. `depth`: how far below the root it stands."""

    key: str | None
    value: Any
    depth: int = 9
    keeps: bool = False

    @property
    def is_small(self) -> bool:
        """Whether it is a scalar that leaves room on its line."""
        return is_scalar(self.value) and "\n" not in str(self.value) and len(str(self.value)) < WIDTH // 2

    def item(self, at: int) -> str:
        """It between brackets."""
        del at
        inside = flow_text(self.value)
        return inside if self.key is None else f"{key_text(self.key, flow=True)}: {inside}"

    def lines(self, column: int, style: Style, node: Node | None, index: int) -> list[str]:
        """Its lines, in the style of the text and of its neighbours."""
        brackets = brackets_beside(self.value, self.depth, node, index)
        if self.key is None:
            return element_lines(self.value, column, style, brackets=brackets)
        return entry_lines(key_text(self.key), self.value, column, style, brackets=brackets)


@dataclass(frozen=True, slots=True)
class Lifted:
    """An entry as it was written elsewhere, under the key that it has here (None: an element)."""

    key: str | None
    fragment: Fragment

    @property
    def is_small(self) -> bool:
        """Never: it keeps the lines that it had."""
        return False

    @property
    def keeps(self) -> bool:
        """As it did where it was."""
        return self.fragment.keeps

    def item(self, at: int) -> str:
        """It between brackets, which cannot keep its comments."""
        if self.fragment.commented:
            words = f"the comments of `{self.fragment.key}` cannot be kept between brackets"
            raise Refused(words, at, "write the mapping in the brackets on lines of its own first")
        return Valued(self.key, as_value(self.fragment.data)).item(at)

    def lines(self, column: int, style: Style, node: Node | None, index: int) -> list[str]:
        """Its lines as they were."""
        del style, node, index
        margin = " " * column
        if self.key is None:
            head = "-"
        else:
            same = self.key == self.fragment.key and self.fragment.written
            head = self.fragment.written if same else key_text(self.key)
        first, *rest = self.fragment.lines
        raw = [*self.fragment.comments, f"{head}{first}", *rest]
        return [f"{margin}{line}" if line else "" for line in raw]


@dataclass(frozen=True, slots=True)
class Within:
    """An addition in the mappings around it that are missing: of these the outermost has the key `key`."""

    key: str | None
    inner: Addition

    @property
    def is_small(self) -> bool:
        """Whether all of it can stand in brackets."""
        return self.inner.is_small

    @property
    def keeps(self) -> bool:
        """As what is in it does."""
        return self.inner.keeps

    def item(self, at: int) -> str:
        """It between brackets, with one more pair around it."""
        return f"{key_text(self.key, flow=True)}: {{{self.inner.item(at)}}}"

    def lines(self, column: int, style: Style, node: Node | None, index: int) -> list[str]:
        """The key, and what is in it on the lines below."""
        del node, index
        head = f"{' ' * column}{key_text(self.key)}:"
        return [head, *self.inner.lines(column + style.step, style, None, 0)]


@dataclass(frozen=True, slots=True)
class Several:
    """Entries of a mapping, one after the other, with their keys in the quotes `key_style`."""

    entries: Sequence[tuple[str, Any]]
    key_style: str
    depth: int

    def items(self) -> list[str]:
        """They between brackets."""
        return [f"{self._key(key, flow=True)}: {flow_text(value)}" for key, value in self.entries]

    def lines(self, column: int, style: Style, node: Node, index: int) -> list[str]:
        """Their lines at a column, beside the entry of `node` with that number."""
        found: list[str] = []
        for key, value in self.entries:
            brackets = brackets_beside(value, self.depth, node, index)
            found += entry_lines(self._key(key), value, column, style, brackets=brackets)
        return found

    def _key(self, key: str, *, flow: bool = False) -> str:
        return in_its_quotes(self.key_style, key) or key_text(key, flow=flow)


def as_value(data: Any) -> Any:
    """Data that were read, as values that are written with the same meaning between brackets."""
    if isinstance(data, dict):
        return {key: as_value(inner) for key, inner in data.items()}
    if isinstance(data, list):
        return [as_value(inner) for inner in data]
    if not isinstance(data, str) or isinstance(data, Quoted):
        return data
    return Plain(data) if data in NULLS or _is_bare(data) else Quoted(data)


def _is_bare(text: str) -> bool:
    """Whether a text that was plain elsewhere can be plain between brackets, too."""
    return text == "" or not any(sign in text for sign in ",[]{}:?#") or inline(text, flow=True) == text
