"""Random changes of random messy documents: the data are as intended, and no other line or comment is touched."""

from __future__ import annotations

import random
from difflib import SequenceMatcher
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.patching.case import by_hand
from tests.text.patching.messy import Messy, messy
from tests.text.patching.oracle import changed, plain, read, routes

from alignplan.text.encoding import decode
from alignplan.text.patching import (
    Append,
    Change,
    Delete,
    Insert,
    Patched,
    Plain,
    Plant,
    Put,
    Refused,
    Rename,
    Route,
    Value,
    lift,
    patched,
)
from alignplan.text.tree import parse

DOCUMENTS = st.builds(messy, st.integers(0, 5_000), st.integers(1, 14))
MANY = settings(max_examples=250, deadline=None)
SEEDS = st.integers(0, 10_000)
TEXTS = [
    "new",
    "it's: #1",
    "two\nlines\n",
    "two\n\nlines",
    "",
    "no",
    "# no",
    "- x",
    "{a",
    " lead",
    "a\tb",
    "\u2028",
]
VALUES: list[Value] = [
    *TEXTS, Plain("40%"), None, True, 3, 2.5, "word " * 30 + "end", ["a", 1], {"k": "v"}, [], {},
    {"k": "no", "l": ["x", {"m": "n\no"}]},
]  # fmt: skip


def some_change(document: Messy, seed: int) -> Change:
    """A change of something that is there, or beside something that is there."""
    dice = random.Random(seed)
    data = parse(document.text).data
    known = routes(data)
    route = dice.choice(known)
    value = dice.choice(VALUES)
    holder = at(data, route[:-1])
    kind = dice.randrange(7)
    if kind == 0:
        return Delete(route)
    if kind == 1:
        return Append(route, value)
    if kind == 2 and isinstance(route[-1], str):
        return Rename(route, dice.choice(["renamed", "2026", "no", "a b"]))
    if kind == 3 and isinstance(at(data, route), dict):
        return Put((*route, "new"), value)
    if kind in (4, 5):
        if isinstance(holder, list):
            place: Route = (*route[:-1], dice.randint(0, len(holder)))
            beside = {}
        else:
            place = (*route[:-1], "new")
            beside = dice.choice([{}, {"after": route[-1]}, {"before": route[-1]}])
        source = dice.choice(
            [found for found in known if isinstance(found[-1], int) is isinstance(holder, list)]
        )
        return (
            Insert(place, value, **beside)
            if kind == 4
            else Plant(place, lift(document.text, source), **beside)
        )
    return Put(route, value)


def at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def made(document: Messy, seed: int) -> tuple[Change, Patched] | None:
    """A change and what came of it; None where it was refused."""
    try:
        change = some_change(document, seed)
        return change, patched(document.text, [change])
    except Refused as error:
        refused = error
    assert 0 <= refused.offset <= len(document.text)
    assert refused.message
    return None


@given(DOCUMENTS, SEEDS)
@MANY
def test_the_new_text_reads_as_intended(document: Messy, seed: int) -> None:
    found = made(document, seed)
    if found is None:
        return
    change, done = found
    before = read(document.text)
    wanted = [changed(before, change)]
    if isinstance(change, Append) and at(before, change.route) is None:
        wanted.append(changed(before, Put(change.route, change.value)))  # alone, as its like are
    assert repr(read(done.text)) in [repr(data) for data in wanted]
    assert not parse(done.text).faults


@given(DOCUMENTS, SEEDS)
@MANY
def test_the_edits_made_by_hand_are_the_new_text(document: Messy, seed: int) -> None:
    found = made(document, seed)
    if found is not None:
        assert by_hand(document.text, found[1]) == found[1].text


@given(DOCUMENTS, SEEDS)
@MANY
def test_lines_outside_the_edits_are_the_same(document: Messy, seed: int) -> None:
    found = made(document, seed)
    if found is None:
        return
    change, done = found
    old, new = document.text.splitlines(keepends=True), done.text.splitlines(keepends=True)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    lost = sum(end - start for kind, start, end, _, _ in codes if kind != "equal")
    touched = sum(document.text.count("\n", edit.start, edit.end) + 1 for edit in done.edits)
    assert lost <= touched
    if isinstance(change, (Insert, Plant)) and not lost:
        assert all(kind in ("equal", "insert") for kind, *_ in codes)


@given(DOCUMENTS, SEEDS)
@MANY
def test_a_scalar_for_a_scalar_changes_its_lines_alone(document: Messy, seed: int) -> None:
    dice = random.Random(seed)
    data = parse(document.text).data
    scalars = [route for route in routes(data) if isinstance(at(data, route), str)]
    if not scalars:
        return
    route = dice.choice(scalars)
    try:
        done = patched(document.text, [Put(route, dice.choice(["new", Plain("40%"), 5, "it's: #1"]))])
    except Refused:
        return
    old, new = document.text.split("\n"), done.text.split("\n")
    if "\n" not in str(at(data, route)) and len(old) == len(new):
        # Of a block of text the sign changes, too, where the new text ends otherwise.
        assert sum(one != other for one, other in zip(old, new, strict=True)) <= 2


@given(DOCUMENTS, SEEDS)
@MANY
def test_comments_of_other_entries_stay_and_in_their_order(document: Messy, seed: int) -> None:
    found = made(document, seed)
    if found is None or isinstance(found[0], Plant):
        return
    change, done = found
    before, after = document.comments(document.text), document.comments(done.text)
    assert sorted(before) == sorted(document.owners)
    may, must = goes_with(document, change)
    lost = set(before) - set(after)
    assert must <= lost <= may
    if not isinstance(change, Append):  # what stood behind a lone value stands above both then
        assert after == [comment for comment in before if comment not in lost]


def goes_with(document: Messy, change: Change) -> tuple[set[str], set[str]]:
    """The comments that may go with a change, and those that must."""
    below = {
        comment for comment, owner in document.owners.items() if owner[: len(change.route)] == change.route
    }
    if isinstance(change, Delete):
        return below, below - document.loose
    data = parse(document.text).data
    replaced = (
        isinstance(change, Put)
        and change.route in routes(data)
        and isinstance(at(data, change.route), (dict, list))
    )
    return (below if replaced else set()), set()


@given(DOCUMENTS, SEEDS)
@MANY
def test_what_is_planted_has_all_its_comments(document: Messy, seed: int) -> None:
    dice = random.Random(seed)
    data = parse(document.text).data
    route = dice.choice([route for route in routes(data) if isinstance(route[-1], str)])
    try:
        fragment = lift(document.text, route)
        done = patched("z: 1\n", [Plant(("a",), fragment)])
    except Refused:
        return
    own = {comment for comment, owner in document.owners.items() if owner[: len(route)] == route}
    assert own - document.loose <= set(document.comments(done.text)) <= own
    assert read(done.text) == {"z": "1", "a": plain(at(data, route))}


@given(DOCUMENTS, st.lists(SEEDS, min_size=2, max_size=5))
@settings(max_examples=80, deadline=None)
def test_changes_at_once_are_the_changes_one_by_one(document: Messy, seeds: list[int]) -> None:
    text = document.text
    changes: list[Change] = []
    for seed in seeds:
        step = Messy(text, document.owners, document.loose)
        found = made(step, seed) if isinstance(parse(text).data, dict) and routes(parse(text).data) else None
        if found is not None:
            changes.append(found[0])
            text = found[1].text
    done = patched(document.text, changes)
    assert by_hand(document.text, done) == done.text
    assert repr(read(done.text)) == repr(read(text))


@given(DOCUMENTS, SEEDS, st.booleans())
@MANY
def test_bytes_outside_the_edits_are_the_same(document: Messy, seed: int, with_mark: bool) -> None:
    content = (b"\xef\xbb\xbf" if with_mark else b"") + document.text.encode()
    text, fault = decode(content)
    assert fault is None
    found = made(Messy(text), seed)
    if found is None:
        return
    again = content
    for edit in reversed(found[1].edits):
        start, end = (len(text[:at].encode()) + 3 * with_mark for at in (edit.start, edit.end))
        again = again[:start] + edit.new.encode() + again[end:]
    assert again == (b"\xef\xbb\xbf" if with_mark else b"") + found[1].text.encode()
