"""`init`: a plan to start from; nothing that is there is overwritten, all of it or nothing is written."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.plans import HEAD, written

from alignplan import Misuse, storage
from alignplan.model.schema import plan_schema
from alignplan.starters.examples import example_names


def there(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_short_plan_that_is_checked_clean(tmp_path: Path) -> None:
    done = typed(tmp_path, "init", "my-plan")
    assert done.code == 0
    assert done.out == "wrote my-plan/alignplan.yaml\nwrote my-plan/alignplan.schema.json\n"
    assert done.err == "next: alignplan -C my-plan check, then alignplan -C my-plan gaps\n"
    checked = typed(tmp_path, "-C", "my-plan", "check", "--fail-on", "info")
    assert (checked.code, checked.out) == (0, "No findings in 1 file (6 items).\n")


def test_here(tmp_path: Path) -> None:
    done = typed(tmp_path, "init")
    assert done.out == "wrote alignplan.yaml\nwrote alignplan.schema.json\n"
    assert done.err == "next: alignplan check, then alignplan gaps\n"


def test_as_of_the_day_that_is_asked_for(tmp_path: Path) -> None:
    typed(tmp_path, "init", "--as-of", "2031-05-01")
    assert "start: 2031-05-01" in (tmp_path / "alignplan.yaml").read_text()
    assert typed(tmp_path, "check", "--as-of", "2031-05-01", "--fail-on", "info").code == 0


@pytest.mark.parametrize("name", ["market-share", "sales"])
def test_a_template_has_all_its_files_and_the_line_for_editors(tmp_path: Path, name: str) -> None:
    assert typed(tmp_path, "init", "mine", "--template", name).code == 0
    files = there(tmp_path / "mine")
    assert {"alignplan.yaml", "alignplan.schema.json"} <= set(files)
    for file in files:
        if file.endswith(".yaml"):
            first = (tmp_path / "mine" / file).read_text().splitlines()[0]
            assert first == f"# yaml-language-server: $schema={'../' * file.count('/')}alignplan.schema.json"
            assert os.path.exists(tmp_path / "mine" / os.path.dirname(file) / first.partition("=")[2])
    assert typed(tmp_path, "-C", "mine", "check").code == 0
    assert json.loads((tmp_path / "mine/alignplan.schema.json").read_text()) == plan_schema()


def test_the_templates_are_listed(tmp_path: Path) -> None:
    assert typed(tmp_path, "init", "--list").out.split() == example_names()


@pytest.mark.parametrize("present", ["alignplan.yaml", "alignplan.schema.json"])
def test_nothing_that_is_there_is_overwritten(tmp_path: Path, present: str) -> None:
    (tmp_path / present).write_text("mine")
    done = typed(tmp_path, "init")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"error: {present} is there already\nhelp: name another folder: alignplan init DIR\n"
    assert there(tmp_path) == [present]
    assert (tmp_path / present).read_text() == "mine"


def test_not_even_through_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "alignplan.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert typed(tmp_path, "init").code == 2
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    done = typed(tmp_path, "init", "new", "--template", "sales", "--dry-run")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "would write new/alignplan.yaml",
        "would write new/alignplan.schema.json",
    ]
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("failing", [1, 2, 5])
def test_all_of_it_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    from alignplan.storage import commit, files

    done: list[str] = []
    make = files.make_file

    def full(path: str, content: bytes, *, like: str | None = None, lasting: bool = True) -> None:
        if len(done) == failing:
            raise OSError(28, "No space left on device")
        make(path, content, like=like, lasting=lasting)
        done.append(path)

    monkeypatch.setattr(commit, "make_file", full)
    (tmp_path / "keep").mkdir()
    ended = typed(tmp_path / "keep", "init", "new/plan", "--template", "market-share")
    assert ended.code == 2
    assert re.match(
        r"error: cannot write .*: no space left on device\nhelp: nothing was written\n\Z", ended.err
    )
    assert os.listdir(tmp_path / "keep") == []


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = typed(tmp_path, "init", "file/plan")
    assert (done.code, done.out) == (2, "")
    assert done.err == "error: cannot write file/plan: not a directory\n"


def test_a_plan_may_be_begun_inside_another(tmp_path: Path) -> None:
    written(tmp_path, HEAD)
    assert typed(tmp_path, "init", "inner").code == 0
    assert typed(tmp_path, "-C", "inner", "check").out == "No findings in 1 file (6 items).\n"


def test_what_others_wrote_in_the_meantime_stays(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("theirs")
    with pytest.raises(Misuse, match="`b` is there already"):
        storage.write_all_new(str(tmp_path), {"a": "1", "b": "2"})
    assert there(tmp_path) == ["b"]
    assert (tmp_path / "b").read_text() == "theirs"
