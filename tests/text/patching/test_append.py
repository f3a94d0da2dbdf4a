"""One more element at the end of a list, or a list made of a lone value."""

from __future__ import annotations

import pytest
from tests.text.patching.case import after, route

from alignplan.text.patching import Append, Plain, Value

WIDE = "w" * 60


@pytest.mark.parametrize(
    ("before", "value", "then"),
    [
        ("[a, b]  # why", "c", "[a, b, c]  # why"),
        ("[a, b,]", "c", "[a, b, c,]"),
        ("[a, b]", {"c": Plain("start-start")}, "[a, b, {c: start-start}]"),
        ("[a, b]", "x, y", '[a, b, "x, y"]'),
        ("[]  # why", "c", "[c]  # why"),
        ("[\n    a,  # of a\n    b  # of b\n  ]", "c", "[\n    a,  # of a\n    b,  # of b\n    c\n  ]"),
        ("[a,\n   b]", "c", "[a,\n   b, c]"),
        ("\n  - a\n  - b  # why\n  # below", "c", "\n  - a\n  - b  # why\n  - c\n  # below"),
        ("\n- a\n- b", "c", "\n- a\n- b\n- c"),
        ("\n    -   a\n    -   b: 1\n        c: 2", "c", "\n    -   a\n    -   b: 1\n        c: 2\n    - c"),
        ("\n  - a\n\n  - b", "c", "\n  - a\n\n  - b\n\n  - c"),
        ("\n  - a", {"b": 1, "c": ["d"]}, "\n  - a\n  - b: 1\n    c:\n      - d"),
        ("\n  - a", {"b": 1}, "\n  - a\n  - {b: 1}"),
        ("\n  - b: 1", {"b": 2}, "\n  - b: 1\n  - b: 2"),
        ("\n  - a", "one\ntwo\n", "\n  - a\n  - |\n    one\n    two"),
        ("\n  - |\n    a\n\n", "c", "\n  - |\n    a\n  - c\n\n"),
    ],
)
def test_a_list_grows_at_its_end(before: str, value: Value, then: str) -> None:
    assert after(f"k: {before}\nz: 1\n", Append(("k",), value)) == f"k: {then}\nz: 1\n"


@pytest.mark.parametrize(
    ("before", "value", "then"),
    [
        ("a  # why", "c", "[a, c]  # why"),
        ("'a, b'", "c", "['a, b', c]"),
        ("a, b", "c", '["a, b", c]'),
        ("{a: 40}", {"c": 60}, "[{a: 40}, {c: 60}]"),
        ("&x a", "c", "&x [a, c]"),
        ("*q", "c", "[*q, c]"),
        ("|\n  a\n", "c", '["a\\n", c]\n'),
        (WIDE, WIDE, f"\n  - {WIDE}\n  - {WIDE}"),
        (f'"{WIDE}"  # why', WIDE, f' # why\n  - "{WIDE}"\n  - {WIDE}'),
        ("a  # why", {"c": {"d": 1}}, " # why\n  - a\n  - c: {d: 1}"),
        ("\n  # of a\n  a: 40\n  b:\n    c: 1", "d", "\n  # of a\n  - a: 40\n    b:\n      c: 1\n  - d"),
        ("\n    a: 40\n    b: 60", "d", "\n    - a: 40\n      b: 60\n    - d"),
    ],
)
def test_a_lone_value_becomes_a_list_of_two(before: str, value: Value, then: str) -> None:
    start, end = ("q: &q 1\n", "z: 1\n")
    before = f"{start}k: {before}\n{end}".replace(": \n", ":\n")
    assert after(before, Append(("k",), value)) == f"{start}k: {then}\n{end}".replace(": \n", ":\n")


@pytest.mark.parametrize(
    ("others", "then"),
    [
        ("{after: x}", "after: c"),
        ("{after: [x]}", "after: [c]"),
        ("{after: x, tags: [x]}", "after: c"),
        ("{}", "after: [c]"),
    ],
)
def test_a_first_value_stands_alone_where_it_does_so_elsewhere(others: str, then: str) -> None:
    before = f"t:\n  a: {others}\n  b:\n    title: B\n"
    assert after(before, Append(("t", "b", "after"), "c")) == f"{before}    {then}\n"
    assert after(f"{before}    after:\n", Append(("t", "b", "after"), "c")) == f"{before}    {then}\n"


def test_a_list_on_lines_stays_one_where_all_others_are() -> None:
    before = "t:\n  a:\n    after:\n    - x\n  b:\n    title: B\n"
    assert after(before, Append(route("t/b/after"), "c")) == f"{before}    after:\n    - c\n"
