"""Which files a plan is made of: its root, upward or downward, and what the root includes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from alignplan import storage
from alignplan.diagnostics.finding import Finding, Part, Place, Severity
from alignplan.errors import Misuse
from alignplan.loading.beside import is_frozen
from alignplan.loading.globs import matches
from alignplan.storage.folders import Folder

__all__ = ["ROOT", "Included", "find_roots", "included"]

ROOT = "alignplan.yaml"
_NEVER = frozenset((ROOT, "schedule.lock.yaml", "alignplan-baseline.json"))
_GLOB = re.compile(r"[*?\[]")


def find_roots(start: str) -> list[str]:
    """The root files for a folder or file: the nearest above it, else every one below it; raises :class:`Misuse`."""
    try:
        path = os.path.abspath(start)
    except OSError:
        raise Misuse("the current folder is gone", "name another one: `alignplan -C DIR …`") from None
    if not os.path.lexists(path):
        raise Misuse(f"there is no {start}", "name a folder with an alignplan.yaml, or a file of such a plan")
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    above = folder
    while True:
        if os.path.lexists(os.path.join(above, ROOT)):
            return [os.path.join(above, ROOT)]
        parent = os.path.dirname(above)
        if parent == above:
            break
        above = parent
    if not os.path.isdir(path):
        return [path]
    below = [name for name in storage.walk(folder) if name.rpartition("/")[2] == ROOT]
    if not below:
        raise Misuse(
            f"no plan here: there is no {ROOT} in {start}, above or below it", "`alignplan init` writes one"
        )
    return [os.path.join(folder, name) for name in below]


@dataclass(slots=True)
class Included:
    """Paths of plan files, relative to the plan's folder and without the root, and what was wrong with the globs."""

    paths: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    """Where each path was named."""
    folders: dict[str, storage.FolderState] = field(default_factory=dict)
    """Folders that globs looked into, with their state before that."""
    absent: list[str] = field(default_factory=list)
    """Paths that were named and are not there."""


def included(folder: Folder, patterns: Iterable[str], root_name: str) -> Included:
    """The files that `include` names, each once, in the order of the globs."""
    answer = Included()
    seen: set[object] = set()
    listing: list[str] | None = None
    for index, pattern in enumerate(patterns):
        place = Place(root_name, ("include", index), Part.VALUE)
        if not _is_local(pattern):
            answer.findings.append(_outside(pattern, place))
            continue
        plain = os.path.normpath(pattern).replace(os.sep, "/")
        if _GLOB.search(pattern):
            listing = list(folder.walk(answer.folders)) if listing is None else listing
            found = [path for path in listing if matches(plain, path)]
        else:
            found = [plain] if folder.exists(plain) else []
            answer.absent += [] if found else [plain]
        _take(folder, pattern, found, place, seen, answer, root_name)
    return answer


def _take(
    folder: Folder,
    pattern: str,
    paths: list[str],
    place: Place,
    seen: set[object],
    answer: Included,
    root: str,
) -> None:
    """Add the matches that may be read; one that is reached twice counts once."""
    known = False
    for path in paths:
        name = path.rpartition("/")[2]
        if path == root or name in _NEVER or is_frozen(name):
            continue
        if _GLOB.search(pattern) and folder.is_folder(path):
            continue
        if not folder.inside(path):
            answer.findings.append(_outside(path, place))
            known = True
            continue
        known = True
        identity = folder.identity(path)
        if identity is None or identity not in seen:
            if identity is not None:
                seen.add(identity)
            answer.paths.append(path)
            answer.places[path] = place
    if not known:
        answer.findings.append(
            Finding("E011", f"`{pattern}` matches no file", place, field="include", severity=Severity.WARNING,
                    label="no such file", help="correct the path, relative to the root file, or remove it")
        )  # fmt: skip


def _is_local(pattern: str) -> bool:
    """Whether a pattern stays in the folder by its words alone."""
    if not pattern or "\0" in pattern or "\\" in pattern or pattern.startswith(("/", "~", "$")):
        return False
    return ".." not in pattern.split("/") and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", pattern)


def _outside(pattern: str, place: Place) -> Finding:
    return Finding("E011", f"`{pattern}` leads out of the plan's folder", place, field="include", label="outside",
                   help="move the file into the folder of the root file")  # fmt: skip
