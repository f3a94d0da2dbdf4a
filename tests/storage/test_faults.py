"""Whatever the system refuses, at whichever operation: all old or all new, and nothing left over."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest
from tests.storage.changes import CHANGES, Change, first, one, several, small
from tests.storage.faults import at_operation, raising, state

from alignplan.errors import Misuse
from alignplan.storage import settle

REFUSALS = (errno.ENOSPC, errno.EIO, errno.EACCES)
MOST = 400


def expected(folder: Path, act: Change) -> dict[str, str]:
    """The state after a change that nothing disturbs."""
    act(small(folder))
    return state(folder)


MESSAGES = {
    "cannot open the folder PLAN", "cannot open the folder PLAN/ops", "cannot open the folder PLAN/data",
    "cannot lock the folder PLAN", "cannot lock the folder PLAN/ops", "cannot lock the folder PLAN/data",
    "cannot write into PLAN", "cannot write `alignplan.yaml`", "cannot write `ops/a.yaml`", "cannot write `data/k.csv`",
    "cannot write `new.yaml`", "cannot write `new/deep/b.yaml`",
    "`alignplan.yaml` cannot be read", "`ops/a.yaml` cannot be read", "`data/k.csv` cannot be read",
    "`other.yaml` cannot be read", "`new.yaml` cannot be read", "`new/deep/b.yaml` cannot be read",
    "cannot look into PLAN",
}  # fmt: skip


def told(misuse: Misuse, folder: Path) -> tuple[str, str]:
    """What was said, but for the system's own words."""
    return misuse.message.partition(":")[0].replace(str(folder), "PLAN"), misuse.hint


def refused(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize(
    ("act", "reason"),
    [(one, errno.ENOSPC), (first, errno.EIO), *((several, reason) for reason in REFUSALS)],
    ids=lambda value: errno.errorcode[value] if isinstance(value, int) else value.__name__,
)
def test_a_refusal_at_any_operation_leaves_all_old_or_all_new(
    tmp_path: Path, act: Change, reason: int
) -> None:
    after = expected(tmp_path / "after", act)
    before = state(small(tmp_path / "before"))
    ends = set()
    for number in range(1, MOST):
        folder = small(tmp_path / str(number))
        failure = None
        with at_operation(number, raising(refused(reason))) as counter:
            try:
                act(folder)
            except Misuse as misuse:
                failure = misuse
        assert state(folder) == (after if failure is None else before), number
        ends.add(("", "") if failure is None else told(failure, folder))
        if counter.seen < number:
            break
        one(folder)
        assert (folder / "ops/a.yaml").read_text().endswith("more\n")
    else:
        pytest.fail("it never ends")
    assert {message for message, _ in ends} - {""} <= MESSAGES
    assert {hint for message, hint in ends if message.startswith("cannot write")} == {"nothing was written"}


@pytest.mark.parametrize("act", CHANGES)
def test_ctrl_c_at_any_operation_leaves_all_old_or_all_new(tmp_path: Path, act: Change) -> None:
    after = expected(tmp_path / "after", act)
    before = state(small(tmp_path / "before"))
    for number in range(1, MOST):
        folder = small(tmp_path / str(number))
        with at_operation(number, raising(KeyboardInterrupt())) as counter, suppress(KeyboardInterrupt):
            act(folder)
        assert state(folder) in (before, after), number
        if counter.seen < number:
            break
    else:
        pytest.fail("it never ends")


@pytest.mark.parametrize("act", CHANGES)
def test_a_disk_that_stays_broken_is_mended_by_the_next_run(tmp_path: Path, act: Change) -> None:
    after = expected(tmp_path / "after", act)
    before = state(small(tmp_path / "before"))
    for number in range(1, MOST):
        folder = small(tmp_path / str(number))
        with at_operation(number, raising(refused(errno.EIO)), on=True) as counter, suppress(Misuse):
            act(folder)
        if counter.seen < number:
            break
        assert settle(str(folder)) == ""
        left = {name: kept for name, kept in state(folder).items() if ".alignplan-change." not in name}
        assert left in (before, after) or without_new_folders(left) == before, number
        one(folder)
        assert not [name for name in state(folder) if ".alignplan" in name]
    else:
        pytest.fail("it never ends")


def without_new_folders(found: dict[str, str]) -> dict[str, str]:
    return {name: kept for name, kept in found.items() if name not in ("new", "new/deep")}
