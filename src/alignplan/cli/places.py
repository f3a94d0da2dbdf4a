"""Where items stand, for answers that name the line of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from alignplan.diagnostics.finding import Place
from alignplan.diagnostics.report import Spot
from alignplan.graph.nodes import Node
from alignplan.linting.locate import Locator
from alignplan.loading.files import SourceFile, text_of
from alignplan.loading.load import Loaded
from alignplan.model.kinds import SECTIONS
from alignplan.text.keylines import KeyLines, key_lines

__all__ = ["ItemPlaces"]

_STEPS = 4
"""The length of the longest route of an item: section, id, section, id."""


class ItemPlaces:
    """Looks up the lines of items, in files that something is shown of."""

    def __init__(self, loaded: Loaded, shown: Callable[[str], str]) -> None:
        self._files = {file.path: file for file in loaded.files}
        self._folder = loaded.folder
        self._shown = shown
        self._locator = Locator(self._text_of, shown)
        self._lines: dict[str, KeyLines] = {}

    def spot(self, node: Node) -> Spot:
        """Where an item stands; of a quick look only the line is sure."""
        route = node.route
        *above, name = map(str, route)
        keys = self._keys(node.file).get(tuple(above), {}) if above else {}
        line = keys.get(name, 0)
        if line and (node.parent is None or list(keys) == _beside(node)):
            return Spot(self._shown(node.file), line, 1, line, 1)
        return self._locator.spot(Place(node.file, route))

    def _text_of(self, path: str) -> str:
        return text_of(self._folder, path)

    def _keys(self, path: str) -> KeyLines:
        if path not in self._lines:
            lines = key_lines(self._text_of(path), _STEPS)
            self._lines[path] = lines if _trusted(self._files[path], lines) else {}
        return self._lines[path]


def _beside(node: Node) -> list[str]:
    """The keys of the section that a nested item stands in, as the parser knows them."""
    assert node.parent is not None
    entries: Any = getattr(node.parent.model, str(node.route[-2]))
    return list(entries)


def _trusted(file: SourceFile, lines: KeyLines) -> bool:
    """Whether the sections that the indentation shows are those that the parser read, entry by entry."""
    return all(list(lines.get((section,), ())) == list(getattr(file.model, section)) for section in SECTIONS)
