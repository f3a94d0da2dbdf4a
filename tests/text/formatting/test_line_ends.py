"""Line ends are those that most lines have."""

from __future__ import annotations

import pytest
from tests.text.formatting.shapes import ABC, form


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("b:   1\r\na: 2\r\n", "a: 2\r\nb: 1\r\n"),
        ("b: 1\r\na: 2", "a: 2\r\nb: 1\r\n"),
        ("a: 1\r\nb: 2\r\nc: 3\n", "a: 1\r\nb: 2\r\nc: 3\r\n"),
        ("a: 1\nb: 2\r\nc: 3\n", "a: 1\nb: 2\nc: 3\n"),
        ("a: |\r\n    one\r\n    two\r\n", "a: |\r\n  one\r\n  two\r\n"),
        (
            "c: 1  # why\r\n\r\n\r\n\r\nb: {d: 1,\r\n c: 2}\r\n",
            "b: {c: 2,\r\n    d: 1}\r\n\r\n\r\nc: 1  # why\r\n",
        ),
    ],
)
def test_line_ends(before: str, then: str) -> None:
    assert form(before, ABC) == then
