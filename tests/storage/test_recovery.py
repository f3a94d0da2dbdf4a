"""Half-made changes: finished or taken back, whatever happened since, and whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.storage.changes import one, several, small
from tests.storage.faults import State, at_operation, child, files, killed, raising, state

from alignplan.errors import Misuse
from alignplan.storage import pending, settle

MOST = 400
SAVED = "saved by an editor\n"


def half_made(place: Path) -> Iterator[Path]:
    """The plan, after runs that were killed at each operation between the first and the last file."""
    for number in range(1, MOST):
        folder = small(place / str(number))
        code = child(lambda folder=folder: several(folder), number, killed)  # type: ignore[misc]
        if pending(str(folder)):
            yield folder
        if code == 0:
            return


@pytest.fixture(scope="module")
def interrupted(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return list(half_made(tmp_path_factory.mktemp("interrupted")))


def copies(interrupted: list[Path], place: Path, every: int = 1) -> Iterator[Path]:
    """Plans of one's own; times are kept, as they are by those who move a plan with care."""
    for number, folder in enumerate(interrupted[::every]):
        yield Path(shutil.copytree(folder, place / f"copy-{number}"))


@pytest.fixture
def ends(tmp_path: Path) -> list[State]:
    several(small(tmp_path / "after"))
    return [files(state(small(tmp_path / "before"))), files(state(tmp_path / "after"))]


def test_the_states_between_are_many(interrupted: list[Path]) -> None:
    assert len({str(files(state(folder))) for folder in interrupted}) > 4


def test_recovery_may_be_killed_too(interrupted: list[Path], tmp_path: Path, ends: list[State]) -> None:
    for place, folder in enumerate(copies(interrupted, tmp_path, 12)):
        for number in range(1, MOST):
            again = Path(shutil.copytree(folder, tmp_path / f"{place}-{number}"))
            code = child(lambda again=again: settle(str(again)), number, killed)  # type: ignore[misc]
            assert settle(str(again)) == ""
            one(again)
            (again / "ops/a.yaml").write_text((again / "ops/a.yaml").read_text().removesuffix("more\n"))
            assert files(state(again)) in ends, number
            if code == 0:
                break
        else:
            pytest.fail("it never ends")


def test_recovery_may_fail_too(interrupted: list[Path], tmp_path: Path, ends: list[State]) -> None:
    notes = set()
    for place, folder in enumerate(copies(interrupted, tmp_path, 12)):
        for number in range(1, MOST):
            again = Path(shutil.copytree(folder, tmp_path / f"{place}-{number}"))
            with at_operation(number, raising(OSError(errno.EIO, "Input/output error"))) as counter:
                notes.add(settle(str(again)).replace(str(again), "PLAN"))
            assert settle(str(again)) == ""
            assert files(state(again)) in ends, number
            if counter.seen < number:
                break
        else:
            pytest.fail("it never ends")
    failed = "a change of this plan was interrupted, and cannot be finished or taken back: input/output error"
    assert notes == {
        "",
        f"{failed}; run alignplan once where this folder can be written",
        "cannot look into PLAN: input/output error",
        "cannot open the folder PLAN: input/output error",
        "cannot lock the folder PLAN: input/output error; keep the plan on a file system that knows locks",
    }


@pytest.mark.parametrize("name", ["ops/a.yaml", "alignplan.yaml", "data/k.csv", "new/deep/b.yaml"])
def test_what_an_editor_saved_since_then_is_kept(
    interrupted: list[Path], tmp_path: Path, ends: list[State], name: str
) -> None:
    found = set()
    for folder in copies(interrupted, tmp_path):
        (folder / name).write_text(SAVED)
        assert settle(str(folder)) == ""
        assert (folder / name).read_text() == SAVED
        others = {path: kept for path, kept in files(state(folder)).items() if path != name}
        assert others in [{path: kept for path, kept in end.items() if path != name} for end in ends]
        found.add(str(others))
    assert len(found) == (1 if name == "data/k.csv" else 2)


def test_where_neither_can_be_nothing_is_touched(interrupted: list[Path], tmp_path: Path) -> None:
    stuck = 0
    for folder in copies(interrupted, tmp_path):
        for path in folder.rglob(".alignplan-change.*.*.*"):
            path.write_text("damaged")
        before = state(folder)
        note = settle(str(folder))
        if note:
            stuck += 1
            assert note == (
                "a change of `alignplan.yaml`, `data/k.csv`, `new/deep/b.yaml`, `ops/a.yaml` was interrupted, and can be "
                "neither finished nor taken back; look at these files, then delete `.alignplan-change` in the plan's folder"
            )
            assert state(folder) == before
            with pytest.raises(Misuse, match="can be neither finished nor taken back"):
                one(folder)
            (folder / ".alignplan-change").unlink()
            one(folder)
            assert not list(folder.rglob(".alignplan*"))
    assert stuck > 4


def test_nothing_is_looked_at_where_there_is_nothing(tmp_path: Path) -> None:
    folder = small(tmp_path)
    with at_operation(1, lambda: None) as counter:
        assert settle(str(folder)) == ""
    assert counter.seen == 1


def test_a_folder_that_cannot_be_written_is_read_as_it_is(
    interrupted: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    for name in ("rename", "replace", "unlink", "link", "rmdir"):
        monkeypatch.setattr(os, name, refuse)
    for folder in copies(interrupted, tmp_path, 12):
        before = state(folder)
        assert settle(str(folder)) == (
            "a change of this plan was interrupted, and cannot be finished or taken back: read-only file system; "
            "run alignplan once where this folder can be written"
        )
        assert state(folder) == before


def test_what_cannot_be_taken_back_now_is_taken_back_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    folder = small(tmp_path)
    before = state(folder)
    monkeypatch.setattr(os, "rename", refuse)
    whole = os.replace

    def only_forward(path: str, place: str) -> None:
        if path.endswith(".old"):
            refuse()
        whole(path, place)

    monkeypatch.setattr(os, "replace", only_forward)
    with pytest.raises(Misuse) as raised:
        several(folder)
    assert raised.value.message == "a change failed and could not be taken back: input/output error"
    assert raised.value.hint == "the next run of alignplan finishes it or takes it back"
    assert (folder / "alignplan.yaml").read_text() == "root\nmore\n"
    monkeypatch.undo()
    assert settle(str(folder)) == ""
    assert state(folder) == before
