"""One element taken apart: known children by name, whatever their order, and the rest as raw XML."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from alignplan.formats.stratml.document import Extra
from alignplan.formats.stratml.element import Element
from alignplan.formats.stratml.recognize import NAMESPACES
from alignplan.formats.stratml.report import Tally
from alignplan.formats.stratml.schema import ATTRIBUTES, CHILDREN, REPEATED
from alignplan.formats.stratml.texts import PARAGRAPH_MARKS, is_placeholder, line, prose, unit_is_absent

__all__ = ["Fields"]

# Shells of whole things; the many small ones that forms leave behind would only drown them in the report.
_COUNTED = REPEATED - {
    "Descriptor",
    "ReferentIdentifier",
    "Role",
    "RoleType",
    "Relationship",
    "MeasurementInstance",
}


class Fields:
    """The children of one element. What is asked for twice, or not known, is counted once, when it is taken apart."""

    def __init__(self, element: Element, tally: Tally) -> None:
        self.element = element
        self._tally = tally
        self._known: dict[str, list[Element]] = {}
        self._children = list(self._unwrapped(element.children))
        unknown = [child for child in self._children if not self._take(child)]
        self._note_order()
        self._stray = "".join(part for part in element.content if isinstance(part, str)).strip()
        self._attributes = self._unread_attributes()
        self._elements = self._raw(unknown)

    @property
    def extra(self) -> Extra:
        """What nothing asked for and nothing knows; to be read last."""
        if self._stray:
            self._tally.kept("text{s} outside any element")
        stray = (escape(self._stray),) if self._stray else ()
        return Extra(self._attributes, (*self._elements, *stray))

    def own_text(self) -> str:
        """The text that stands in the element itself, where a child was meant to hold it; then it is no stray text."""
        text, self._stray = self._stray, ""
        if not text or is_placeholder(text):
            return ""
        self._tally.repaired("text{s} without the element that should hold it")
        return prose(text)

    def all(self, name: str) -> list[Element]:
        """The children of that name, in document order, but for empty shells (which are counted as dropped)."""
        found = self._known.get(name, [])
        full = [child for child in found if not child.is_empty()]
        if len(full) < len(found) and name in _COUNTED:
            self._tally.dropped(f"empty {name}{{s}}", len(found) - len(full))
        return full

    def first(self, name: str) -> Element | None:
        """The first child of that name, empty or not."""
        return next(iter(self._known.get(name, [])), None)

    def line(self, name: str) -> str:
        """The text of a child on one line; empty for a placeholder."""
        return line(self._text(name))

    def prose(self, name: str) -> str:
        """The text of a child in paragraphs; empty for a placeholder."""
        text = self._text(name)
        if not PARAGRAPH_MARKS.isdisjoint(text.split()):
            self._tally.repaired("text{s} with paragraphs marked by carets")
        return prose(text)

    def unit(self, name: str) -> str:
        """As :meth:`line`, of a unit: a sign alone is one."""
        text = self.raw(name)
        return "" if unit_is_absent(text) else line(text)

    def raw(self, name: str) -> str:
        """The text of a child as it stands, also a placeholder."""
        child = self.first(name)
        return child.text() if child else ""

    def attribute(self, name: str) -> str:
        """A known attribute; an empty one is as none."""
        return line(self.element.attributes.get(name, ""))

    def _text(self, name: str) -> str:
        text = self.raw(name)
        if text.strip() and is_placeholder(text):
            self._tally.dropped("placeholder text{s}")
            return ""
        return text

    def _unwrapped(self, children: list[Element]) -> Iterator[Element]:
        """The children; of one that only wraps others (`Goals` around each `Goal`) those that it wraps."""
        lawful = CHILDREN.get(self.element.name, ())
        for child in children:
            inner = child.children
            if child.name not in lawful and inner and all(f"{one.name}s" == child.name for one in inner):
                self._tally.repaired("element{s} around others of its kind")
                yield from inner
            else:
                yield child

    def _take(self, child: Element) -> bool:
        """Keep a known child under its name. Of what stands once, a second replaces an empty first, else is unknown."""
        if child.namespace not in NAMESPACES or child.name not in CHILDREN.get(self.element.name, ()):
            return False
        found = self._known.setdefault(child.name, [])
        if found and child.name not in REPEATED:
            if not found[0].is_empty():
                return False
            found.clear()
        found.append(child)
        return True

    def _note_order(self) -> None:
        order = CHILDREN.get(self.element.name, ())
        places = [order.index(child.name) for child in self._children if child.name in order]
        is_old_result = self.element.name.endswith("Result") and places == sorted(places, key=_order_of_2011)
        if places != sorted(places) and not is_old_result:
            self._tally.repaired("element{s} with children out of order")

    def _unread_attributes(self) -> tuple[str, ...]:
        unread = {name: value for name, value in self.element.attributes.items()
                  if name not in ATTRIBUTES and not name.endswith(":schemaLocation") and value.strip()}  # fmt: skip
        if unread:
            self._tally.kept("unknown attribute{s}", len(unread))
        return tuple(f'{name}="{value}"' for name, value in unread.items())

    def _raw(self, unknown: list[Element]) -> tuple[str, ...]:
        full = [child for child in unknown if not child.is_empty()]
        if full:
            self._tally.kept("unknown or repeated element{s}", len(full))
        if len(full) < len(unknown):
            self._tally.dropped("empty unknown element{s}", len(unknown) - len(full))
        return tuple(child.xml().strip() for child in full)


def _order_of_2011(place: int) -> int:
    """Description, NumberOfUnits, StartDate, EndDate; a Descriptor was not known then."""
    return (2, 3, 1, 4, 0)[place]
