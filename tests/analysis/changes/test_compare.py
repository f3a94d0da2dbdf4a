"""Two versions of a plan, whatever they are: nothing is told of what is the same, and the way back undoes the way there."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from alignplan.analysis.changes.items import Changes, Op, Side, compare
from alignplan.analysis.changes.wording import field_text
from alignplan.loading.files import text_of
from alignplan.text.tree import parse
from alignplan.workspace import open_plan

WORDS = st.sampled_from(["Dig", "Sow", "Reap", "Dig and sow", "Sow and reap"])
DUE = st.sampled_from(["2026-10-31", "2026-11", {"date": "2026-10-31", "must": True}, {"date": "2026-10-31"}])
STEP = st.fixed_dictionaries(
    {"title": WORDS}, optional={"due": DUE, "uses": st.sampled_from(["oven", ["oven"], {"oven": 2}])}
)
STEPS = st.dictionaries(st.sampled_from(["s", "t"]), STEP, max_size=2)
TACTIC = st.fixed_dictionaries(
    {"title": WORDS},
    optional={
        "owner": st.sampled_from(["mia", "ben"]),
        "supports": st.sampled_from(["aim", ["aim"], {"aim": 50}, "goal", ["aim", "goal"]]),
        "tags": st.lists(st.sampled_from(["x", "y"]), max_size=2),
        "after": st.sampled_from(["a", ["b"], "c"]),
        "budget": st.fixed_dictionaries(
            {}, optional={"planned": st.integers(0, 2), "spent": st.integers(0, 2)}
        ),
        "actions": STEPS,
    },
)
PLANS = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), TACTIC, max_size=4)


def side(tactics: dict[str, Any]) -> Side:
    objectives = {"aim": {"title": "Aim"}, "goal": {"title": "Goal"}}
    sections = {"alignplan": 1, "plan": {"title": "P"}, "objectives": objectives, "tactics": tactics}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "alignplan.yaml").write_text(json.dumps(sections), encoding="utf-8")
        plan = open_plan(folder, as_of=date(2026, 11, 22))
        tree = parse(text_of(plan.source, "alignplan.yaml")).data
        return Side(plan.items, lambda _path: tree)


def told(changes: Changes) -> list[tuple[Any, ...]]:
    return sorted(
        (
            change.op.value,
            change.old.id if change.old else "",
            change.new.id if change.new else "",
            tuple(sorted((one.field, repr(one.old), repr(one.new)) for one in change.fields)),
        )
        for change in changes.items
    )


@settings(max_examples=60, deadline=None)
@given(PLANS)
def test_a_plan_does_not_differ_from_itself(plan: dict[str, Any]) -> None:
    assert told(compare(side(plan), side(json.loads(json.dumps(plan))))) == []


@settings(max_examples=100, deadline=None)
@given(PLANS, PLANS)
def test_every_item_of_each_side_is_accounted_for_once(before: dict[str, Any], after: dict[str, Any]) -> None:
    old, new = side(before), side(after)
    changes = compare(old, new)
    paired = {(one.kind, one.id): (other.kind, other.id) for one, other in changes.pairs}
    gone = {
        (one.old.kind, one.old.id) for one in changes.items if one.op is Op.REMOVED and one.old is not None
    }
    come = {(one.new.kind, one.new.id) for one in changes.items if one.op is Op.ADDED and one.new is not None}
    assert set(paired) | gone == {(node.kind, node.id) for node in old.graph.items()}
    assert not set(paired) & gone
    assert set(paired.values()) | come == {(node.kind, node.id) for node in new.graph.items()}
    assert not set(paired.values()) & come
    assert len(set(paired.values())) == len(paired)
    for change in changes.items:
        assert change.op is not Op.MOVED
        assert change.fields or change.op is not Op.CHANGED
        for one in change.fields:
            assert one.old != one.new
            assert field_text(one).startswith(one.field)


_BACK = {"added": "removed", "removed": "added", "changed": "changed"}


@settings(max_examples=100, deadline=None)
@given(PLANS, PLANS)
def test_the_way_back_undoes_the_way_there(before: dict[str, Any], after: dict[str, Any]) -> None:
    there, back = told(compare(side(before), side(after))), told(compare(side(after), side(before)))
    if any(op == "renamed" for op, *_ in (*there, *back)):
        return  # of two that are equally alike each way takes the first
    assert back == sorted(
        (_BACK[op], new, old, tuple(sorted((name, to, was) for name, was, to in fields)))
        for op, old, new, fields in there
    )


def test_a_wish_that_becomes_a_must_is_a_change_although_the_day_is_the_same() -> None:
    must = {"date": "2026-10-31", "must": True}
    wish, plain = (
        {"a": {"title": "Dig", "due": due}} for due in ({"date": "2026-10-31", "must": False}, "2026-10-31")
    )
    (change,) = compare(side(plain), side({"a": {"title": "Dig", "due": must}})).items
    assert [field_text(field) for field in change.fields] == [
        "due 2026-10-31 → {date: 2026-10-31, must: true}"
    ]
    (change,) = compare(side(wish), side({"a": {"title": "Dig", "due": must}})).items
    assert [field_text(field) for field in change.fields] == ["due.must false → true"]
    assert compare(side(plain), side(wish)).items == ()
