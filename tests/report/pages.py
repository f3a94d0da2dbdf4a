"""Reading pages as a browser does: elements inside of elements, with their texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = ("br", "col", "hr", "img", "input", "link", "meta", "wbr")


@dataclass
class Tag:
    """An element as it was read."""

    name: str
    attributes: dict[str, str]
    content: list[Tag | str] = field(default_factory=list)

    @property
    def children(self) -> list[Tag]:
        """The elements right inside of it."""
        return [one for one in self.content if isinstance(one, Tag)]

    def all(self, name: str = "") -> Iterator[Tag]:
        """Those inside of it, in order; of one name where it is given."""
        for child in self.children:
            if name in ("", child.name):
                yield child
            yield from child.all(name)

    @property
    def text(self) -> str:
        """All text inside of it."""
        return "".join(one.text if isinstance(one, Tag) else one for one in self.content)

    @property
    def shape(self) -> tuple[object, ...]:
        """The elements alone, with the attributes that have no text of a plan."""
        kept = tuple(
            (name, value) for name, value in self.attributes.items() if name in ("role", "scope", "type")
        )
        return (self.name, kept, tuple(child.shape for child in self.children))


class Reader(HTMLParser):
    """Complains about what a browser would have to repair."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Tag("", {})
        self.open = [self.top]
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice")
        found = Tag(tag, {name: value or "" for name, value in attrs})
        self.open[-1].content.append(found)
        if tag not in VOID:
            self.open.append(found)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].name != tag:
            self.faults.append(f"</{tag}> where <{self.open[-1].name}> is open")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)


def read(text: str) -> Tag:
    """The whole page; it is well-formed."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.faults == []
    assert [tag.name for tag in reader.open] == [""]
    return reader.top


def by_id(page: Tag, id: str) -> Tag:
    """The element of that id."""
    found = [tag for tag in page.all() if tag.attributes.get("id") == id]
    assert len(found) == 1, id
    return found[0]
