"""What stands in brackets keeps its line breaks; spaces and further lines have their place."""

from __future__ import annotations

import pytest
from tests.text.formatting.shapes import ABC, form, text_of


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("a: { b: 1 }\n", "a: {b: 1}\n"),
        ("a: {b:   1,c: 2 , d: [ 1,2 ]}\n", "a: {b: 1, c: 2, d: [1, 2]}\n"),
        ("a: {\"b\":1, 'c' : 2}\n", "a: {\"b\": 1, 'c': 2}\n"),
        ("a: {b: 1, }\n", "a: {b: 1,}\n"),
        ("a: {b: , c: }\n", "a: {b: , c: }\n"),
        ("a: { }\n", "a: {}\n"),
        ("a: [\n  ]\n", "a: []\n"),
        ("a: [ # none\n  ]\n", "a: [  # none\n]\n"),
        ("a: [ b: 1 , c ]\n", "a: [b: 1, c]\n"),
        ("a: [ &x  1, *x ]\n", "a: [&x 1, *x]\n"),
        ("a: {b: {c: 1} }\n", "a: {b: {c: 1}}\n"),
        ("{ a: 1 }\n", "{a: 1}\n"),
        ("a: {'b # c': 1,  d: \"e # f\"}   # g\n", "a: {'b # c': 1, d: \"e # f\"}  # g\n"),
    ],
)
def test_spaces(before: str, then: str) -> None:
    assert form(before) == then


def test_further_lines_begin_below_the_first_entry() -> None:
    before = text_of(
        """
        a:
            name: {b: 1,
                c: [1, 2,
                      3],
                          d: 4}
        """
    )
    assert form(before) == text_of(
        """
        a:
          name: {b: 1,
                 c: [1, 2,
                     3],
                 d: 4}
        """
    )


def test_or_one_step_in_where_nothing_stands_behind_the_bracket() -> None:
    before = text_of(
        """
        a:
            name: {   # why
              # of b
              b: 1 ,   # one


              c: [
                 2,
                 3 ],
                 d:
                   4,
                 }
        """
    )
    assert form(before) == text_of(
        """
        a:
          name: {  # why
            # of b
            b: 1,  # one
            c: [
              2,
              3],
            d:
              4,
          }
        """
    )


def test_texts_of_several_lines_in_brackets() -> None:
    before = 'a: {b: "one\n    two",\n    c: three\n  four}\n'
    assert form(before) == 'a: {b: "one\n      two",\n    c: three\n      four}\n'


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("a: {c: 1, b: 2, a: 3}\n", "a: {a: 3, b: 2, c: 1}\n"),
        ("a: {x-y: 1, z: 2, a: 3}\n", "a: {a: 3, x-y: 1, z: 2}\n"),
        ("a: {c: 1,\n    b: 2, a: 3}\n", "a: {a: 3,\n    b: 2, c: 1}\n"),
        ("a: {c: {b: 1, a: 2}, a: 3}\n", "a: {a: 3, c: {a: 2, b: 1}}\n"),
        # Brackets of several lines move with the place at which they are opened.
        ("a: {c: [1,\n        2], a: 3}\n", "a: {a: 3, c: [1,\n              2]}\n"),
        # Comments between brackets, or behind the last of several lines, may be about any of them.
        ("a: {c: 1,  # why\n    b: 2}\n", "a: {c: 1,  # why\n    b: 2}\n"),
        ("a: {c: 1,\n    b: 2}  # why\n", "a: {c: 1,\n    b: 2}  # why\n"),
        ("a: {c: 1, b: 2}  # why\n", "a: {b: 2, c: 1}  # why\n"),
        ("a: {c: , b: 2}\n", "a: {c: , b: 2}\n"),
        ("a: {c: &x 1, b: *x}\n", "a: {c: &x 1, b: *x}\n"),
    ],
)
def test_keys_in_their_order(before: str, then: str) -> None:
    assert form(before, ABC) == then
