"""The plan that a shell stands in: its files, as far as they can be read, and the items in them."""

from __future__ import annotations

import os

from alignplan import storage
from alignplan.cli.completing.outline import Data, Lines, opened
from alignplan.model.kinds import CHILDREN, SECTIONS, Kind

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every key
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Item", "PlanText", "plan_text"]

_ROOT = "alignplan.yaml"
_DEEPEST, _MOST_LOOKED_AT = 3, 2_000
"""How far below a folder a plan is looked for, while someone waits for the next key."""
_MARK = b"\xef\xbb\xbf"


class Item:
    """An item as the text shows it; of a nested one `parent` is the id of what it stands in."""

    __slots__ = ("_entry", "id", "kind", "parent")

    def __init__(self, kind: Kind, id: str, entry: Lines | Data, parent: str = "") -> None:
        self.kind = kind
        self.id = id
        self.parent = parent
        self._entry = entry

    @property
    def address(self) -> str:
        """Its id, of a nested one `parent/child`."""
        return f"{self.parent}/{self.id}" if self.parent else self.id

    @property
    def title(self) -> str:
        """Its title, where it has one on one line."""
        return self._entry.title()

    def children(self) -> Iterator[Item]:
        """What stands in it."""
        for section, kind in CHILDREN.get(self.kind, ()):
            for id, entry in self._entry.entries(section):
                yield Item(kind, id, entry, self.id)


class PlanText:
    """A plan by its root file; each file is read once, when something of it is asked for."""

    def __init__(self, root: str) -> None:
        self.folder = os.path.dirname(root)
        self._opened: dict[str, Lines | Data] = {}

    def paths(self) -> list[str]:
        """The files, relative to the plan's folder, the root first."""
        patterns = self._open(_ROOT).texts("include")
        return [_ROOT, *_included(self.folder, patterns)]

    def items(self, *kinds: Kind) -> Iterator[Item]:
        """The items that stand in nothing else, file by file; of all kinds where none is named."""
        wanted = [(section, kind) for section, kind in SECTIONS.items() if not kinds or kind in kinds]
        for path in self.paths():
            whole = self._open(path)
            for section, kind in wanted:
                for id, entry in whole.entries(section):
                    yield Item(kind, id, entry)

    def nested(self, *kinds: Kind) -> Iterator[Item]:
        """The items that stand in others, of some kinds."""
        parents = [kind for kind, inner in CHILDREN.items() if {nested for _, nested in inner} & set(kinds)]
        for parent in self.items(*parents):
            yield from (child for child in parent.children() if child.kind in kinds)

    def texts(self) -> Iterator[str]:
        """The texts of all files."""
        for path in self.paths():
            yield _text(self.folder, path)

    def _open(self, path: str) -> Lines | Data:
        if path not in self._opened:
            self._opened[path] = opened(_text(self.folder, path))
        return self._opened[path]


def _text(folder: str, path: str) -> str:
    """The text of a file; empty where it cannot be read."""
    full = os.path.join(folder, path)
    try:
        if path != _ROOT and not storage.inside(folder, full):
            return ""
        return storage.read(full).removeprefix(_MARK).decode("utf-8", "replace")
    except storage.Unreadable:
        return ""


def plan_text(directory: str) -> PlanText | None:
    """The plan of a folder: the nearest above it, else the only one not far below it."""
    folder = os.path.abspath(directory)
    if not os.path.isdir(folder):
        return None
    above = folder
    while True:
        if os.path.lexists(os.path.join(above, _ROOT)):
            return PlanText(os.path.join(above, _ROOT))
        parent = os.path.dirname(above)
        if parent == above:
            break
        above = parent
    below = _roots_below(folder)
    return PlanText(below[0]) if len(below) == 1 else None


def _roots_below(folder: str) -> list[str]:
    """The root files not far below a folder; hidden folders and links are passed by."""
    found: list[str] = []
    level = [folder]
    looked = 0
    for _ in range(_DEEPEST):
        below: list[str] = []
        for path in (os.path.join(above, name) for above in level for name in storage.names(above)):
            looked += 1
            if looked > _MOST_LOOKED_AT:
                return found
            if (
                not os.path.basename(path).startswith(".")
                and os.path.isdir(path)
                and not os.path.islink(path)
            ):
                below.append(path)
                found += [root] if os.path.lexists(root := os.path.join(path, _ROOT)) else []
        level = below
    return found


def _included(folder: str, patterns: list[str]) -> list[str]:
    """The files that `include` names, each once; see :func:`alignplan.loading.discover.included`."""
    from alignplan.loading.globs import matches

    found: dict[str, None] = {}
    for pattern in patterns:
        plain = os.path.normpath(pattern).replace(os.sep, "/")
        if plain.startswith(("/", "..")):
            continue
        if not any(sign in plain for sign in "*?["):
            found[plain] = None
            continue
        start = _fixed(plain)
        below = storage.walk(os.path.join(folder, start) if start else folder)
        paths = (f"{start}/{path}" if start else path for path in below)
        found.update(dict.fromkeys(path for path in paths if matches(plain, path)))
    found.pop(_ROOT, None)
    return list(found)


def _fixed(pattern: str) -> str:
    """The folders of a glob before its first sign."""
    folders = pattern.split("/")[:-1]
    fixed = next((at for at, name in enumerate(folders) if any(sign in name for sign in "*?[")), len(folders))
    return "/".join(folders[:fixed])
