"""The example plans as templates: in the wheel beside this package, in a checkout where they are written."""

from __future__ import annotations

import os
from datetime import date

from alignplan import storage
from alignplan.errors import Misuse
from alignplan.starters.moving import moved_csv, moved_yaml

__all__ = ["WRITTEN_FOR", "example_files", "example_names", "look_up"]

WRITTEN_FOR = date(2026, 11, 22)
"""The day on which the examples are at mid-course."""
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_HOMES = (
    os.path.join(_PACKAGE, "templates"),
    os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "examples"),
)
_LEFT_OUT = ("expected/", "golden/")


def _home() -> str:
    """The folder of the examples; raises Misuse where an installation has none."""
    for home in _HOMES:
        if os.path.isdir(home):
            return home
    raise Misuse("this installation has no templates", "install alignplan from its wheel")


def example_names() -> list[str]:
    """The names of all examples."""
    home = _home()
    return sorted(
        name for name in storage.names(home) if os.path.isfile(os.path.join(home, name, "alignplan.yaml"))
    )


def look_up(name: str) -> None:
    """Raises Misuse where there is no such example."""
    if name not in example_names():
        raise Misuse(f"there is no template {name}", _hint(name))


def example_files(name: str, today: date) -> dict[str, str]:
    """The files of an example, all its dates moved so that it is on `today` where it was on its own day."""
    look_up(name)
    folder = os.path.join(_home(), name)
    days = (today - WRITTEN_FOR).days
    starts = _year_starts(folder)
    files: dict[str, str] = {}
    for path in storage.walk(folder):
        text = storage.read(os.path.join(folder, path)).decode("utf-8")
        if path.startswith(_LEFT_OUT):
            continue
        if path.endswith((".yaml", ".yml")):
            files[path] = moved_yaml(text, days, starts)
        elif path.endswith(".csv"):
            files[path] = moved_csv(text, days, starts)
    return dict(sorted(files.items(), key=lambda entry: (entry[0] != "alignplan.yaml", entry[0])))


def _year_starts(folder: str) -> int:
    from alignplan.loading.load import load
    from alignplan.storage.folders import Folder

    return load(Folder(folder), "alignplan.yaml").plan.year_starts or 0


def _hint(name: str) -> str:
    from difflib import get_close_matches

    known = example_names()
    near = get_close_matches(name, known, n=1)
    return f"did you mean {near[0]}?" if near else "there are " + ", ".join(known)
