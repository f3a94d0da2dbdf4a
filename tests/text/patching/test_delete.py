"""An entry that goes takes its own comments along, and leaves those of all others."""

from __future__ import annotations

import pytest
from tests.text.patching.case import after, route, text_of

from alignplan.text.patching import Delete

PLAN = text_of("""
    # the plan
    alignplan: 1

    # all tactics
    tactics:  # behind

      # loose

      # of a
      # and more of a
      a:  # behind a
        # of title
        title: A  # behind title
        due: 2026-01-01
        # below a

      b: B
      # of c
      c:
        notes: >
          one

          two

        list:
        - x
        # of y
        - y  # behind y
      # below c

    # of values
    values:
      v: V
""")


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        ("tactics/a", "  # of a\n  # and more of a\n  a:  # behind a\n    # of title\n    title: A  # behind title\n    due: 2026-01-01\n    # below a\n\n"),
        ("tactics/a/title", "    # of title\n    title: A  # behind title\n"),
        ("tactics/a/due", "    due: 2026-01-01\n"),
        ("tactics/b", "  b: B\n"),
        ("tactics/c", "  # of c\n  c:\n    notes: >\n      one\n\n      two\n\n    list:\n    - x\n    # of y\n    - y  # behind y\n"),
        ("tactics/c/notes", "    notes: >\n      one\n\n      two\n\n"),
        ("tactics/c/list", "\n    list:\n    - x\n    # of y\n    - y  # behind y\n"),
        ("tactics/c/list/0", "    - x\n"),
        ("tactics/c/list/1", "    # of y\n    - y  # behind y\n"),
        ("tactics/c/list/y", "    # of y\n    - y  # behind y\n"),
        ("values", "\n# of values\nvalues:\n  v: V\n"),
        ("alignplan", "# the plan\nalignplan: 1\n\n"),
    ],
)  # fmt: skip
def test_the_lines_of_an_entry_go(path: str, gone: str) -> None:
    assert PLAN.count(gone) == 1
    blank = "\n" if path == "tactics/b" else ""
    assert after(PLAN, Delete(route(path))) == PLAN.replace(
        blank + gone, "" if path != "tactics/b" else "\n", 1
    )


@pytest.mark.parametrize(
    ("before", "path", "then"),
    [
        ("{a: 1, b: 2, c: 3}", "a", "{b: 2, c: 3}"),
        ("{a: 1, b: 2, c: 3}", "b", "{a: 1, c: 3}"),
        ("{a: 1, b: 2, c: 3}", "c", "{a: 1, b: 2}"),
        ("{ a: 1, b: 2 }", "b", "{ a: 1 }"),
        ("{a: 1, b: 2,}", "b", "{a: 1,}"),
        ("[a, b, c]", "1", "[a, c]"),
        ("[a, {b: 1}, 'c, d']", "2", "[a, {b: 1}]"),
        ("[a,b]", "0", "[b]"),
        ("{a, b: }", "a", "{b: }"),
        ("{a, b: , c}", "b", "{a, c}"),
        ("{a: 1,\n  b: 2}", "a", "{b: 2}"),
        ("{a: 1,\n  b: 2}", "b", "{a: 1}"),
        ("{a: 1, b: 2,\n  c: 3}", "b", "{a: 1,\n  c: 3}"),
        ("{\n  a: 1,\n  b: 2\n}", "a", "{\n  b: 2\n}"),
        ("{\n  a: 1,\n  b: 2\n}", "b", "{\n  a: 1\n}"),
        ("{\n  a: 1,\n  b: 2,\n}", "b", "{\n  a: 1,\n}"),
        (
            "{\n  a: 1,  # of a\n  # of b\n  b: 2  # behind b\n  # last\n}",
            "b",
            "{\n  a: 1  # of a\n  # last\n}",
        ),
        ("{  # open\n  # of a\n  a: 1,  # behind a\n  b: 2\n}", "a", "{  # open\n  b: 2\n}"),
        ("[\n  a,\n  [b,\n  c],\n  d\n]", "1", "[\n  a,\n  d\n]"),
        ("{\n  a: 1,\n  b: 2}", "b", "{\n  a: 1}"),
    ],
)
def test_between_brackets_an_entry_goes_with_one_comma(before: str, path: str, then: str) -> None:
    assert after(f"k: {before}  # why\nz: 1\n", Delete(route(f"k/{path}"))) == f"k: {then}  # why\nz: 1\n"


@pytest.mark.parametrize(
    ("before", "path", "then"),
    [
        ("k:  # why\n  a: 1\nz: 1\n", "k/a", "k: {}  # why\nz: 1\n"),
        ("k:\n\n  # of a\n  a: 1  # too\n\n  # loose\nz: 1\n", "k/a", "k: {}\n\n\n  # loose\nz: 1\n"),
        ("k:\n- a\nz: 1\n", "k/0", "k: []\nz: 1\n"),
        ("k: {a: 1}  # why\n", "k/a", "k: {}  # why\n"),
        ("k: [\n  a,  # of a\n]\n", "k/0", "k: []\n"),
        ("k: [  # open\n  a,  # of a\n]\n", "k/0", "k: [  # open\n]\n"),
        ("k: &x\n  a: 1\n", "k/a", "k: &x {}\n"),
        ("k:\n- a: 1\n- b\n", "k/0/a", "k:\n- {}\n- b\n"),
        ("k:\n  a:\n    b: 1", "k/a/b", "k:\n  a: {}"),
        ("# of k\nk: 1\n", "k", "{}\n"),
        ("- k\n", "0", "[]\n"),
    ],
)
def test_what_is_left_empty_says_so(before: str, path: str, then: str) -> None:
    assert after(before, Delete(route(path))) == then


@pytest.mark.parametrize(
    ("before", "path", "then"),
    [
        ("a: 1\n# of k\nk:\n  l:\n    m: 1\n", "k/l/m", "a: 1\n"),
        ("a: 1\nk:\n  l:\n    m: 1\n  o: 2\n", "k/l/m", "a: 1\nk:\n  o: 2\n"),
        ("a: {k: {l: [m]}}\n", "a/k/l/0", "{}\n"),
        ("a: {k: {l: [m]}, b: 1}\n", "a/k/l/0", "a: {b: 1}\n"),
    ],
)
def test_what_is_left_empty_goes_too_where_that_is_asked_for(before: str, path: str, then: str) -> None:
    assert after(before, Delete(route(path), emptied=True)) == then


@pytest.mark.parametrize(
    ("before", "path", "then"),
    [
        ("- a: 1\n  b: 2\n", "0/a", "- b: 2\n"),
        ("-   a: 1  # why\n    b: 2\n", "0/a", "-   b: 2\n"),
        ("- a: 1\n  # of b\n  b: 2\n", "0/a", "- \n  # of b\n  b: 2\n"),
        ("- a: 1\n  b: 2\n", "0/b", "- a: 1\n"),
        ("- - a\n  - b\n- c\n", "0/0", "- - b\n- c\n"),
        ("- - a\n  - b\n- c\n", "0", "- c\n"),
    ],
)
def test_behind_a_dash_the_next_entry_moves_up(before: str, path: str, then: str) -> None:
    assert after(before, Delete(route(path))) == then


def test_a_missing_line_end_stays_missing() -> None:
    assert after("a: 1\nb: 2", Delete(("b",))) == "a: 1"
    assert after("a: 1\r\n\r\nb: 2", Delete(("b",))) == "a: 1"
    assert after("a: 1\nb: 2", Delete(("a",))) == "b: 2"


def test_empty_lines_that_belong_to_a_text_stay_with_it() -> None:
    before = "a: |+\n  text\n\n\nb: 1\n\nc: 2\n"
    assert after(before, Delete(("b",))) == "a: |+\n  text\n\n\nc: 2\n"
    assert after(before, Delete(("a",))) == "b: 1\n\nc: 2\n"


def test_what_only_looks_like_a_comment_stays() -> None:
    before = "a: |\n  # text\nb: 1\nc: 'x\n  # text'\nd: 2\n"
    assert after(before, Delete(("b",)), Delete(("d",))) == "a: |\n  # text\nc: 'x\n  # text'\n"


def test_a_comment_below_is_not_taken_into_the_text_above() -> None:
    before = "a: |\n  text\nb:\n  c: 1\n\n  # loose\n\n  # too\nd: 1\n"
    assert after(before, Delete(("b",))) == "a: |\n  text\n\n# loose\n\n# too\nd: 1\n"
    assert (
        after(before.replace("|\n  text", "text"), Delete(("b",)))
        == "a: text\n\n  # loose\n\n  # too\nd: 1\n"
    )
