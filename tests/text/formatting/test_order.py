"""Keys in their order, with their comments; never past a comment that stands alone."""

from __future__ import annotations

import pytest
from tests.text.formatting.shapes import ABC, form, text_of

from alignplan.text.formatting import Shape


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("c: 1\nb: 2\na: 3\n", "a: 3\nb: 2\nc: 1\n"),
        # What is not known stays behind what it stands behind.
        ("c: 1\nz: 2\na: 3\n", "a: 3\nc: 1\nz: 2\n"),
        ("z: 2\nc: 1\na: 3\n", "z: 2\na: 3\nc: 1\n"),
        # One's own keys keep their order among themselves.
        ("x-2: 1\nx-1: 2\na: 3\ninside: 4\n", "a: 3\nx-2: 1\nx-1: 2\ninside: 4\n"),
        ("d:\n  c: 1\n  a: 2\nb: 3\n", "b: 3\nd:\n  a: 2\n  c: 1\n"),
        ("c:\n  - b: 1\n    a: 2\n", "c:\n  - a: 2\n    b: 1\n"),
        ("b: |\n  one\n\n  two\na: 3\n", "a: 3\nb: |\n  one\n\n  two\n"),
        # Blank lines stay where they are, and entries move past them.
        ("c: 1\n\nb: 2\na: 3\n", "a: 3\n\nb: 2\nc: 1\n"),
        # Where blank lines are part of a text, nothing moves.
        ("b: |+\n  one\n\na: 3\n", "b: |+\n  one\n\na: 3\n"),
        # A name is given before it is used.
        ("b: &x 1\na: *x\n", "b: &x 1\na: *x\n"),
        ("c: &x 1\nb: 2\na: 3\nd: *x\n", "a: 3\nb: 2\nc: &x 1\nd: *x\n"),
    ],
)
def test_order(before: str, then: str) -> None:
    assert form(before, ABC) == then


def test_comments_move_with_their_entry() -> None:
    before = text_of(
        """
        d:
          # of c
          # and more
          c: 1  # beside c
          b:
            - 1
            # in b
          # of a
          a: 3
        """
    )
    assert form(before, ABC) == text_of(
        """
        d:
          # of a
          a: 3
          b:
            - 1
            # in b
          # of c
          # and more
          c: 1  # beside c
        """
    )


def test_no_entry_goes_past_a_comment_that_stands_alone() -> None:
    before = text_of(
        """
        d: 1
        c: 2

        # ---- the second part

        b: 3
        a: 4
        """
    )
    assert form(before, ABC) == text_of(
        """
        c: 2
        d: 1

        # ---- the second part

        a: 4
        b: 3
        """
    )


def test_what_a_comment_stands_directly_below_stays_above_it() -> None:
    before = text_of(
        """
        d: 1
        c: 2
        b: 3
        # b? or what comes next?

        a: 4
        """
    )
    assert form(before, ABC) == text_of(
        """
        c: 2
        d: 1
        b: 3
        # b? or what comes next?

        a: 4
        """
    )


def test_the_first_entry_stays_below_the_head_of_the_file() -> None:
    before = "# The plan of 2030.\nd: 1\nc: 2\nb: 3\n"
    assert form(before, ABC) == "# The plan of 2030.\nd: 1\nb: 3\nc: 2\n"
    # A comment that is not the first of the file is about what it stands above.
    assert form(f"# Copyright.\n\n{before}", ABC) == (
        "# Copyright.\n\nb: 3\nc: 2\n# The plan of 2030.\nd: 1\n"
    )


def test_behind_a_dash_no_entry_with_comments_above_it_comes_first() -> None:
    before = "c:\n  - b: 1\n    # of a\n    a: 2\n"
    assert form(before, ABC) == before


def test_the_order_depends_on_the_place() -> None:
    shape = Shape(lambda route: ("b", "a") if len(route) == 1 else None)
    assert form("z:\n  a: 1\n  b: 2\ny:\n  a: {b: 1, a: 2}\n", shape) == (
        "z:\n  b: 2\n  a: 1\ny:\n  a: {b: 1, a: 2}\n"
    )


def test_what_an_alias_stands_for_is_put_in_order_where_it_stands_itself() -> None:
    shape = Shape(lambda route: ("a", "b") if route == ("one",) else None)
    assert form("one: &x\n  b: 1\n  a: 2\ntwo: *x\n", shape) == "one: &x\n  a: 2\n  b: 1\ntwo: *x\n"
