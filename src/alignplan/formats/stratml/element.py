"""A lean XML element: local name, namespace, place, attributes, text and children in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

__all__ = ["MAX_TEXT", "Element", "TextTooLongError"]

MAX_TEXT = 1024 * 1024
"""Characters of one text: no plan has longer ones, and cleaning them takes a multiple of their size."""

_NEW_PARAGRAPH = frozenset({"p", "div", "ul", "ol", "table"})
_NEW_LINE = frozenset({"br", "li", "tr"})


class TextTooLongError(ValueError):
    """A text of more than :data:`MAX_TEXT` characters, with the place of its element."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(f"a text of more than {MAX_TEXT:,} characters")
        self.line = line
        self.column = column


@dataclass(slots=True)
class Element:
    """One element. `line` and `column` (both from 1) are those of its start tag."""

    name: str
    """The name without its prefix."""
    prefix: str
    namespace: str
    """The namespace's URI; empty when there is none or its prefix was never declared."""
    line: int
    column: int
    attributes: dict[str, str]
    """By the name as written, prefix included; without the declarations of namespaces."""
    content: list[str | Element] = field(default_factory=list)

    @property
    def children(self) -> list[Element]:
        """The elements directly inside, in document order."""
        return [part for part in self.content if isinstance(part, Element)]

    def text(self) -> str:
        """All text inside, at any depth; markup for paragraphs and lines becomes line breaks.

        Raises :class:`TextTooLongError`.
        """
        found: list[str] = []
        length = 0
        waiting: list[str | Element] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                found.append(part)
                length += len(part)
                if length > MAX_TEXT:
                    raise TextTooLongError(self.line, self.column)
                continue
            if part is not self:
                found.append(_break_before(part.name))
            waiting.extend(reversed(part.content))
        return "".join(found)

    def is_empty(self) -> bool:
        """True when no text and no attribute value stands anywhere inside: an empty shell."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            if any(value.strip() for value in part.attributes.values()):
                return False
            if any(isinstance(inner, str) and inner.strip() for inner in part.content):
                return False
            waiting.extend(part.children)
        return True

    def xml(self) -> str:
        """The element as XML again, without namespace declarations."""
        written: list[str] = []
        waiting: list[str | Element] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                written.append(part)
                continue
            written.append(_start_tag(part))
            if part.content:
                waiting.append(f"</{part.qualified}>")
                waiting.extend(
                    escape(inner) if isinstance(inner, str) else inner for inner in reversed(part.content)
                )
        return "".join(written)

    @property
    def qualified(self) -> str:
        """The name as written, prefix included."""
        return f"{self.prefix}:{self.name}" if self.prefix else self.name


def _start_tag(element: Element) -> str:
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in element.attributes.items())
    return f"<{element.qualified}{attributes}{'' if element.content else '/'}>"


def _break_before(name: str) -> str:
    if name.lower() in _NEW_PARAGRAPH:
        return "\n\n"
    return " ^ " if name.lower() in _NEW_LINE else ""
