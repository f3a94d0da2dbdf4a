"""`import`: plans from other formats; a file that is refused leaves everything as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.cli.door import typed

SMALL = """<?xml version="1.0"?>
<StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core">
  <Name>A small town</Name>
  <StrategicPlanCore>
    <Organization><Name>Town of Small</Name></Organization>
    <Goal><Name>Clean streets</Name><SequenceIndicator>1</SequenceIndicator>
      <Objective><Name>Sweep weekly</Name><SequenceIndicator>1.1</SequenceIndicator></Objective>
    </Goal>
  </StrategicPlanCore>
</StrategicPlan>
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    (tmp_path / "town.xml").write_text(SMALL)
    return tmp_path


def test_one_file_becomes_the_folder(town: Path) -> None:
    done = typed(town, "import", "stratml", "town.xml", "-o", "plan")
    assert done.code == 0
    assert "wrote plan/alignplan.yaml\n" in done.out
    assert done.err
    checked = typed(town, "-C", "plan", "check", "-f", "concise", "--select", "E")
    assert (checked.code, checked.out.splitlines()[:-1]) == (0, [])
    for view in ("gaps", "progress", "tree", "ls"):
        assert typed(town, "-C", "plan", view).code == 0


def test_several_files_become_a_folder_each(town: Path) -> None:
    (town / "village.xml").write_text(SMALL)
    done = typed(town, "import", "stratml", "town.xml", "village.xml", "-o", "plans")
    assert done.code == 0
    assert "wrote plans/town/alignplan.yaml\n" in done.out
    assert "wrote plans/village/alignplan.yaml\n" in done.out
    told = [line.partition(":")[0] for line in done.err.splitlines() if not line.startswith(" ")]
    assert told == ["town.xml", "village.xml"]


@pytest.mark.parametrize(
    ("output", "why"), [("", "a plan needs a folder"), ("town.xml", "town.xml is no folder")]
)
def test_what_is_no_folder_is_refused(town: Path, output: str, why: str) -> None:
    done = typed(town, "import", "stratml", "town.xml", "-o", output)
    assert (done.code, done.out, done.err.splitlines()[0]) == (2, "", f"error: {why}")


def test_a_folder_of_an_odd_name_is_shown_harmless(town: Path) -> None:
    done = typed(town, "init", "odd \x1b[31m\nname")
    assert done.code == 0
    assert "\x1b" not in done.out + done.err
    assert done.out.splitlines()[0] == "wrote odd \\u{1b}[31m\\nname/alignplan.yaml"


def test_two_files_of_one_name(town: Path) -> None:
    (town / "other").mkdir()
    (town / "other/town.xml").write_text(SMALL)
    done = typed(town, "import", "stratml", "town.xml", "other/town.xml", "-o", "plans")
    assert (done.code, done.err) == (
        2,
        "error: two files would become plans/town\nhelp: import them one by one\n",
    )
    assert not (town / "plans").exists()


def test_a_dry_run_writes_nothing(town: Path) -> None:
    done = typed(town, "import", "stratml", "town.xml", "-o", "plan", "--dry-run")
    assert done.code == 0
    assert "would write plan/alignplan.yaml\n" in done.out
    assert not (town / "plan").exists()


def test_a_folder_that_holds_a_plan_is_replaced_only_by_force(town: Path) -> None:
    typed(town, "import", "stratml", "town.xml", "-o", "plan")
    (town / "plan/alignplan.yaml").write_text("mine")
    done = typed(town, "import", "stratml", "town.xml", "-o", "plan")
    assert (done.code, done.out) == (2, "")
    assert (
        done.err
        == "error: plan holds a plan already\nhelp: name another folder, or replace it with --force\n"
    )
    assert (town / "plan/alignplan.yaml").read_text() == "mine"
    assert typed(town, "import", "stratml", "town.xml", "-o", "plan", "--dry-run").code == 2
    assert typed(town, "import", "stratml", "town.xml", "-o", "plan", "--force").code == 0
    assert "Clean streets" in (town / "plan/alignplan.yaml").read_text()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("<StrategicPlan><Name>x</StrategicPlan>", "bad.xml:1:25: not well-formed XML"),
        ("", "bad.xml"),
        ("<html/>", "html"),
        (None, "bad.xml cannot be read: there is no such file"),
    ],
)
def test_what_is_refused_leaves_everything_as_it_was(town: Path, content: str | None, says: str) -> None:
    if content is not None:
        (town / "bad.xml").write_text(content)
    before = sorted(os.listdir(town))
    done = typed(town, "import", "stratml", "town.xml", "bad.xml", "-o", "plans")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: ")
    assert says in done.err
    assert done.err.splitlines()[0].count("error") == 1
    assert sorted(os.listdir(town)) == before


def test_force_replaces_all_or_nothing(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from alignplan.storage.files import make_file

    for name in ("a", "b"):
        (town / f"{name}.xml").write_text(SMALL)
    typed(town, "import", "stratml", "a.xml", "b.xml", "-o", "plans")
    for name in ("a", "b"):
        (town / f"plans/{name}/alignplan.yaml").write_text("old")

    def full(path: str, content: bytes, *, like: str | None = None, lasting: bool = True) -> None:
        if os.path.dirname(path).endswith("/b"):
            raise OSError(28, "No space left on device")
        make_file(path, content, like=like, lasting=lasting)

    monkeypatch.setattr("alignplan.storage.commit.make_file", full)
    done = typed(town, "import", "stratml", "a.xml", "b.xml", "-o", "plans", "--force")
    assert (done.code, done.err) == (
        2,
        "error: cannot write `b/alignplan.yaml`: no space left on device\nhelp: nothing was written\n",
    )
    assert [(town / f"plans/{name}/alignplan.yaml").read_text() for name in ("a", "b")] == ["old", "old"]
    assert sorted(path.name for path in (town / "plans").rglob("*")) == [
        "a",
        "alignplan.yaml",
        "alignplan.yaml",
        "b",
    ]


def test_notes_can_be_left_out(town: Path) -> None:
    assert typed(town, "import", "stratml", "town.xml", "-o", "plan", "-q").err == ""
