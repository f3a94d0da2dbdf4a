"""Indentation, spaces and blank lines of a text in its canonical form."""

from __future__ import annotations

import pytest
from tests.text.formatting.shapes import AS_WRITTEN, form, text_of

from alignplan.text.formatting import formatted
from alignplan.text.patching import Refused


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("a: 1\n", "a: 1\n"),
        ("a: 1", "a: 1\n"),
        ("a:    1   \n", "a: 1\n"),
        ("a : 1\n", "a: 1\n"),
        ('"a"  :   "1"\n', '"a": "1"\n'),
        ("\n\na: 1\n\n\n", "a: 1\n"),
        ("a:\n", "a:\n"),
        ("a:\t1\n", "a: 1\n"),
        ("", ""),
        ("\n\n", ""),
        ("# only this\n\n\n", "# only this\n"),
        ("a:\n    b: 1\n", "a:\n  b: 1\n"),
        ("a:\n b:\n  c: 1\n", "a:\n  b:\n    c: 1\n"),
        ("a:\n- 1\n- 2\n", "a:\n  - 1\n  - 2\n"),
        ("a:\n-   1\n", "a:\n  - 1\n"),
        ("a:\n  -   b: 1\n      c: 2\n", "a:\n  - b: 1\n    c: 2\n"),
        ("a:\n- - 1\n  - 2\n", "a:\n  - - 1\n    - 2\n"),
        ("a:\n  -\n     b: 1\n", "a:\n  -\n    b: 1\n"),
        ("a:   &x   1\nb:  *x\n", "a: &x 1\nb: *x\n"),
        ("a: &x\n   b: 1\n", "a: &x\n  b: 1\n"),
        ("a:\n      one text\n", "a:\n  one text\n"),
        ("a: one\n      text\n", "a: one\n  text\n"),
        ("a: 'one\n\n      text'\n", "a: 'one\n\n  text'\n"),
        ('a: "one   \n      text \\\n   more"\n', 'a: "one\n  text \\\n  more"\n'),
        ("---\na:   1\n...\n", "---\na: 1\n...\n"),
        ("%YAML 1.2\n---\na:   1\n", "%YAML 1.2\n---\na: 1\n"),
    ],
)
def test_spaces(before: str, then: str) -> None:
    assert form(before) == then


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("a: |\n     one\n       two\n", "a: |\n  one\n    two\n"),
        ("a: >-\n one\n\n two\n", "a: >-\n  one\n\n  two\n"),
        ("a: |   # why\n one\n", "a: |  # why\n  one\n"),
        ("a: |2\n     one\n    two\n", "a: |2\n     one\n    two\n"),
        ("a:\n    b: |2\n         one\n       two\n", "a:\n  b: |2\n       one\n     two\n"),
        ("a: |\n   one\n\n\n\nb: 1\n", "a: |\n  one\n\n\nb: 1\n"),
        ("a: |+\n   one\n\n\n\nb: 1\n", "a: |+\n  one\n\n\n\nb: 1\n"),
        # Without a line end the text has none: one more would be another text.
        ("a: |\n   one", "a: |\n  one"),
        ("a: |-\n   one", "a: |-\n  one\n"),
        ("a: |\n   one\n      \n   two\n", "a: |\n  one\n     \n  two\n"),
    ],
)
def test_blocks_of_text_move_as_a_whole(before: str, then: str) -> None:
    assert form(before) == then


def test_a_blank_line_sets_off_items_of_several_lines_and_the_sections_of_items() -> None:
    before = text_of(
        """
        a: 1
        items:
          one: short
          two: short
          three:

            a: 1
          four:
            a: 1



          five: short
          six: short
        b:
          c: 1


          d: 1
          e: 1
        """
    )
    assert form(before) == text_of(
        """
        a: 1

        items:
          one: short
          two: short

          three:
            a: 1

          four:
            a: 1

          five: short
          six: short

        b:
          c: 1

          d: 1
          e: 1
        """
    )


def test_two_blank_lines_may_part_the_sections() -> None:
    assert form("a: 1\n\n\nb: 1\n\n\n\n\nc: 1\n") == "a: 1\n\n\nb: 1\n\n\nc: 1\n"


def test_items_in_brackets_stand_together_however_long_they_are() -> None:
    before = "items:\n  one: {a: 1,\n        b: 2}\n  two: {a: 1}\n"
    assert form(before) == before


def test_comments_go_with_what_they_belong_to() -> None:
    before = text_of(
        """
        items:     # beside
                # of one
            one:
                a: 1   # a
                # still in one
            # of two
            two:
                    - 1
                      # deeper than the element
            # last in items
        # of b
        b: 1
        # last of all
        """
    )
    assert form(before) == text_of(
        """
        items:  # beside
          # of one
          one:
            a: 1  # a
            # still in one

          # of two
          two:
            - 1
              # deeper than the element
          # last in items

        # of b
        b: 1
        # last of all
        """
    )


def test_a_comment_below_a_block_of_text_never_becomes_a_line_of_it() -> None:
    before = "items:\n    one: |\n            text\n        # no text\n    two: 1\n"
    assert form(before) == "items:\n  one: |\n    text\n   # no text\n  two: 1\n"


@pytest.mark.parametrize(
    ("text", "message", "at"),
    [
        ("a: [1\n", "a list `[…]` that is not closed", 3),
        ("a: 1\nb: x\na: 2\n", "the key `a` stands twice", 10),
        ("a: 1\r\nb: x\r\na: 2\r\n", "the key `a` stands twice", 12),
        ("b: !!str 1\n", "tags (`tag:yaml.org,2002:str`) are not read", 3),
        ("? a\n: b\n", "a key that is written with `?`", 0),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, message: str, at: int) -> None:
    with pytest.raises(Refused) as refused:
        formatted(text, AS_WRITTEN)
    assert message in refused.value.message
    assert refused.value.offset == at
