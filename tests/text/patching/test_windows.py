"""Large texts: the few entries around a change are read, and what comes of it is what reading all would give."""

from __future__ import annotations

import time

import pytest
from tests.text.patching.case import by_hand, text_of

from alignplan.text.patching import (
    Append,
    Change,
    Delete,
    Insert,
    Plain,
    Plant,
    Put,
    Refused,
    Rename,
    lift,
    patched,
    windows,
)
from alignplan.text.patching.windows import window

TEXT = text_of("""
    # the plan
    alignplan: 1
    plan: {title: T}

    tactics:  # all
      # of a
      a:
        title: A
        after: [b]

      b: {title: B}

      # of c
      c:
        title: C
        notes: |
          a: not a key

      d: D
    kpis:
      k:
        actuals: {2026-01-01: 1}
    # of people
    people:
      mia: Mia
""") + "x-rest:\n" + "".join(f"  r{number}: rest\n" for number in range(80))  # fmt: skip
CHANGES: list[Change] = [
    Put(("tactics", "a", "title"), "New"),
    Put(("tactics", "a", "owner"), "mia"),
    Put(("tactics", "e"), {"title": "E", "owner": "mia"}),
    Put(("tactics", "d", "owner"), "mia"),
    Put(("kpis", "k", "actuals", "2026-02-01"), Plain("2")),
    Delete(("tactics", "a")),
    Delete(("tactics", "b")),
    Delete(("tactics", "d")),
    Delete(("people", "mia")),
    Rename(("tactics", "b"), "z"),
    Append(("tactics", "a", "after"), "c"),
    Insert(("tactics", "e"), "E", after="b"),
    Insert(("tactics", "e"), "E", before="a"),
    Insert(("tactics", "e"), "E"),
    Insert(("tactics", "a", "milestones", "m"), "M"),
    Plant(("tactics", "e"), lift(TEXT, ("tactics", "c")), before="d"),
]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "LARGE", 0)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{type(change).__name__} {change.route}")
def test_a_window_gives_what_the_whole_text_gives(change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = patched(TEXT, [change])
    monkeypatch.setattr(windows, "LARGE", 0)
    assert window(TEXT, [change]) is not None
    part = patched(TEXT, [change])
    assert part == whole
    assert by_hand(TEXT, part) == part.text


@pytest.mark.usefixtures("small")
def test_several_windows_are_read_at_once() -> None:
    changes = [CHANGES[0], CHANGES[4], Put(("people", "mia", "role"), "Head")]
    found = window(TEXT, changes)
    assert found is not None
    assert "rest" not in found.inside().replace("x-rest", "")
    assert patched(TEXT, changes).text == (
        TEXT.replace("title: A\n", "title: New\n")
        .replace("-01-01: 1}", "-01-01: 1, 2026-02-01: 2}")
        .replace("mia: Mia\n", "mia:\n    title: Mia\n    role: Head\n")
    )


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: T", "title: &t T"),
        ("title: T", "title: *t"),
        ("# the plan", "---"),
        ("# of people", "..."),
        ("# of people", "tactics: {}"),
        ("people:", "people: {}\nmore:"),
        ("  mia: Mia", "  'mia': Mia"),
        ("  mia: Mia", "- mia"),
        ("  mia: Mia", "   mia: Mia\n  tom: Tom"),
        ("alignplan: 1", "  alignplan: 1"),
        ("  c:\n", "  c: 'open\n"),
        ("  d: D\n", "  d: D\n  d: E\n"),
    ],
)
def test_a_text_of_another_kind_is_read_as_a_whole(old: str, new: str) -> None:
    text = TEXT.replace(old, new, 1)
    changes = [Put(("people", "mia", "role"), "Head"), Put(("tactics", "d"), "new")]
    if new == "---":
        assert window(text, changes) is not None
        assert window(text.replace("# of people", "---"), changes) is None
    else:
        assert window(text, changes) is None


@pytest.mark.usefixtures("small")
def test_what_is_refused_in_a_window_is_refused_with_its_place_in_the_text() -> None:
    with pytest.raises(Refused) as caught:
        patched(TEXT, [Delete(("people", "mia", "role"))])
    assert TEXT[caught.value.offset :].startswith("mia: Mia")


@pytest.mark.usefixtures("small")
def test_a_window_as_large_as_the_text_is_none() -> None:
    assert window("a:\n  b: 1\n", [Put(("a", "b"), 2)]) is None
    assert patched("a:\n  b: 1\n", [Put(("a", "b"), 2)]).text == "a:\n  b: 2\n"


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "change",
    [Put(("plan", "title"), "X"), Put(("alignplan",), 2), Put(("tactics",), {}), Put(("risks", "r"), 1), Delete(("tactics", 0)), Delete(("people", "mia"), emptied=True)],
    ids=str,
)  # fmt: skip
def test_what_is_no_entry_of_a_section_needs_the_whole(change: Change) -> None:
    assert window(TEXT, [change]) is None


def test_one_change_in_a_text_of_sixteen_megabytes_takes_no_time_to_speak_of() -> None:
    entry = "  t{0}:\n    title: The tactic {0}\n    notes: {1}\n    after: [x]\n"
    text = "tactics:\n" + "".join(entry.format(number, "word " * 40) for number in range(30_000, 95_000))
    assert len(text) > 16_000_000
    change = Put(("tactics", "t60000", "title"), "New")
    before = time.process_time()
    done = patched(text, [change])
    assert time.process_time() - before < 5
    assert done.text == text.replace("title: The tactic 60000\n", "title: New\n")
    assert window(text, [change]) is not None
