"""Several changes at once: each sees what those before it made, and the edits are one list for the old text."""

from __future__ import annotations

from tests.text.patching.case import after

from alignplan.text.patching import (
    Append,
    Change,
    Delete,
    Edit,
    Insert,
    Plain,
    Put,
    Rename,
    patched,
)
from alignplan.text.patching.pieces import Pieces

TEXT = "a: 1\nb: [x, y]\nc:\n  d: 2  # why\n  e: 3\n"


def test_changes_that_lie_apart_are_edits_of_their_own() -> None:
    done = patched(TEXT, [Put(("c", "e"), 30), Put(("a",), 10), Append(("b",), "z")])
    assert done.text == "a: 10\nb: [x, y, z]\nc:\n  d: 2  # why\n  e: 30\n"
    assert done.edits == (Edit(3, 4, "10"), Edit(13, 13, ", z"), Edit(37, 38, "30"))


def test_no_change_is_no_edit() -> None:
    assert patched(TEXT, []).edits == ()
    assert patched(TEXT, [Put(("a",), Plain("1"))]).edits == ()


def test_later_changes_go_by_the_new_names_and_numbers() -> None:
    changes: list[Change] = [
        Rename(("c",), "f"),
        Put(("f", "d"), 20),
        Delete(("b", 0)),
        Put(("b", 0), "w"),
        Insert(("b", 0), "v"),
        Put(("f", "g"), {"h": 1}),
        Put(("f", "g", "h"), 2),
        Put(("f", "g", "i"), 3),
        Delete(("a",)),
    ]
    assert after(TEXT, *changes) == "b: [v, w]\nf:\n  d: 20  # why\n  e: 3\n  g:\n    h: 2\n    i: 3\n"


def test_what_is_taken_back_is_no_edit() -> None:
    assert patched(TEXT, [Put(("x",), 1), Delete(("x",))]).text == TEXT


def test_many_entries_of_one_mapping_go_or_come_at_once() -> None:
    text = "".join(f"k{number}: {number}\n" for number in range(40))
    gone = after(text, *(Delete((f"k{number}",)) for number in range(0, 40, 2)))
    assert gone == "".join(f"k{number}: {number}\n" for number in range(1, 40, 2))
    come = after("k0: 0\n", *(Put((f"k{number}",), number) for number in range(1, 40)))
    assert come == text


def test_rounds_of_edits_add_up() -> None:
    pieces = Pieces("abcdefgh")
    pieces.edit([Edit(1, 3, "XYZ"), Edit(5, 5, "-")])
    assert pieces.text == "aXYZde-fgh"
    pieces.edit([Edit(0, 2, ""), Edit(3, 5, "!"), Edit(10, 10, "?")])
    assert pieces.text == "Y!e-fgh?"
    assert pieces.edits() == (Edit(0, 4, "Y!"), Edit(5, 5, "-"), Edit(8, 8, "?"))
    assert [pieces.origin(at) for at in range(9)] == [1, 1, 4, 5, 5, 6, 7, 8, 8]
