"""The texts that an edit is made on are those that the plan was read from."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.plans import HEAD, TODAY, written

from alignplan import Misuse, open_plan
from alignplan.editing.manuscript import ABSENT, Manuscript, at

PLAN = HEAD + "people:\n  mia: Mia\n  ben:\n    title: Ben\n"


def manuscript(folder: Path) -> Manuscript:
    plan = open_plan(written(folder, PLAN), as_of=TODAY)
    return Manuscript(plan.loaded, plan.items, plan.source.read, lambda path: f"shown/{path}")


def test_what_an_item_says_and_where(tmp_path: Path) -> None:
    found = manuscript(tmp_path)
    mia, ben = found.graph.top["mia"], found.graph.top["ben"]
    assert (found.said(mia), found.said(ben)) == ("Mia", {"title": "Ben"})
    assert found.spot("alignplan.yaml", ben.route) == "shown/alignplan.yaml:5"
    assert found.spot("alignplan.yaml", (*ben.route, "title")) == "shown/alignplan.yaml:6"
    assert found.line("alignplan.yaml", (*ben.route, "owner", 0)) == 5
    assert (found.root, found.is_file("alignplan.yaml"), found.is_file("x.yaml")) == (
        "alignplan.yaml",
        True,
        False,
    )


def test_a_file_that_is_another_one_by_now_is_refused(tmp_path: Path) -> None:
    found = manuscript(tmp_path)
    (tmp_path / "alignplan.yaml").write_text(PLAN + "# more\n")
    with pytest.raises(Misuse) as refused:
        found.text("alignplan.yaml")
    assert (refused.value.message, refused.value.hint) == (
        "shown/alignplan.yaml changed while it was read",
        "try again",
    )


def test_what_a_file_does_not_say_is_absent() -> None:
    data = {"a": [{"b": "1"}], "c": None}
    assert at(data, ("a", 0, "b")) == "1"
    assert at(data, ("c",)) is None
    for route in [("b",), ("a", 1), ("a", "b"), ("a", -1), ("c", "d"), ("a", 0, "b", "x")]:
        assert at(data, route) is ABSENT
