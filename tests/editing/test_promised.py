"""Ids in the locked and the frozen schedules: renamed where they mean the item, and nothing else is another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plans import HEAD, written

from alignplan import open_plan
from alignplan.analysis.selectors.find import item_named
from alignplan.editing.manuscript import Manuscript
from alignplan.editing.rename import rename
from alignplan.loading.frozen import Frozen, FrozenItem, frozen_of, frozen_text
from alignplan.loading.lock import LOCK, Lock, LockedItem, lock_of, lock_text

DAY = date(2026, 11, 22)
BASELINE = "schedule.baseline.yaml"
PLAN = HEAD + (
    "people: {a: A, b: B}\nobjectives: {o: O}\n"
    "tactics:\n"
    "  t: {title: T, supports: o, owner: a, actions: {x: {effort: 1d}, y: {effort: 1d, after: x}}}\n"
    "  u: {title: U, supports: o, actions: {x: {effort: 1d, after: [t/x, y]}, y: {assigned: {a: 50%}, effort: 1d}}}\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("promised"), PLAN)


def renamed(folder: Path, old: str, new: str) -> dict[str, str]:
    """The files beside the root of a plan as they are when an item is called otherwise."""
    plan = open_plan(folder, as_of=DAY)
    edition = rename(
        Manuscript(plan.loaded, plan.items, plan.source.read, str),
        item_named(plan.items, old),
        new,
        force=False,
    )
    found: dict[str, str] = {}
    for file in edition.files:
        text = (folder / file.path).read_text()
        for edit in reversed(file.rows):
            text = text[: edit.start] + edit.new + text[edit.end :]
        found[file.path] = text
    return {path: text for path, text in found.items() if path in (LOCK, BASELINE)}


def kept(folder: Path, lock: Lock | None = None, frozen: Frozen | None = None) -> None:
    for name, text in (
        (LOCK, lock and lock_text(lock)),
        (BASELINE, frozen and frozen_text(frozen)),
    ):
        (folder / name).unlink(missing_ok=True)
        if text:
            (folder / name).write_text(text)


def lock(items: dict[str, LockedItem], order: tuple[str, ...] = ()) -> Lock:
    return Lock(DAY, "default", "memetic", 0, "3f9c", items, order, {"DE-BY": (date(2026, 12, 25),)})


def frozen(**given: dict[str, str]) -> Frozen:
    items = {id.replace("_", "/"): FrozenItem(DAY, DAY, 10.0, words) for id, words in given.items()}
    return Frozen(DAY, "default", "memetic", "EUR", items)


def test_items_who_does_them_and_their_order(folder: Path) -> None:
    item = LockedItem(DAY, None, 0.5, (("a", 50.0), ("b", 12.5)))
    kept(
        folder, lock({"t": item, "t/x": item, "tt": item, "u/x": item}, ("t:start", "t/x", "tt", "u/x", "t"))
    )
    new = lock({"z": item, "z/x": item, "tt": item, "u/x": item}, ("z:start", "z/x", "tt", "u/x", "z"))
    assert renamed(folder, "t", "z") == {LOCK: lock_text(new)}
    other = LockedItem(DAY, None, 0.5, (("a", 50.0), ("ben", 12.5)))
    assert lock_of(renamed(folder, "b", "ben")[LOCK]).items == dict.fromkeys(("t", "t/x", "tt", "u/x"), other)
    assert renamed(folder, "u/y", "z") == {}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("t/x", "z", {"t_y": "z (start-start +2d), gone", "u_x": "t/z, y (at most 3d)"}),
        ("u/y", "z", {"t_y": "x (start-start +2d), gone", "u_x": "t/x, z (at most 3d)"}),
        ("t", "z", {"z_y": "x (start-start +2d), gone", "u_x": "z/x, y (at most 3d)"}),
    ],
)
def test_what_comes_first_by_what_the_words_mean_there(
    folder: Path, old: str, new: str, words: dict[str, str]
) -> None:
    kept(
        folder,
        frozen=frozen(
            t_y={"after": "x (start-start +2d), gone", "effort": "1d"}, u_x={"after": "t/x, y (at most 3d)"}
        ),
    )
    assert {
        id.replace("/", "_"): item.given["after"]
        for id, item in frozen_of(renamed(folder, old, new)[BASELINE]).items.items()
    } == words


def test_who_was_assigned_and_words_that_are_no_ids(folder: Path) -> None:
    kept(folder, frozen=frozen(t_x={"assigned": "a", "skills": "a", "effort": "1d"},
                               u_y={"assigned": "a 50%, b 20%"}, gone_y={"assigned": "a"}))  # fmt: skip
    items = frozen_of(renamed(folder, "a", "ada")[BASELINE]).items
    assert items["t/x"].given == {"assigned": "ada", "skills": "a", "effort": "1d"}
    assert items["u/y"].given == {"assigned": "ada 50%, b 20%"}
    assert items["gone/y"].given == {"assigned": "a"}


def test_the_promise_of_what_is_gone_gives_way(folder: Path) -> None:
    stale, live = LockedItem(DAY, DAY), LockedItem(DAY, date(2027, 1, 4))
    kept(folder, lock({"t/old": stale, "t/x": live}, ("t/x", "t/old")))
    assert renamed(folder, "t/x", "old") == {LOCK: lock_text(lock({"t/old": live}, ("t/old",)))}


IDS = st.sampled_from(["t", "t/x", "t/y", "u", "u/x", "gone", "t2", "gone/t"])
ENTRIES = st.dictionaries(
    IDS, st.builds(LockedItem, st.none() | st.just(DAY), st.just(DAY), st.none() | st.just(0.0),
                   st.sampled_from([(), (("a", 50.0),), (("b", 20.0), ("a", 30.0))])),
)  # fmt: skip
ORDER = st.lists(IDS | st.just("t:start"), unique=True).map(tuple)


@settings(max_examples=40, deadline=None)
@given(items=ENTRIES, order=ORDER, what=st.sampled_from(["t", "t/x", "a", "u/y", "o"]))
def test_there_and_back(
    tmp_path_factory: pytest.TempPathFactory, items: dict[str, LockedItem], order: tuple[str, ...], what: str
) -> None:
    folder = written(tmp_path_factory.mktemp("there"), PLAN)
    before = lock(items, order)
    kept(folder, before)
    name = what.rpartition("/")[2]
    there = renamed(folder, what, "zz").get(LOCK, lock_text(before))
    parent = f"{what.rpartition('/')[0]}/" if "/" in what else ""
    swapped = PLAN.replace
    new = {
        "t": swapped("  t: {", "  zz: {").replace("t/x", "zz/x"),
        "t/x": swapped("{x: {effort: 1d}, y: {effort: 1d, after: x}", "{zz: {effort: 1d}, y: {effort: 1d, after: zz}").replace("t/x", "t/zz"),
        "a": swapped("{a: A", "{zz: A").replace("owner: a", "owner: zz").replace("{a: 50%", "{zz: 50%"),
        "u/y": swapped("[t/x, y]", "[t/x, zz]").replace("y: {assigned", "zz: {assigned"),
        "o": swapped("{o: O}", "{zz: O}").replace("supports: o", "supports: zz"),
    }[what]  # fmt: skip
    written(folder, new)
    (folder / LOCK).write_text(there)
    assert renamed(folder, parent + "zz", name).get(LOCK, there) == lock_text(before)
    shared = {id for id in items if id == what or id.startswith(f"{what}/")}
    assert len(lock_of(there).items) == len(items)
    assert not shared & set(lock_of(there).items)
