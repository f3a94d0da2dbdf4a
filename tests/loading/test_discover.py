"""Which files a plan is made of."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alignplan.errors import Misuse
from alignplan.loading.discover import find_roots, included
from alignplan.storage.folders import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "a.yaml",
        "b.yml",
        "c.yaml",
        "one/a.yaml",
        "one/b.txt",
        "one/two/a.yaml",
        ".hidden/a.yaml",
        "x[1].yaml",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("values: {}\n")
    (tmp_path / "alignplan.yaml").write_text("alignplan: 1\n")
    return tmp_path


GLOBS = {
    "*.yaml": ["a.yaml", "c.yaml", "x[1].yaml"],
    "**/*.yaml": ["a.yaml", "c.yaml", "one/a.yaml", "one/two/a.yaml", "x[1].yaml"],
    "**/a.yaml": ["a.yaml", "one/a.yaml", "one/two/a.yaml"],
    "one/**": ["one/a.yaml", "one/b.txt", "one/two/a.yaml"],
    "one/*": ["one/a.yaml", "one/b.txt"],
    "?.y*ml": ["a.yaml", "b.yml", "c.yaml"],
    "[ac].yaml": ["a.yaml", "c.yaml"],
    "[!a].yaml": ["c.yaml"],
    "./a.yaml": ["a.yaml"],
    "one//a.yaml": ["one/a.yaml"],
}


@pytest.mark.parametrize("pattern", GLOBS)
def test_a_glob_names_files(pattern: str, folder: Path) -> None:
    found = included(Folder(str(folder)), [pattern], "alignplan.yaml")
    assert found.findings == []
    assert found.paths == GLOBS[pattern]


def test_files_are_read_once_in_the_order_of_the_globs(folder: Path) -> None:
    os.link(folder / "a.yaml", folder / "z.yaml")
    found = included(Folder(str(folder)), ["c.yaml", "*.yaml", "a.yaml"], "alignplan.yaml")
    assert found.paths == ["c.yaml", "a.yaml", "x[1].yaml"]
    assert [found.places[path].route for path in found.paths] == [
        ("include", 0),
        ("include", 1),
        ("include", 1),
    ]


def test_the_root_and_locks_are_no_parts(folder: Path) -> None:
    (folder / "schedule.lock.yaml").write_text("a: 1\n")
    (folder / "one" / "alignplan.yaml").write_text("alignplan: 1\n")
    found = included(Folder(str(folder)), ["*.lock.yaml", "**/alignplan.yaml"], "alignplan.yaml")
    assert found.paths == []
    assert [finding.message for finding in found.findings] == [
        "`*.lock.yaml` matches no file",
        "`**/alignplan.yaml` matches no file",
    ]


def test_the_root_is_found_upward_then_downward(folder: Path) -> None:
    root = str(folder / "alignplan.yaml")
    assert find_roots(str(folder)) == [root]
    assert find_roots(str(folder / "one" / "two")) == [root]
    assert find_roots(str(folder / "one" / "a.yaml")) == [root]
    (folder / "alignplan.yaml").rename(folder / "one" / "alignplan.yaml")
    (folder / "one" / "two" / "alignplan.yaml").write_text("alignplan: 1\n")
    below = [str(folder / "one" / "alignplan.yaml"), str(folder / "one" / "two" / "alignplan.yaml")]
    assert find_roots(str(folder)) == below


def test_where_there_is_no_plan_it_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match=r"there is no alignplan\.yaml in"):
        find_roots(str(tmp_path))
    with pytest.raises(Misuse, match="there is no"):
        find_roots(str(tmp_path / "nothing"))
