"""Real repositories with a small plan, made by the git that is installed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

__all__ = ["MAIN", "PLAN", "WORK", "Repo"]

PLAN = """\
alignplan: 1
plan: {title: The garden}
include: [work.yaml]
objectives:
  harvest:
    title: Harvest 40 kg
    owner: mia
    due: 2027-10-31
    kpis:
      kilos: {title: Kilos, unit: kg, baseline: 10, target: 40, actuals: {2026-10-31: 25}}
people:
  mia: {name: Mia}
  ben: {name: Ben}
lint: {select: [A101, A102, S404, T302]}
"""
WORK = """\
tactics:
  beds:
    title: Build raised beds
    supports: harvest
    owner: mia
    due: 2027-03-31
    moves: {harvest/kilos: +30}
    actions:
      wood: {title: Buy wood, due: 2026-12-15}
      build: {title: Build the beds, due: 2027-03-15}
"""
MAIN = "main"


class Repo:
    """A repository in a folder; each commit is made at noon of a day."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", MAIN)

    def git(self, *arguments: str, day: str = "2026-11-01", folder: Path | None = None) -> str:
        """Run git, as a person with a name and nothing else of their own."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in
               (("NAME", "Mia"), ("EMAIL", "mia@example.org"), ("DATE", f"{day}T12:00:00+0000"))}  # fmt: skip
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *arguments],
            cwd=folder or self.folder,
            env={**kept, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def write(self, **files: str) -> None:
        """Write files; `work` is `work.yaml`, `alignplan` the root."""
        for name, text in files.items():
            self.put(f"{name}.yaml", text)

    def put(self, path: str, text: str) -> None:
        """Write a file at a path."""
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def commit(self, day: str = "2026-11-01", message: str = "a change") -> str:
        """Commit everything; the hash."""
        self.git("add", "--all", "--force")
        self.git("commit", "-q", "--allow-empty", "-m", message, day=day)
        return self.git("rev-parse", "HEAD")

    def planted(self) -> Repo:
        """With the garden in it, committed on 2026-11-01."""
        self.write(alignplan=PLAN, work=WORK)
        self.commit()
        return self
