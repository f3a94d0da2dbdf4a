"""Folders as git keeps them: names with modes and hashes, of a commit or of the index."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Entry", "Staged", "entries", "folders_of", "staged"]


class Entry(NamedTuple):
    """What has a name in a folder: its kind, in the mode's first digits, and the hash of its content."""

    mode: int
    id: str

    @property
    def is_folder(self) -> bool:
        """A folder whose content git keeps."""
        return self.mode == 0o040000

    @property
    def is_link(self) -> bool:
        """A symbolic link; its content is where it leads."""
        return self.mode == 0o120000

    @property
    def is_submodule(self) -> bool:
        """Another repository, of which git keeps only which commit it is at."""
        return self.mode == 0o160000


def entries(content: bytes, length: int) -> dict[str, Entry]:
    """The entries of a tree object, by name; hashes have `length` bytes. What is damaged ends it."""
    found: dict[str, Entry] = {}
    at = 0
    while at < len(content):
        blank, nul = content.find(b" ", at), content.find(b"\0", at)
        if not at < blank < nul or not content[at:blank].isdigit():
            break
        end = nul + 1 + length
        name = os.fsdecode(content[blank + 1 : nul])
        found[name] = Entry(int(content[at:blank], 8), content[nul + 1 : end].hex())
        at = end
    return found


class Staged(NamedTuple):
    """A file in the index: its path from the top of the repository, and 0, or another number in a conflict."""

    path: str
    entry: Entry
    stage: int


def staged(said: bytes) -> Iterator[Staged]:
    """The files that `ls-files --stage -z` lists."""
    for line in said.split(b"\0"):
        head, tab, path = line.partition(b"\t")
        if tab:
            mode, id, stage = head.split(b" ")
            yield Staged(os.fsdecode(path), Entry(int(mode, 8), id.decode("ascii")), int(stage))


def folders_of(files: list[Staged]) -> dict[str, dict[str, Entry]]:
    """The folders that hold the files, by their paths (the top is the empty one), each by what it holds."""
    folders: dict[str, dict[str, Entry]] = {"": {}}
    for path, entry, _ in files:
        above, _, name = path.rpartition("/")
        folders.setdefault(above, {})[name] = entry
        while above:
            over, _, folder = above.rpartition("/")
            beside = folders.setdefault(over, {})
            if folder in beside:
                break
            beside[folder] = Entry(0o040000, f"index:{above}")
            above = over
    return folders
