"""Changes of a plan's files: what is read, written, made and taken away, and what is refused."""

from __future__ import annotations

import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.storage.changes import several, small
from tests.storage.faults import state

from alignplan import storage
from alignplan.errors import Misuse
from alignplan.storage import change
from alignplan.storage.files import make_file
from alignplan.storage.transaction import Draft


def may_write_everywhere() -> bool:
    with TemporaryDirectory() as folder:
        os.chmod(folder, 0o555)
        return os.access(folder, os.W_OK)


IS_ROOT = may_write_everywhere()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return small(tmp_path / "plan")


def refusal(plan: Path, act: str, *arguments: object) -> str:
    """Why something asked of a draft is refused; nothing is changed by it."""
    before = state(plan)
    try:
        with change(str(plan)) as draft:
            draft.write("ops/a.yaml", draft.read("ops/a.yaml") + b"more\n")
            getattr(draft, act)(*arguments)
    except Misuse as misuse:
        assert state(plan) == before
        return misuse.message
    pytest.fail("it was not refused")


def test_several_files_are_changed_made_and_taken_away(plan: Path) -> None:
    several(plan)
    assert {
        path.relative_to(plan).as_posix(): path.read_text() for path in plan.rglob("*") if path.is_file()
    } == {
        "alignplan.yaml": "root\nmore\n",
        "new/deep/b.yaml": "b\n",
        "ops/a.yaml": "a\nmore\n",
        "other.yaml": "other\n",
    }


def test_nothing_is_written_before_the_block_ends(plan: Path) -> None:
    before = state(plan)
    with change(str(plan)) as draft:
        draft.write("ops/a.yaml", draft.read("ops/a.yaml") + b"more\n")
        draft.read("other.yaml")
        draft.remove("other.yaml")
        assert state(plan) == before
    assert (plan / "ops/a.yaml").read_text() == "a\nmore\n"


def test_nothing_is_written_where_the_block_fails(plan: Path) -> None:
    def fail(draft: Draft) -> None:
        draft.write("ops/a.yaml", draft.read("ops/a.yaml") + b"more\n")
        raise ZeroDivisionError

    before = state(plan)
    with pytest.raises(ZeroDivisionError), change(str(plan)) as draft:
        fail(draft)
    assert state(plan) == before


def test_a_draft_reads_what_it_wrote(plan: Path) -> None:
    with change(str(plan)) as draft:
        assert draft.find("new.yaml") is None
        draft.write("new.yaml", b"1")
        draft.write("new.yaml", draft.read("new.yaml") + b"2")
        draft.remove("other.yaml")
        assert draft.find("other.yaml") is None
        draft.write("other.yaml", b"again")
        assert draft.read("other.yaml") == b"again"
    assert (plan / "new.yaml").read_text() == "12"
    assert (plan / "other.yaml").read_text() == "again"


def test_what_is_as_it_was_is_not_written(plan: Path) -> None:
    before = storage.stamp(str(plan / "ops/a.yaml"))
    with change(str(plan)) as draft:
        draft.write("ops/a.yaml", draft.read("ops/a.yaml"))
        draft.write("new.yaml", b"1")
        draft.remove("new.yaml")
    after = storage.stamp(str(plan / "ops/a.yaml"))
    assert before is not None
    assert after is not None
    assert (after.inode, after.changed) == (before.inode, before.changed)
    assert not (plan / "new.yaml").exists()


def test_any_bytes_are_kept(plan: Path) -> None:
    content = b"\xef\xbb\xbfa: 1\r\nb: \xff\x00\r\n" * 1000
    with change(str(plan)) as draft:
        draft.write("odd \n name.yaml", content)
    assert (plan / "odd \n name.yaml").read_bytes() == content


# ------------------------------------------------------------ rights and links


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_the_mode_is_kept(plan: Path, mode: int) -> None:
    (plan / "ops/a.yaml").chmod(mode)
    several(plan)
    assert (plan / "ops/a.yaml").read_text() == "a\nmore\n"
    assert stat.S_IMODE((plan / "ops/a.yaml").stat().st_mode) == mode


def test_a_new_file_has_the_rights_of_new_files(plan: Path) -> None:
    before = os.umask(0o027)
    try:
        several(plan)
    finally:
        os.umask(before)
    assert stat.S_IMODE((plan / "new/deep/b.yaml").stat().st_mode) == 0o640
    assert stat.S_IMODE((plan / "new").stat().st_mode) == 0o750


@pytest.mark.skipif(not IS_ROOT, reason="only root may give files away")
def test_owner_and_group_are_kept(plan: Path) -> None:
    os.chown(plan / "ops/a.yaml", 1234, 4321)
    several(plan)
    found = (plan / "ops/a.yaml").stat()
    assert (found.st_uid, found.st_gid) == (1234, 4321)


def test_a_group_that_cannot_be_kept_gets_no_more_than_everybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old"
    old.write_text("old")
    old.chmod(0o664)
    found = list(old.stat())
    found[5] += 1
    monkeypatch.setattr(os, "stat", lambda path: os.stat_result(found))

    def refuse(*arguments: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "fchown", refuse)
    make_file(str(tmp_path / "new"), b"new", like=str(old))
    monkeypatch.undo()
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o644


def test_a_link_stays_one_and_the_file_that_it_leads_to_is_changed(plan: Path) -> None:
    (plan / "link.yaml").symlink_to("ops/link.yaml")
    (plan / "ops/link.yaml").symlink_to("../other.yaml")
    with change(str(plan)) as draft:
        draft.write("link.yaml", draft.read("link.yaml") + b"more\n")
        assert draft.read("other.yaml") == b"other\nmore\n"
    assert (plan / "link.yaml").is_symlink()
    assert (plan / "ops/link.yaml").is_symlink()
    assert (plan / "other.yaml").read_text() == "other\nmore\n"


def test_the_folder_itself_may_be_reached_by_a_link(plan: Path) -> None:
    (plan.parent / "linked").symlink_to(plan)
    several(plan.parent / "linked")
    assert (plan / "ops/a.yaml").read_text() == "a\nmore\n"


def test_a_link_out_of_the_folder_is_refused(plan: Path) -> None:
    outside = plan.parent / "outside.yaml"
    outside.write_text("outside")
    (plan / "link.yaml").symlink_to(outside)
    (plan / "folder").symlink_to(plan.parent)
    for path in ("link.yaml", "folder/outside.yaml", "folder/new.yaml", "../outside.yaml", str(outside), ""):
        assert refusal(plan, "find", path) == f"`{path}` leads out of the plan's folder"
        assert refusal(plan, "write", path, b"x") == f"`{path}` leads out of the plan's folder"
    assert outside.read_text() == "outside"


def test_a_link_is_not_taken_away(plan: Path) -> None:
    (plan / "link.yaml").symlink_to("other.yaml")
    assert refusal(plan, "remove", "link.yaml") == "`link.yaml` is a link"


def test_links_in_a_circle_are_refused(plan: Path) -> None:
    (plan / "one.yaml").symlink_to("two.yaml")
    (plan / "two.yaml").symlink_to("one.yaml")
    assert refusal(plan, "read", "one.yaml") == "`one.yaml` cannot be read: too many levels of symbolic links"


# ------------------------------------------------------------ refusals


@pytest.mark.parametrize(
    "path", [".git/config", "ops/.GIT/hooks/x", ".alignplan-change", "ops/.alignplan-change.1.yaml"]
)
def test_what_is_no_file_of_a_plan_is_refused(plan: Path, path: str) -> None:
    assert refusal(plan, "write", path, b"x") == f"`{path}` is no file of a plan"


def test_nothing_is_replaced_that_was_not_read(plan: Path) -> None:
    assert refusal(plan, "write", "other.yaml", b"x") == "`other.yaml` is there already"


def test_what_is_not_there_cannot_be_read_nor_taken_away(plan: Path) -> None:
    message = "`none.yaml` cannot be read: there is no such file"
    assert refusal(plan, "read", "none.yaml") == message
    assert refusal(plan, "remove", "none.yaml") == message


def test_a_folder_is_no_file(plan: Path) -> None:
    assert refusal(plan, "read", "ops") == "`ops` cannot be read: it is a folder"


def test_a_file_is_no_folder(plan: Path) -> None:
    assert (
        refusal(plan, "write", "other.yaml/b.yaml", b"x")
        == "cannot write `other.yaml/b.yaml`: not a directory"
    )


def test_what_could_not_be_read_again_is_not_written(plan: Path) -> None:
    message = refusal(plan, "write", "new.yaml", bytes(storage.LARGEST + 1))
    assert message == "`new.yaml` would have 16,777,217 bytes, more than the 16,777,216 that are read"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(Misuse, match=r"cannot open the folder .*/none: no such file or directory"),
        change(str(tmp_path / "none")),
    ):
        pass


def as_someone_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write everywhere: it is told what others are told."""
    if IS_ROOT:
        monkeypatch.setattr(os, "access", lambda path, mode: os.stat(path).st_mode & 0o200 != 0)


def test_a_file_that_is_read_only_is_not_replaced(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    as_someone_else(monkeypatch)
    (plan / "ops/a.yaml").chmod(0o444)
    before = state(plan)
    with pytest.raises(Misuse) as raised:
        several(plan)
    assert (raised.value.message, raised.value.hint) == (
        "cannot write `ops/a.yaml`: permission denied",
        "nothing was written",
    )
    assert state(plan) == before


@pytest.mark.skipif(IS_ROOT, reason="root may write into every folder")
def test_a_folder_that_is_read_only_stays_as_it_is(plan: Path) -> None:
    before = state(plan)
    plan.chmod(0o555)
    try:
        with pytest.raises(Misuse, match=f"cannot write into {plan}: permission denied"):
            several(plan)
    finally:
        plan.chmod(0o755)
    assert state(plan) == before


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_that_is_written_in_part_only_is_not_put_in_place(plan: Path) -> None:
    with files_of_at_most(4096):
        message = refusal(plan, "write", "new.yaml", bytes(4097))
    assert message == "cannot write `new.yaml`: file too large"


# ------------------------------------------------------------ file systems that can do less


def test_where_a_file_has_one_name_only_it_is_copied(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, place: str) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    (plan / "ops/a.yaml").chmod(0o640)
    several(plan)
    assert (plan / "ops/a.yaml").read_text() == "a\nmore\n"
    assert (plan / "new/deep/b.yaml").read_text() == "b\n"
    assert not [name for name in state(plan) if ".alignplan" in name]


def test_what_was_copied_is_put_back(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, place: str) -> None:
        raise PermissionError(1, "Operation not permitted")

    (plan / "alignplan.yaml").chmod(0o640)
    before = state(plan)
    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(Misuse, match="cannot write `data/k"):
        several(plan)
    assert state(plan) == before


def test_where_folders_are_not_brought_to_the_disk_files_are_written_all_the_same(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", refuse)
    several(plan)
    assert (plan / "ops/a.yaml").read_text() == "a\nmore\n"
