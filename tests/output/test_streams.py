"""Closed pipes, full disks, pagers and progress."""

from __future__ import annotations

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from alignplan.errors import Misuse
from alignplan.output import streams
from alignplan.output.ink import Ink
from alignplan.output.pager import Pager, find_pager
from alignplan.output.progress import Progress

SOURCE = str(Path(streams.__file__).parents[2])
PROGRAM = """
import os, sys
from alignplan.errors import Misuse
from alignplan.output import streams
from alignplan.output.ink import ink_for
streams.prepare()
try:
    streams.write((f"line {number} \\u2714 \\ud800" for number in range(int(sys.argv[1]))), paged=len(sys.argv) > 2)
    streams.finish()
except Misuse as misuse:
    streams.say(streams.refusal(misuse, ink_for(sys.stderr, {})))
    sys.exit(2)
"""
posix = pytest.mark.skipif(os.name != "posix", reason="shell redirections")


def shell(redirection: str, lines: int, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the program through `sh` with a redirection."""
    line = f'"$0" -c "$1" {lines} {redirection}'
    env = {**os.environ, "PYTHONPATH": SOURCE, "PYTHONIOENCODING": "utf-8", **environ}
    return subprocess.run(
        ["sh", "-c", line, sys.executable, PROGRAM], capture_output=True, text=True, env=env, check=False
    )


@posix
def test_a_reader_who_leaves_is_no_error() -> None:
    run = shell("| head -n 1", 50_000)
    assert (run.stdout, run.stderr, run.returncode) == ("line 0 ✔ \\ud800\n", "", 0)


@posix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
@pytest.mark.parametrize("lines", [1, 50_000])
def test_a_full_disk_is_said_in_one_line(lines: int) -> None:
    run = shell("> /dev/full", lines)
    assert run.stderr == "error: cannot write the output: No space left on device\n"
    assert run.returncode == 2


@posix
def test_a_closed_standard_output_is_said() -> None:
    run = shell(">&-", 1)
    assert run.stderr == "error: cannot write the output: standard output is closed\n"
    assert run.returncode == 2


@posix
@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full"])
def test_a_lost_standard_error_is_silent(redirection: str) -> None:
    run = shell(f">&- {redirection}", 1)
    assert (run.stdout, run.returncode) == ("", 2)


@posix
def test_any_text_fits_an_ascii_stream() -> None:
    run = shell("", 1, PYTHONIOENCODING="ascii")
    assert (run.stdout, run.returncode) == ("line 0 \\u2714 \\ud800\n", 0)


def test_lines_are_written_with_their_ends(capsys: pytest.CaptureFixture[str]) -> None:
    streams.write(["a", "", "b"])
    streams.write([])
    streams.say(["note: c"])
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("a\n\nb\n", "note: c\n")


def test_a_refusal_is_harmless() -> None:
    misuse = Misuse("no item `\x1b[31m`", "did you mean `red`?")
    assert list(streams.refusal(misuse, Ink())) == [
        "error: no item `\\u{1b}[31m`",
        "help: did you mean `red`?",
    ]
    assert list(streams.refusal(Misuse("no"), Ink())) == ["error: no"]


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    for name in ("less", "more"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    return tmp_path


@posix
def test_the_pager_is_less_unless_asked_otherwise(bin_folder: Path) -> None:
    path = {"PATH": str(bin_folder)}
    pager = find_pager(path)
    assert pager is not None
    assert (pager.command, pager.environ["LESS"]) == ((str(bin_folder / "less"),), "FRX")
    own = find_pager({**path, "PAGER": "more -e '$(id)'", "LESS": "S"})
    assert own is not None
    assert (own.command, own.environ["LESS"]) == ((str(bin_folder / "more"), "-e", "$(id)"), "S")


@posix
@pytest.mark.parametrize(
    "environ", [{"PAGER": ""}, {"PAGER": "cat"}, {"PAGER": "nowhere"}, {"PAGER": "'"}, {"TERM": "dumb"}]
)
def test_no_pager(environ: dict[str, str], bin_folder: Path) -> None:
    assert find_pager({"PATH": str(bin_folder), **environ}) is None


@posix
def test_a_pager_beside_the_plan_is_not_run(bin_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bin_folder)
    assert find_pager({"PATH": f".{os.pathsep}{os.pathsep}/nowhere"}) is None


def test_the_pager_reads_everything(tmp_path: Path) -> None:
    code = "import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())"
    pager = Pager((sys.executable, "-c", code, str(tmp_path / "read")), os.environ)
    assert pager.show(["a\n", "✔\ud800\n"], "utf-8")
    assert (tmp_path / "read").read_text(encoding="utf-8").splitlines() == ["a", "✔\\ud800"]


def test_a_pager_that_is_left_early_is_no_error() -> None:
    assert Pager((sys.executable, "-c", ""), os.environ).show(("x" * 100_000 for _ in range(20)), "utf-8")


def test_a_pager_that_does_not_start_reads_nothing() -> None:
    texts = iter(["a"])
    assert not Pager(("/nowhere/less",), os.environ).show(texts, "utf-8")
    assert next(texts) == "a"


@posix
@pytest.mark.parametrize(("lines", "paged"), [(40, True), (4, False)])
def test_long_output_on_a_terminal_is_paged(lines: int, paged: bool, tmp_path: Path) -> None:
    import fcntl
    import struct
    import termios

    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 10, 80, 0, 0))
    env = {**os.environ, "PYTHONPATH": SOURCE, "PAGER": f"tee {tmp_path / 'paged'}", "TERM": "xterm"}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(lines), "paged"], stdout=theirs, env=env, check=False
    )
    shown = os.read(ours, 100_000).decode()
    os.close(theirs)
    os.close(ours)
    assert run.returncode == 0
    assert shown.count("line ") == lines
    assert (tmp_path / "paged").exists() is paged


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that goes on by itself, a step at a time."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def test_progress_shows_after_half_a_second_and_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with Progress("Reading \x07", total=4, stream=stream, ink=Ink(width=80), clock=Clock(0.3)) as progress:
        progress.advance()
        assert stream.getvalue() == ""
        progress.advance()
        assert stream.getvalue() == "\rReading \\u{7} ━━━━━━━━━━━━               50 %  2 of 4\x1b[K"
    assert stream.getvalue().endswith("\r\x1b[K")


def test_progress_is_silent_when_quick_or_off_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    quick, pipe = Terminal(), StringIO()
    with Progress("Reading", total=2, stream=quick, clock=Clock(0.01)) as progress:
        progress.advance(2)
    with Progress("Reading", total=2, stream=pipe, clock=Clock(9)) as progress:
        progress.advance(2)
    assert (quick.getvalue(), pipe.getvalue()) == ("", "")


@pytest.mark.parametrize(
    ("ink", "total", "line"),
    [
        (Ink(width=20), 4, "Reading 25 %  1 of…"),
        (Ink(width=80, encoding="ascii"), 4, "Reading ======                     25 %  1 of 4"),
        (Ink(width=80), None, "Reading  1"),
    ],
)
def test_progress_fits_its_terminal(
    ink: Ink, total: int | None, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    progress = Progress("Reading", total, stream=stream, ink=ink, clock=Clock(1))
    progress.advance()
    shown = stream.getvalue().removeprefix("\r").removesuffix("\x1b[K")
    assert shown == line
