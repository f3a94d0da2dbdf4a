"""Properties of renaming: there and back gives the same bytes, and nothing but the name is another one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from alignplan import Plan, open_plan
from alignplan.analysis.selectors.find import item_named
from alignplan.editing.interface import Edition
from alignplan.editing.manuscript import Manuscript
from alignplan.editing.rename import rename
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.text.patching import patched

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())
WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
"""What other readers of YAML take for something else is written in quotes, which stay."""
IDS = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,8}", fullmatch=True).filter(
    lambda id: not id.startswith("x-") and id not in WORDS
)
Texts = dict[str, bytes]


def opened(example: str, texts: Texts) -> Plan:
    from datetime import date

    return open_plan(EXAMPLES / example, as_of=date(2026, 11, 22), drafts=dict(texts))


def edited(plan: Plan, edition: Edition) -> Texts:
    texts = {path: plan.source.read(path) for path in plan.files}
    for file in edition.files:
        text = texts[file.path].decode()
        assert not file.comments
        texts[file.path] = patched(text, file.changes).text.encode()
    return texts


def renamed(example: str, texts: Texts, old: str, new: str) -> Texts:
    plan = opened(example, texts)
    manuscript = Manuscript(plan.loaded, plan.items, plan.source.read, str)
    edition = rename(manuscript, item_named(plan.items, old), new, force=False)
    done = edited(plan, edition)
    assert edition.holds is not None
    edition.holds(plan.items, opened(example, done).items)
    return done


@cache
def items(example: str) -> list[Node]:
    return [node for node in opened(example, {}).items.items() if node.kind is not Kind.PLAN]


@cache
def taken(example: str) -> set[str]:
    """Every name that an item has: with it a reference could mean another one, which is refused."""
    return {node.name for node in items(example)}


def address(node: Node, name: str) -> str:
    if node.kind is Kind.CALENDAR:
        return f"calendars/{name}"
    return f"{node.parent.id}/{name}" if node.parent is not None else name


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_there_and_back(data: st.DataObject) -> None:
    example = data.draw(st.sampled_from(NAMES))
    node = data.draw(st.sampled_from(items(example)))
    new = data.draw(IDS)
    assume(new != node.name)
    plan = opened(example, {})
    before = {path: plan.source.read(path) for path in plan.files}
    assume(new not in taken(example))
    there = renamed(example, before, address(node, node.name), new)
    assert there != before
    assert renamed(example, there, address(node, new), node.name) == before


@pytest.mark.parametrize("example", NAMES)
def test_check_says_the_same_of_the_same_plan(example: str) -> None:
    tactic = next(node for node in items(example) if node.kind is Kind.TACTIC)
    plan = opened(example, {})
    before = {path: plan.source.read(path) for path in plan.files}
    after = opened(example, renamed(example, before, tactic.id, "quite-another"))

    def told(plan: Plan, old: str, new: str) -> list[str]:
        return [f"{entry.code} {entry.spot.line} {entry.item} {entry.message}".replace(old, new)
                for entry in plan.check().findings]  # fmt: skip

    assert told(after, "", "") == told(plan, tactic.id, "quite-another")
