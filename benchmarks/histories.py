"""A plan with a past: one file changed in each commit, a commit every eight hours."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.plans import DAY, write_plan

__all__ = ["write_history"]

_WORDS = ("soon", "later", "twice", "again", "outside", "together")


def write_history(folder: Path, tactics: int, commits: int, seed: int = 5) -> Path:
    """Write a plan of so many tactics into an empty folder and give it so many commits; gives the folder."""
    write_plan(folder, tactics)
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=folder, check=True)
    stream = b"".join(_stream(folder, commits, random.Random(seed)))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=stream, check=True)
    subprocess.run(["git", "reset", "-q", "--hard", "main"], cwd=folder, check=True)
    return folder


def _stream(folder: Path, commits: int, dice: random.Random) -> Iterator[bytes]:
    """What `git fast-import` reads: the whole plan, then one changed file at a time."""
    files = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.yaml")}
    work = sorted(path for path in files if path.startswith("tactics/"))
    first = datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC) - timedelta(hours=8 * commits)
    yield _commit(first, files)
    for number in range(1, commits):
        path = dice.choice(work)
        files[path] = _changed(files[path], dice)
        yield _commit(first + timedelta(hours=8 * number), {path: files[path]})


def _changed(text: str, dice: random.Random) -> str:
    """The text with another title somewhere."""
    lines = text.split("\n")
    titles = [at for at, line in enumerate(lines) if line.startswith("    title:")]
    at = dice.choice(titles)
    lines[at] = f"{lines[at].rsplit(' ', 1)[0]} {dice.choice(_WORDS)}"
    return "\n".join(lines)


def _commit(when: datetime, files: dict[str, str]) -> bytes:
    head = f"commit refs/heads/main\ncommitter Bench <bench@example.org> {int(when.timestamp())} +0000\ndata 1\nx\n"
    parts = [head.encode()]
    for path, text in files.items():
        content = text.encode()
        parts.append(f"M 100644 inline {path}\ndata {len(content)}\n".encode() + content + b"\n")
    return b"".join(parts)
