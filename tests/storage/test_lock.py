"""Those of us who write wait for each other, for ten seconds at most, and know for whom."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Timer

import pytest
from tests.cli.door import environment
from tests.storage.changes import one, small

from alignplan.errors import Misuse
from alignplan.storage import Unreadable, change, settle
from alignplan.storage.lock import WAIT, Busy, locked

HOLD = """
import sys, time
from alignplan.storage.lock import locked
with locked(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return small(tmp_path / "plan")


def append(plan: Path, line: str) -> None:
    with change(str(plan)) as draft:
        draft.write("ops/a.yaml", draft.read("ops/a.yaml") + f"{line}\n".encode())
        if line.endswith("5"):
            draft.write("other.yaml", draft.read("other.yaml") + f"{line}\n".encode())


def test_eight_writers_at_once_lose_nothing(plan: Path) -> None:
    writers = []
    for writer in range(8):
        process = os.fork()
        if process == 0:
            ended = 1
            try:
                for turn in range(20):
                    append(plan, f"{writer}-{turn}")
                ended = 0
            finally:
                os._exit(ended)
        writers.append(process)
    assert [os.waitpid(process, 0)[1] for process in writers] == [0] * 8
    lines = (plan / "ops/a.yaml").read_text().splitlines()
    assert sorted(lines[1:]) == sorted(f"{writer}-{turn}" for writer in range(8) for turn in range(20))
    assert [line for line in lines if line.endswith("5")] == (plan / "other.yaml").read_text().splitlines()[
        1:
    ]
    assert sorted(os.listdir(plan)) == ["alignplan.yaml", "data", "ops", "other.yaml"]


def test_a_writer_goes_on_as_soon_as_the_other_has_ended(plan: Path) -> None:
    holder = locked(str(plan))
    holder.__enter__()
    Timer(0.1, holder.__exit__, (None, None, None)).start()
    began = time.monotonic()
    one(plan)
    assert 0.05 < time.monotonic() - began < WAIT / 2
    assert (plan / "ops/a.yaml").read_text() == "a\nmore\n"


def test_one_who_waited_in_vain_is_told_for_whom(plan: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(plan)], env=environment(), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(Busy) as raised, change(str(plan), wait=0.05):
            pass
        process.kill()
        process.wait()
        one(plan)  # its lock went with it
    assert raised.value.message.startswith("another alignplan is writing in this plan's folder")
    if Path("/proc/locks").exists():
        assert f": process {process.pid} (" in raised.value.message
    assert raised.value.hint == "wait until it has ended, then run the command again"


def test_one_who_gave_up_does_not_keep_others_waiting(plan: Path) -> None:
    with locked(str(plan)):
        for _ in range(3):
            with pytest.raises(Busy), change(str(plan), wait=0.01):
                pass
    for _ in range(3):
        with change(str(plan), wait=1) as draft:
            draft.read("other.yaml")


def test_a_plan_in_a_folder_of_another_plan_is_waited_for_too(plan: Path) -> None:
    with (
        locked(str(plan / "ops")),
        pytest.raises(Busy, match="another alignplan is writing"),
        change(str(plan), wait=0.05) as draft,
    ):
        draft.write("ops/a.yaml", draft.read("ops/a.yaml") + b"more\n")
    assert (plan / "ops/a.yaml").read_text() == "a\n"


def test_ctrl_c_ends_the_waiting(plan: Path) -> None:
    with locked(str(plan)):
        process = os.fork()
        if process == 0:
            ended = 1
            try:
                signal.signal(signal.SIGINT, signal.default_int_handler)
                signal.setitimer(signal.ITIMER_REAL, 0.1)
                signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGINT))
                one(plan)
            except KeyboardInterrupt:
                ended = 130
            finally:
                os._exit(ended)
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 130


def test_a_system_without_locks_is_told(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with pytest.raises(Misuse, match="this system has no lock for folders, without which no plan is changed"):
        one(plan)


def test_a_file_system_without_locks_is_told(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(Misuse) as raised:
        one(plan)
    assert raised.value.message == f"cannot lock the folder {plan}: no locks available"
    assert raised.value.hint == "keep the plan on a file system that knows locks"


def test_the_system_may_not_tell_for_whom(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> bytes:
        raise Unreadable("there is no such file")

    monkeypatch.setattr("alignplan.storage.lock.read", refuse)
    with (
        locked(str(plan)),
        pytest.raises(Busy, match=r"another alignplan is writing in this plan.s folder$"),
        change(str(plan), wait=0.01),
    ):
        pass


def test_a_lock_that_is_refused_after_waiting_is_told(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int, operation: int) -> None:
        raise BlockingIOError if operation & fcntl.LOCK_NB else OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(Misuse, match=r"cannot lock the folder .*: no locks available"):
        one(plan)
    monkeypatch.undo()
    one(plan)


def test_a_reader_waits_for_a_change_that_is_being_made_and_tells_where_it_takes_too_long(plan: Path) -> None:
    with locked(str(plan)):
        (plan / ".alignplan-change").write_text("")
        note = settle(str(plan), wait=0.05)
        (plan / ".alignplan-change").unlink()
    assert note.startswith("another alignplan is writing in this plan's folder")
    assert note.endswith(": part of a change may be missing in what is read")
