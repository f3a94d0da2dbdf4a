"""Runs `alignplan` as a reader would, in a folder, on a fixed day, and gives what a terminal would have shown."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

__all__ = ["AS_OF", "ROOT", "Ran", "run"]

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-22"
"""The day on which everything in the documentation is judged, unless it says another."""
_NO_CACHE = "/dev/null"
"""Where nothing can be kept: `config` shows it, so that it is the same everywhere."""
_DECIDES = ("ALIGNPLAN_", "COLUMNS", "FORCE_COLOR", "GITHUB_", "NO_COLOR", "PAGER", "XDG_CACHE_HOME")


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended: its exit code, what it wrote to standard output, and all that it wrote, in order."""

    code: int
    output: str
    shown: str


class _Both(io.TextIOBase):
    """A stream whose text goes to its own record and to a shared one."""

    encoding = "utf-8"

    def __init__(self, shared: io.StringIO) -> None:
        self.own = io.StringIO()
        self.shared = shared

    def write(self, text: str) -> int:
        self.shared.write(text)
        return self.own.write(text)


def run(arguments: Sequence[str], folder: Path, *, as_of: str = AS_OF) -> Ran:
    """Run `alignplan ARGUMENTS` in `folder`. Its output is no terminal: no colour, nothing cut."""
    from alignplan.__main__ import run as carry_out

    shared = io.StringIO()
    out, err = _Both(shared), _Both(shared)
    with _place(folder, as_of), redirect_stdout(out), redirect_stderr(err):
        code = carry_out(list(arguments))
    return Ran(code, out.own.getvalue(), shared.getvalue())


@contextmanager
def _place(folder: Path, as_of: str) -> Iterator[None]:
    """The folder and the environment of a reader; what was there before comes back."""
    before, environment = Path.cwd(), dict(os.environ)
    os.chdir(folder)
    _set_environment({**_neutral(environment), "ALIGNPLAN_AS_OF": as_of, "XDG_CACHE_HOME": _NO_CACHE})
    try:
        yield
    finally:
        os.chdir(before)
        _set_environment(environment)


def _neutral(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if not name.startswith(_DECIDES)}


def _set_environment(environment: Mapping[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)
