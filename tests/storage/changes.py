"""Changes of a small plan: of one file, and of several, one of which is new and one of which goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.plans import written

from alignplan.storage import change

FILES = {"alignplan.yaml": "root\n", "ops/a.yaml": "a\n", "data/k.csv": "1\n", "other.yaml": "other\n"}


def small(folder: Path) -> Path:
    """The plan as it was."""
    return written(folder, FILES)


def one(folder: Path) -> None:
    """One file is changed."""
    with change(str(folder)) as draft:
        draft.write("ops/a.yaml", draft.read("ops/a.yaml") + b"more\n")


def first(folder: Path) -> None:
    """One file is made."""
    with change(str(folder)) as draft:
        draft.write("new.yaml", b"new\n")


def several(folder: Path) -> None:
    """Two files are changed, one is made in folders that are not there, one goes."""
    with change(str(folder)) as draft:
        draft.read("other.yaml")
        draft.write("alignplan.yaml", draft.read("alignplan.yaml") + b"more\n")
        draft.remove("data/k.csv")
        draft.write("new/deep/b.yaml", b"b\n")
        draft.write("ops/a.yaml", draft.read("ops/a.yaml") + b"more\n")


Change = Callable[[Path], None]
CHANGES = (one, first, several)
