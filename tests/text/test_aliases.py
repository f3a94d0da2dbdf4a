"""Aliases written out: the same data, the same lines, and nothing that stands for anything else."""

from __future__ import annotations

import pytest

from alignplan.text.patching.aliases import without_aliases
from alignplan.text.tree import parse


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a: &x 2026-01-01\nb: *x # why\n", "a: &x 2026-01-01\nb: 2026-01-01 # why\n"),
        ("a: [&x {from: 1, to: 2}]\nb: [0, *x]\n", "a: [&x {from: 1, to: 2}]\nb: [0, {from: 1, to: 2}]\n"),
        ("a: &x\n  c: 1\n  d: one, two\nb: *x\n", 'a: &x\n  c: 1\n  d: one, two\nb: {c: 1, d: "one, two"}\n'),
        ('a: &x "1"\nb: *x\n', 'a: &x "1"\nb: "1"\n'),
        ("a: &x [1, &y 2]\nb: {c: *x, d: *y}\n", "a: &x [1, &y 2]\nb: {c: [1, 2], d: 2}\n"),
        ("a: &x\nb: *x\n", "a: &x\nb: null\n"),
    ],
)
def test_what_an_alias_stands_for_stands_in_its_place(text: str, plain: str) -> None:
    assert without_aliases(text) == plain
    assert parse(plain).data == parse(text).data


@pytest.mark.parametrize(
    "text", ["a: 1\n", "a: 2 * 3 & 4\n", "a: &x 1\n*x : 2\nb: [\n", "a: *x\nb: &x 1\n", ""]
)
def test_what_has_none_or_cannot_be_read_stays_as_it_is(text: str) -> None:
    assert without_aliases(text) == text
