"""The plan as it is being edited: its items, and its files as text and as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from alignplan import storage
from alignplan.diagnostics.finding import Route
from alignplan.errors import Misuse
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.loading.load import Loaded
from alignplan.text.encoding import decode
from alignplan.text.places import Lines, Places, locate
from alignplan.text.tree import parse

__all__ = ["ABSENT", "Manuscript", "at", "line_at"]

_MARK = b"\xef\xbb\xbf"


class Absent:
    """Stands where a file says nothing. There is one, :data:`ABSENT`."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


ABSENT = Absent()


class Manuscript:
    """A plan with its texts. `read` gives the content of a file, `shown` a path as it is printed.

    Both are relative to the plan's folder.
    """

    def __init__(
        self, loaded: Loaded, graph: PlanGraph, read: Callable[[str], bytes], shown: Callable[[str], str]
    ) -> None:
        self.loaded = loaded
        self.graph = graph
        self.shown = shown
        self._read = read
        self._known = {file.path: file.digest for file in loaded.files}
        self._series = {series.path: series.digest for series in loaded.series if series.digest}
        self._beside: dict[str, bytes | None] = {}
        self._texts: dict[str, str] = {}
        self._marked: set[str] = set()
        self._data: dict[str, Any] = {}
        self._places: dict[str, tuple[Places, Lines]] = {}

    @property
    def root(self) -> str:
        """The path of the root file."""
        return self.loaded.root.path

    @property
    def year_starts(self) -> int:
        """The month in which the year starts; 0 where the plan does not say."""
        return self.loaded.plan.year_starts or 0

    def is_file(self, path: str) -> bool:
        """Whether a path is one of the plan's files."""
        return path in self._known

    def is_series(self, path: str) -> bool:
        """Whether a path is a file of measurements, no YAML, that could be read."""
        return path in self._series and path not in self._known

    def beside(self, path: str) -> bytes | None:
        """The content of a file that lies beside the plan and is no part of it; none where there is no such file.

        Raises Misuse where it cannot be read.
        """
        if path not in self._beside:
            self._beside[path] = self._found(path) if self.loaded.folder.exists(path) else None
        return self._beside[path]

    def _found(self, path: str) -> bytes:
        if not self.loaded.folder.inside(path):
            raise Misuse(f"{self.shown(path)} leads out of the plan's folder", "put the file itself there")
        try:
            return self._read(path)
        except storage.Unreadable as reason:
            raise Misuse(f"{self.shown(path)} cannot be read: {reason}") from None

    def is_beside(self, path: str) -> bool:
        """Whether that file was read."""
        return self._beside.get(path) is not None

    def text(self, path: str) -> str:
        """The text of a file that the plan was read from. Raises Misuse where it is another one by now, or no text."""
        if path not in self._texts:
            content = self._beside.get(path) or self._read(path)
            if not self.is_beside(path) and storage.digest(content) != self._known.get(
                path, self._series.get(path)
            ):
                raise Misuse(f"{self.shown(path)} changed while it was read", "try again")
            self._texts[path], fault = decode(content)
            if fault is not None:
                line, column = Lines(self._texts.pop(path)).position(fault.span[0])
                raise Misuse(f"{self.shown(path)}:{line}:{column}: {fault.message}", fault.help)
            if content.startswith(_MARK):
                self._marked.add(path)
        return self._texts[path]

    def has_mark(self, path: str) -> bool:
        """Whether a file begins with a byte order mark, which is no part of its text."""
        self.text(path)
        return path in self._marked

    def data(self, path: str) -> Any:
        """What a file says, as plain data."""
        if path not in self._data:
            self._data[path] = parse(self.text(path)).data
        return self._data[path]

    def said(self, node: Node) -> Any:
        """An item as its file says it: a mapping, a title alone or nothing; ABSENT where it does not stand there."""
        return at(self.data(node.file), node.route)

    def line(self, path: str, route: Route) -> int:
        """The line of what stands at a route, or of the nearest above it."""
        if path not in self._places:
            text = self.text(path)
            self._places[path] = (locate(text), Lines(text))
        return line_at(route, *self._places[path])

    def spot(self, path: str, route: Route) -> str:
        """The same as `file:line`."""
        return f"{self.shown(path)}:{self.line(path, route)}"


def line_at(route: Route, places: Places, lines: Lines) -> int:
    """The line of the key, or else the value, at a route; of the nearest above it where nothing stands there."""
    nodes = places.keys()
    while route and route not in nodes:
        route = route[:-1]
    span = places.find(route, key=True) or (0, 0)
    return lines.position(span[0])[0]


def at(data: Any, route: Route) -> Any:
    """What stands at a route of plain data, or ABSENT."""
    for step in route:
        in_list = isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)
        if not in_list and not (isinstance(data, dict) and step in data):
            return ABSENT
        data = data[step]
    return data
