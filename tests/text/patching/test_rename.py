"""Another key for an entry: its value, comments and place stay."""

from __future__ import annotations

import pytest
from tests.text.patching.case import after, route

from alignplan.text.patching import Rename


@pytest.mark.parametrize(
    ("before", "path", "key", "then"),
    [
        ("# of a\na: 1  # why\nb: 2\n", "a", "c", "# of a\nc: 1  # why\nb: 2\n"),
        ("a:\n  b: 1\n", "a/b", "c", "a:\n  c: 1\n"),
        ("a : 1\n", "a", "c", "c : 1\n"),
        ('"a": 1\n', "a", "c", '"c": 1\n'),
        ("'a': 1\n", "a", "it's", "'it''s': 1\n"),
        ("a: 1\n", "a", "2026", "2026: 1\n"),
        ("a: 1\n", "a", "1.10", "1.10: 1\n"),
        ("a: 1\n", "a", "2026-11-22", "2026-11-22: 1\n"),
        ("a: 1\n", "a", "no", '"no": 1\n'),
        ("a: 1\n", "a", "x y", "x y: 1\n"),
        ("a: 1\n", "a", "x: y", '"x: y": 1\n'),
        ("k: {a: 1, b: 2}\n", "k/b", "c", "k: {a: 1, c: 2}\n"),
        ("k: {a, b: 2}\n", "k/a", "c", "k: {c, b: 2}\n"),
        ("k: {a: 1}\n", "k/a", "x,y", 'k: {"x,y": 1}\n'),
        ("k: [a: 1]\n", "k/0/a", "c", "k: [c: 1]\n"),
        ("k: [{a: 1}]\n", "k/a", "c", "k: [{c: 1}]\n"),
        ("- a: 1\n  b: 2\n", "0/a", "c", "- c: 1\n  b: 2\n"),
        ("? a\n: 1\n", "a", "c", "? c\n: 1\n"),
        ("&x a: 1\n", "a", "c", "&x c: 1\n"),
        ("a: &x 1\nb: *x\n", "a", "c", "c: &x 1\nb: *x\n"),
        ("a: 1\nb: 2\n", "a", "a", "a: 1\nb: 2\n"),
    ],
)
def test_only_the_key_changes(before: str, path: str, key: str, then: str) -> None:
    assert after(before, Rename(route(path), key)) == then
