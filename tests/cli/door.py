"""The command line as someone types it: in this process, or in one of its own."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import alignplan
from alignplan.__main__ import run

DAY = "2026-11-22"
FOREIGN = (
    "ALIGNPLAN_AS_OF", "ALIGNPLAN_DEBUG", "COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY",
    "NO_COLOR", "PAGER",
)  # fmt: skip


@dataclass(frozen=True)
class Done:
    """How a run ended, and what it said."""

    code: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    """A standard stream that is no terminal."""

    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="")

    def said(self) -> str:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode(self.encoding)


@contextlib.contextmanager
def _there(folder: Path, environment: Mapping[str, str]) -> Iterator[None]:
    before, kept = os.getcwd(), dict(os.environ)
    os.chdir(folder)
    for name in FOREIGN:
        os.environ.pop(name, None)
    os.environ.update({"ALIGNPLAN_AS_OF": DAY, **environment})
    try:
        yield
    finally:
        os.chdir(before)
        os.environ.clear()
        os.environ.update(kept)


def typed(folder: Path, *arguments: str, encoding: str = "utf-8", **environment: str) -> Done:
    """`alignplan` with these arguments, in `folder`, as of 2026-11-22."""
    out, err = _Stream(encoding), _Stream(encoding)
    with _there(folder, environment), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(list(arguments))
        return Done(code, out.said(), err.said())


COMMAND = [sys.executable, "-m", "alignplan"]


def environment(**more: str) -> dict[str, str]:
    """The environment of a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    source = str(Path(alignplan.__file__).parents[1])
    return {**kept, "PYTHONPATH": source, "ALIGNPLAN_AS_OF": DAY, **more}


def started(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The same in a process of its own."""
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
