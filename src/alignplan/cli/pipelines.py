"""`init --ci`: the file by which the host of a repository checks its plan on each change."""

from __future__ import annotations

import os
from dataclasses import dataclass

from alignplan import storage
from alignplan.cli.paths import display_base
from alignplan.errors import Misuse
from alignplan.loading.discover import ROOT, find_roots
from alignplan.output.escape import terminal
from alignplan.output.streams import say
from alignplan.starters.pipelines.interface import Pipeline, pipeline

__all__ = ["Placed", "place", "plan_there"]


@dataclass(frozen=True, slots=True)
class Placed:
    """The file that is wanted: its path, as seen from here, its text, and what it replaces (none: nothing)."""

    base: str
    """The root of the repository; without git the folder of the plan."""
    path: str
    text: str
    before: str | None
    to_add: str
    """What the project's own file needs, where this one goes beside it."""
    in_git: bool

    def write(self) -> None:
        """Write it; over what is there only where that was seen. Raises Misuse."""
        texts = {os.path.relpath(self.path, self.base): self.text}
        if self.before is None:
            storage.write_all_new(self.base, texts)
        else:
            storage.write_all(self.base, texts)

    def say_next(self) -> None:
        """What is still to be done by hand."""
        lines = [f"next: add `{self.to_add}` to .gitlab-ci.yml"] if self.to_add else []
        if not self.in_git:
            lines.append(f"there is no repository yet: `git init` it in {os.path.relpath(self.base)}")
        say([terminal(line) for line in lines])


def place(name: str, folder: str, *, force: bool) -> Placed:
    """Where the file of a host goes for the plan in a folder. Raises Misuse where it is there already."""
    wanted = pipeline(name)
    base = display_base(os.path.join(folder, ROOT))
    plan = os.path.relpath(os.path.abspath(folder), base).replace(os.sep, "/")
    text = wanted.text(plan)
    path, to_add = _path(wanted, base, text)
    before = _text_there(path)
    if before is not None and not force:
        raise Misuse(f"{os.path.relpath(path)} is there already", "replace it with --force")
    return Placed(
        base, os.path.relpath(path), text, before, to_add, os.path.lexists(os.path.join(base, ".git"))
    )


def plan_there(folder: str) -> str | None:
    """The folder of the plan that a folder is in or has below it, as seen from here; Misuse where it has several."""
    if not os.path.isdir(folder):
        return None
    try:
        roots = find_roots(folder)
    except Misuse:
        return None
    roots = [root for root in roots if _in_repository(os.path.dirname(root), folder)]
    if len(roots) > 1:
        first = os.path.relpath(os.path.dirname(roots[0]))
        raise Misuse(
            f"{len(roots)} plans in {folder}", f"name the folder of one: alignplan init {first} --ci …"
        )
    return os.path.relpath(os.path.dirname(roots[0])) if roots else None


def _in_repository(plan: str, folder: str) -> bool:
    """Whether a plan is in the repository that a folder is in; a plan around the repository is another's."""
    base = display_base(os.path.join(folder, ROOT))
    return not os.path.lexists(os.path.join(base, ".git")) or storage.inside(base, plan)


def _path(wanted: Pipeline, base: str, text: str) -> tuple[str, str]:
    """The file to write, and what the project's own file needs where that is not ours to write."""
    path = os.path.join(base, *wanted.path.split("/"))
    there = _text_there(path)
    ours = text.partition("\n")[0]
    if not wanted.beside or there is None or there.partition("\n")[0] == ours:
        return path, ""
    return os.path.join(base, *wanted.beside.split("/")), "" if wanted.beside in there else wanted.to_add


def _text_there(path: str) -> str | None:
    """The text of a file; none where nothing has that name, empty where it is none that can be read."""
    if not os.path.lexists(path):
        return None
    try:
        return storage.read(path).decode("utf-8", "replace")
    except storage.Unreadable:
        return ""
