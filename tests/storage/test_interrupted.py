"""Runs that are ended, at whichever operation, by what nobody can catch: the next one finds all old or all new."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from tests.storage.changes import CHANGES, Change, one, several, small
from tests.storage.faults import child, files, killed, state

from alignplan.storage import pending, settle

MOST = 400


@pytest.mark.parametrize("act", CHANGES)
def test_a_run_that_is_killed_is_finished_or_taken_back_by_the_next_reader(
    tmp_path: Path, act: Change
) -> None:
    act(small(tmp_path / "after"))
    before, after = files(state(small(tmp_path / "before"))), files(state(tmp_path / "after"))
    seen = set()
    for number in range(1, MOST):
        folder = small(tmp_path / str(number))
        code = child(lambda folder=folder: act(folder), number, killed)  # type: ignore[misc]
        found = files(state(folder))
        found.pop(".alignplan-change", None)
        for name in before.keys() | after.keys():
            assert found.get(name) in (before.get(name), after.get(name)), number
        assert settle(str(folder)) == ""
        settled = files(state(folder))
        assert settled in (before, after), number
        seen.add(settled == after)
        one(folder)
        assert not [name for name in state(folder) if ".alignplan" in name], number
        if code == 0:
            break
        assert code == -signal.SIGKILL
    else:
        pytest.fail("it never ends")
    assert seen == {True, False}


def test_a_writer_finishes_what_a_killed_one_began_before_it_reads(tmp_path: Path) -> None:
    ends = set()
    for number in range(1, MOST):
        folder = small(tmp_path / str(number))
        code = child(lambda folder=folder: several(folder), number, killed)  # type: ignore[misc]
        was_half_done = pending(str(folder))
        one(folder)
        assert not pending(str(folder))
        text = (folder / "ops/a.yaml").read_text()
        done = (folder / "new/deep/b.yaml").exists()
        assert text == ("a\nmore\nmore\n" if done else "a\nmore\n"), number
        assert (folder / "data/k.csv").exists() != done
        ends.add((was_half_done, done))
        if code == 0:
            break
    assert ends == {(False, False), (True, True), (False, True)}


@pytest.mark.parametrize("number_of_signal", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("act", CHANGES)
def test_a_signal_waits_until_the_change_is_made(tmp_path: Path, act: Change, number_of_signal: int) -> None:
    act(small(tmp_path / "after"))
    before, after = state(small(tmp_path / "before")), state(tmp_path / "after")
    found = []
    for number in range(1, MOST):
        folder = small(tmp_path / str(number))
        code = child(
            lambda folder=folder: act(folder),  # type: ignore[misc]
            number,
            lambda: os.kill(os.getpid(), number_of_signal),
        )
        found.append(state(folder))
        if code == 0:
            break
        assert code == (2 if number_of_signal == signal.SIGINT else -number_of_signal)
    else:
        pytest.fail("it never ends")
    first = found.index(after)
    assert set(map(str, found[:first])) == {str(before)}
    assert set(map(str, found[first:])) == {str(after)}
    assert first < len(found) - 10
