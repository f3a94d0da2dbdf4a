"""A bar for who waits: on a terminal only, gone when the plan is read, and not for who wants no notes."""

from __future__ import annotations

import io
from contextlib import redirect_stderr
from pathlib import Path

import pytest
from tests.plans import TODAY, written

from alignplan.cli.settings import Settings
from alignplan.cli.waiting import watcher
from alignplan.output import progress
from alignplan.workspace import Plan


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """Standard error on a terminal, where nobody has patience."""
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setattr(progress, "_PAUSE", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    return _Terminal()


def read_on(stream: io.StringIO, folder: Path, settings: Settings) -> list[str]:
    """The files of a plan that is read while someone looks at `stream`."""
    parts = {f"ops/{number}.yaml": f"values: {{v{number}: {{}}}}\n" for number in range(3)}
    root = "alignplan: 1\nplan: {title: x}\ninclude: ['ops/*.yaml']\n"
    written(folder, {"alignplan.yaml": root, **parts})
    with redirect_stderr(stream):
        return Plan(str(folder / "alignplan.yaml"), TODAY, watcher(settings)).files


def test_each_file_moves_it_and_the_last_takes_it_away(tmp_path: Path, screen: _Terminal) -> None:
    assert read_on(screen, tmp_path, Settings()) == [
        "alignplan.yaml",
        "ops/0.yaml",
        "ops/1.yaml",
        "ops/2.yaml",
    ]
    drawn = screen.getvalue().split("\r")
    assert [line.split()[-3:] for line in drawn if "Reading" in line] == [
        ["1", "of", "4\x1b[K"], ["2", "of", "4\x1b[K"], ["3", "of", "4\x1b[K"],
    ]  # fmt: skip
    assert drawn[-1] == "\x1b[K"


def test_who_wants_no_notes_sees_none(tmp_path: Path, screen: _Terminal) -> None:
    assert len(read_on(screen, tmp_path, Settings(quiet=True))) == 4
    assert screen.getvalue() == ""


def test_off_a_terminal_there_is_none(tmp_path: Path) -> None:
    stream = io.StringIO()
    assert len(read_on(stream, tmp_path, Settings())) == 4
    assert stream.getvalue() == ""
