"""The repository that a folder is in: its commits by name, and the folder's files at each of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from alignplan.errors import Misuse
from alignplan.history.calls import WALK, Git, Unanswered
from alignplan.history.commits import Commit, commit_of
from alignplan.history.objects import Missing, Objects
from alignplan.history.refusals import refusal
from alignplan.history.revision import Revision
from alignplan.history.trees import Entry, folders_of, staged

__all__ = ["Repository"]

_NOTHING = Entry(0o040000, "")
_LONGEST_NAME = 80


class Repository:
    """The repository around a folder. Raises Misuse where there is none, or git does not read it."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._git = Git(folder)
        said = self._git.need(
            "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix"
        )
        inside, shallow, prefix = said.split(b"\n", 2)
        if inside != b"true":
            raise refusal("must be run in a work tree", self._folder)
        self.shallow = shallow == b"true"
        """Whether its history is cut off somewhere."""
        self._prefix = os.fsdecode(prefix.removesuffix(b"\n"))
        self.objects = Objects(self._git)

    def close(self) -> None:
        """End the process that reads."""
        self.objects.close()

    # ------------------------------------------------------------ commits

    def commit(self, name: str) -> Commit:
        """The commit that a revision names, as git reads it. Raises Misuse."""
        try:
            said = self._git.ask("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
        except Unanswered as words:
            raise self._unknown(name, str(words)) from None
        return self._read([said.decode("ascii", "replace").strip()])[0]

    def parting(self, one: Commit, other: Commit) -> Commit:
        """The commit from which two histories went apart. Raises Misuse where they have none in common."""
        try:
            said = self._git.ask("merge-base", one.id, other.id)
        except Unanswered:
            hint = self._deeper() or "compare them with two dots: REV..REV"
            raise Misuse(f"{one.short} and {other.short} have no commit in common", hint) from None
        return self._read([said.decode("ascii", "replace").split()[0]])[0]

    def ids(self, last: Commit, most: int) -> list[str]:
        """The hashes of the commits from `last` back that touched the folder, along first parents; at most so many."""
        said = self._git.need(
            "rev-list", "--first-parent", f"--max-count={most}", last.id, "--", ".", patience=WALK
        )
        return said.decode("ascii", "replace").split()

    def named(self, ids: Sequence[str]) -> Iterator[Commit]:
        """The commits with these hashes. Raises Misuse where one is damaged."""
        try:
            for id, text in zip(ids, self.objects.commits(ids), strict=True):
                yield commit_of(id, text)
        except (Missing, ValueError):
            raise refusal("a commit is damaged", self._folder) from None

    def commits(self, last: Commit, *, before: Commit | None = None, every: bool = False) -> Iterator[Commit]:
        """The commits from `last` back, those that `before` has left out, that touched the folder.

        Along first parents, so that a merged branch counts as one; `every` follows all of them.
        """
        wanted = [last.id, *([f"^{before.id}"] if before is not None else [])]
        ways = [] if every else ["--first-parent"]
        said = self._git.need("rev-list", *ways, *wanted, "--", ".", patience=WALK)
        yield from self.named(said.decode("ascii", "replace").split())

    def _read(self, ids: Sequence[str]) -> list[Commit]:
        try:
            return [commit_of(id, text) for id, text in zip(ids, self.objects.commits(ids), strict=True)]
        except (Missing, ValueError):
            raise refusal(f"the commit {ids[0][:12]} is damaged", self._folder) from None

    def _unknown(self, name: str, said: str) -> Misuse:
        """Why a name means no commit."""
        shown = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
        if not self._has_commits():
            return Misuse("the repository has no commit yet", "commit the plan first")
        if "ambiguous" in said:
            return Misuse(f"`{shown}` begins more than one hash", "type more of it")
        hint = self._deeper() or "`git log --oneline` and `git branch --all` list what there is"
        return Misuse(f"git knows no revision `{shown}`", hint)

    def _has_commits(self) -> bool:
        try:
            return bool(self._git.ask("rev-list", "--max-count=1", "--all"))
        except Unanswered:
            return True

    def _deeper(self) -> str:
        if not self.shallow:
            return ""
        return "this clone is cut short: `git fetch --unshallow`, or in CI check out with `fetch-depth: 0`"

    # ------------------------------------------------------------ files

    def at(self, commit: Commit) -> Revision:
        """The folder at a commit; empty where it was not there."""
        top = Entry(0o040000, commit.tree)
        try:
            for name in filter(None, self._prefix.split("/")):
                top = self.objects.tree(top.id).get(name, _NOTHING)
                if not top.is_folder or not top.id:
                    return Revision(self._folder, self.objects, _NOTHING)
            self.objects.tree(top.id)
        except Missing:
            raise self._cut(commit) from None
        return Revision(self._folder, self.objects, top, commit.id)

    def _cut(self, commit: Commit) -> Misuse:
        words = f"git cannot read the files of {commit.short}: the repository is cut short or damaged"
        return Misuse(words, self._deeper() or "`git fsck` tells what is missing")

    def staged(self) -> Revision:
        """The folder as it is staged. Raises Misuse where a merge has left conflicts in it."""
        files = list(staged(self._git.need("ls-files", "--stage", "-z", "--", ".")))
        for file in files:
            if file.stage:
                raise Misuse(f"{file.path} has conflicts", "resolve them, then `git add` it")
        for path, held in folders_of(files).items():
            self.objects.put_tree(f"index:{path}", held)
        return Revision(self._folder, self.objects, Entry(0o040000, "index:"))
