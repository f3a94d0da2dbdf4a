"""The past of the example `market-share`, made up: commits that lead to the plan as it stands, the same every time."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

__all__ = ["commit", "give_commit", "give_past"]

Undo = Callable[[str], str]
Step = tuple[str, str, str, Undo]
"""A day, what was said of the change, the file, and how its text was before."""


def _was(old: str, new: str) -> Undo:
    def undo(text: str) -> str:
        assert new in text, f"the example no longer says {new!r}"
        return text.replace(new, old, 1)

    return undo


def _without(pattern: str) -> Undo:
    def undo(text: str) -> str:
        changed = re.sub(pattern, "", text, count=1, flags=re.MULTILINE | re.DOTALL)
        assert changed != text, f"the example no longer has {pattern!r}"
        return changed

    return undo


STEPS: tuple[Step, ...] = (
    ("2026-07-06", "Market share of the second quarter", "data/share.csv", _without(r"^2026-06-30[^\n]*\n")),
    (
        "2026-07-20",
        "A target for this year that we can reach",
        "objectives.yaml",
        lambda text: _was("Reach 19.5 % by", "Reach 19 % by")(
            _was("{date: 2026-12-31, value: 19.5}", "{date: 2026-12-31, value: 19}")(text)
        ),
    ),
    (
        "2026-08-31",
        "The new range brings less than we hoped",
        "tactics/product.yaml",
        _was(
            "share-now: +0.8, share-2026/shops: +110,\n            share-2026/new-sales: +260000",
            "share-now: +0.6, share-2026/shops: +90,\n            share-2026/new-sales: +220000",
        ),
    ),
    (
        "2026-09-21",
        "Two chains list the range later",
        "tactics/product.yaml",
        _was(
            "criterion: Count of the retail panel, not our own\n        due: 2026-11-06",
            "criterion: Count of the retail panel, not our own\n        due: 2026-11-30",
        ),
    ),
    ("2026-10-05", "Market share of the third quarter", "data/share.csv", _without(r"^2026-09-30[^\n]*\n")),
    (
        "2026-10-19",
        "Canteens as well",
        "objectives.yaml",
        _without(r"^  food-service:.*?(?=^  loyal-households:)"),
    ),
)
FIRST = ("2026-06-15", "The plan after half a year")


def give_past(folder: Path) -> None:
    """Make a repository of a copy of the example; its last commit is the plan as it stands."""
    _git(folder, "init", "-q", "-b", "main", "--object-format=sha1")
    for day, subject, files in reversed(list(_versions(folder))):
        for path, text in files.items():
            (folder / path).write_text(text, encoding="utf-8")
        _git(folder, "add", "--all")
        _git(folder, "commit", "-q", "-m", subject, day=day)


def give_commit(folder: Path) -> None:
    """Make a repository of a folder, with all that it holds committed on the first day."""
    _git(folder, "init", "-q", "-b", "main", "--object-format=sha1")
    _git(folder, "add", "--all")
    _git(folder, "commit", "-q", "-m", "The plan")


def commit(folder: Path, arguments: Sequence[str]) -> str:
    """What a reader commits, on the day of the documentation; what git says."""
    _git(folder, "commit", *arguments, day="2026-11-22")
    return ""


def _versions(folder: Path) -> Iterator[tuple[str, str, dict[str, str]]]:
    """From the last version back: the day, what was said of it, and the files as they are in it."""
    files = {step[2]: (folder / step[2]).read_text(encoding="utf-8") for step in STEPS}
    for day, subject, path, undo in reversed(STEPS):
        yield day, subject, dict(files)
        files[path] = undo(files[path])
    yield *FIRST, dict(files)


def _git(folder: Path, *arguments: str, day: str = FIRST[0]) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    who = {"NAME": "Mia Lund", "EMAIL": "mia@northwind.example", "DATE": f"{day}T09:00:00+0000"}
    said = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in who.items()}
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *arguments], cwd=folder, env={**kept, **said, **own}, check=True)  # noqa: S603, S607
