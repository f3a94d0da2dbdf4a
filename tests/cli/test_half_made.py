"""Readers say in one line where a change is half made and they cannot help it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.plans import HEAD, written

NOTE = (
    "note: `.alignplan-change` in the plan's folder was not left by a run of alignplan here; "
    "delete it if the plan says what it should\n"
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path, {"alignplan.yaml": HEAD, ".alignplan-change": "planted"})


@pytest.mark.parametrize("command", ["check", "gaps", "tree", "ls"])
def test_a_journal_that_is_not_ours_is_told(plan: Path, command: str) -> None:
    told = typed(plan, command)
    quiet = typed(plan, command, "-q")
    assert NOTE in told.err
    assert quiet.err == ""
    assert told.out == quiet.out
    (plan / ".alignplan-change").unlink()
    after = typed(plan, command)
    assert (after.code, after.out) == (told.code, told.out)
    assert after.err == told.err.replace(NOTE, "")
