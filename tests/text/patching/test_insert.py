"""A new entry beside a named one: lines are added, in the indentation and with the blank lines of its siblings."""

from __future__ import annotations

import pytest
from tests.text.patching.case import after, route, text_of

from alignplan.text.patching import Insert, Refused, Value, patched

PLAN = text_of("""
    tactics:  # all of them

      # of a
      a:
        title: A
        notes: |
          one
          two
        # below a

      # loose

      # of b
      b:
        title: B

    values:
      x: X
      z: Z

      # of w
      w: W
    list:
    - one

    # of two
    - two
""")


@pytest.mark.parametrize(
    ("place", "old", "new"),
    [
        ({"after": "a"}, "    # below a\n", "    # below a\n\n  c:\n    title: C\n    owner: mia\n"),
        ({"before": "b"}, "  # of b\n", "  c:\n    title: C\n    owner: mia\n\n  # of b\n"),
        ({"before": "a"}, "  # of a\n", "  c:\n    title: C\n    owner: mia\n\n  # of a\n"),
        ({"after": "b"}, "    title: B\n", "    title: B\n\n  c:\n    title: C\n    owner: mia\n"),
        ({}, "    title: B\n", "    title: B\n\n  c:\n    title: C\n    owner: mia\n"),
    ],
)
def test_an_entry_of_several_lines_is_set_off_as_its_siblings_are(
    place: dict[str, str], old: str, new: str
) -> None:
    change = Insert(("tactics", "c"), {"title": "C", "owner": "mia"}, **place)
    assert after(PLAN, change) == PLAN.replace(old, new, 1)


@pytest.mark.parametrize(
    ("place", "old", "new"),
    [
        ({"after": "x"}, "  x: X\n", "  x: X\n  v: V\n"),
        ({"before": "x"}, "  x: X\n", "  v: V\n  x: X\n"),
        ({"after": "z"}, "  z: Z\n", "  z: Z\n  v: V\n"),
        ({"before": "w"}, "  # of w\n", "  v: V\n  # of w\n"),
        ({}, "  w: W\n", "  w: W\n  v: V\n"),
    ],
)
def test_an_entry_of_one_line_stands_close(place: dict[str, str], old: str, new: str) -> None:
    assert after(PLAN, Insert(("values", "v"), "V", **place)) == PLAN.replace(old, new, 1)


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("list/0", "x", "- one\n", "- x\n\n- one\n"),
        ("list/1", "x", "# of two\n", "- x\n\n# of two\n"),
        ("list/2", "x", "- two\n", "- two\n\n- x\n"),
        (
            "list/2",
            {"p": 1, "q": ["r", {"s": "t"}]},
            "- two\n",
            "- two\n\n- p: 1\n  q:\n    - r\n    - {s: t}\n",
        ),
        ("list/2", ["p", ["q"]], "- two\n", "- two\n\n- - p\n  - - q\n"),
    ],
)
def test_an_element_of_a_list_gets_the_number_that_is_named(
    path: str, value: Value, old: str, new: str
) -> None:
    assert after(PLAN, Insert(route(path), value)) == PLAN.replace(old, new, 1)


@pytest.mark.parametrize(
    ("before", "path", "place", "then"),
    [
        ("{a: 1, b: 2}", "q", {"after": "a"}, "{a: 1, q: 9, b: 2}"),
        ("{a: 1, b: 2}", "q", {"before": "a"}, "{q: 9, a: 1, b: 2}"),
        ("{a: 1, b: 2}", "q", {}, "{a: 1, b: 2, q: 9}"),
        ("{ a: 1 }", "q", {}, "{ a: 1, q: 9 }"),
        ("{a: 1, b: 2,}", "q", {}, "{a: 1, b: 2, q: 9,}"),
        ("{a: 1, b}", "q", {}, "{a: 1, b, q: 9}"),
        ("{a: 1, b: }", "q", {}, "{a: 1, b: , q: 9 }"),
        ("[a, b]", "0", {}, "[9, a, b]"),
        ("[a, b]", "1", {}, "[a, 9, b]"),
        ("[a, b]", "2", {}, "[a, b, 9]"),
        ("[a, b,]", "2", {}, "[a, b, 9,]"),
        ("[a, {b: 1}]", "1", {}, "[a, 9, {b: 1}]"),
        ("{a: 1,\n  b: 2}", "q", {"after": "a"}, "{a: 1, q: 9,\n  b: 2}"),
        ("{a: 1,\n  b: 2}", "q", {}, "{a: 1,\n  b: 2, q: 9}"),
        ("{\n  a: 1,\n  b: 2\n}", "q", {}, "{\n  a: 1,\n  b: 2,\n  q: 9\n}"),
        ("{\n  a: 1,\n  b: 2,\n}", "q", {}, "{\n  a: 1,\n  b: 2,\n  q: 9,\n}"),
        ("{\n  a: 1,  # of a\n  b: 2  # of b\n}", "q", {}, "{\n  a: 1,  # of a\n  b: 2,  # of b\n  q: 9\n}"),
        ("{\n  a: 1,  # of a\n  b: 2\n}", "q", {"after": "a"}, "{\n  a: 1,  # of a\n  q: 9,\n  b: 2\n}"),
        ("{\n  # of a\n  a: 1,\n}", "q", {"before": "a"}, "{\n  q: 9,\n  # of a\n  a: 1,\n}"),
        ("{\n  a: 1,\n  b: 2}", "q", {}, "{\n  a: 1,\n  b: 2,\n  q: 9}"),
        ("[\n  a,\n  b,\n]", "1", {}, "[\n  a,\n  9,\n  b,\n]"),
        ("[\n  a,\n  b,\n]", "2", {}, "[\n  a,\n  b,\n  9,\n]"),
        ("[\n  a\n  , b\n]", "2", {}, "[\n  a\n  , b, 9\n]"),
    ],
)
def test_between_brackets_a_new_entry_has_its_comma(
    before: str, path: str, place: dict[str, str], then: str
) -> None:
    assert (
        after(f"k: {before}  # why\nz: 1\n", Insert(route(f"k/{path}"), 9, **place))
        == f"k: {then}  # why\nz: 1\n"
    )


@pytest.mark.parametrize(
    ("place", "then"),
    [
        ({"before": "a"}, "- q: 9\n  a: 1\n  b: 2\n"),
        ({"after": "a"}, "- a: 1\n  q: 9\n  b: 2\n"),
        ({}, "- a: 1\n  b: 2\n  q: 9\n"),
    ],
)
def test_behind_a_dash_the_first_entry_stands_beside_it(place: dict[str, str], then: str) -> None:
    assert after("- a: 1\n  b: 2\n", Insert((0, "q"), 9, **place)) == then
    wide = after("-   a: 1\n    b: 2\n", Insert((0, "q"), 9, **place))
    assert wide == then.replace("- ", "-   ").replace("\n  ", "\n    ")


@pytest.mark.parametrize(
    ("before", "path", "then"),
    [
        ("{}", "q", "{q: 9}"),
        ("{ }", "q", "{q: 9}"),
        ("[]", "0", "[9]"),
        ("", "q", "{q: 9}"),
        ("&x", "q", "&x {q: 9}"),
    ],
)
def test_the_first_of_a_mapping_or_list_stands_in_brackets(before: str, path: str, then: str) -> None:
    change = Insert(route(f"t/k/{path}"), 9)
    assert after(f"t:\n  k: {before}".rstrip() + "  # why\n", change) == f"t:\n  k: {then}  # why\n"


@pytest.mark.parametrize("before", ["{}", ""])
def test_the_first_of_a_section_stands_on_a_line_of_its_own(before: str) -> None:
    assert after(f"t: {before}".rstrip() + "  # why\n", Insert(("t", "q"), 9)) == "t:  # why\n  q: 9\n"


def test_what_is_missing_above_is_made() -> None:
    then = after("a: 1\n", Insert(("tactics", "t"), {"title": "T", "after": ["x"]}))
    assert then == "a: 1\ntactics:\n  t:\n    title: T\n    after: [x]\n"
    assert after("a: {b: 1}\n", Insert(("a", "c", "d"), 9)) == "a: {b: 1, c: {d: 9}}\n"
    assert after("a:\n  b: 1\n", Insert(("a", "c", "d"), 9)) == "a:\n  b: 1\n  c:\n    d: 9\n"
    assert after("a:\n", Insert(("a", 0), "x")) == "a: [x]\n"


def test_long_and_wide_values_are_written_over_several_lines() -> None:
    value: Value = {
        "title": "no",
        "tags": ["a", "b"],
        "notes": "one\n\ntwo\n",
        "after": [{"x": "finish-start + 5d"}],
    }
    assert after("t:\n    a:\n        title: A\n", Insert(("t", "b"), value)) == text_of("""
        t:
            a:
                title: A
            b:
                title: "no"
                tags: [a, b]
                notes: |
                    one

                    two
                after:
                    - {x: finish-start + 5d}
    """)


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("t:\n  a: {title: A}\n", "t:\n  a: {title: A}\n  b: {title: B, after: [x]}\n"),
        (
            "t:\n  a:\n    after:\n    - x\n    - z\n",
            "t:\n  a:\n    after:\n    - x\n    - z\n  b:\n    title: B\n    after:\n    - x\n",
        ),
        ("t:\n  a:\n    after: [z]\n", "t:\n  a:\n    after: [z]\n  b:\n    title: B\n    after: [x]\n"),
    ],
)
def test_mappings_and_lists_are_written_as_those_around_are(before: str, then: str) -> None:
    value: Value = {"title": "B", "after": ["x"]}
    assert after(before, Insert(("t", "b"), value)) == then


def test_a_block_that_keeps_its_empty_lines_gets_no_more_of_them() -> None:
    before = "a:\n  x: 1\n\nb: |+\n  text\n\n\nc:\n  x: 1\n"
    then = "a:\n  x: 1\n\nb: |+\n  text\n\n\nq:\n  x: 2\nc:\n  x: 1\n"
    assert after(before, Insert(("q",), {"x": 2}, after="b")) == then


def test_a_comment_in_empty_brackets_stays_there() -> None:
    assert after("a: [  # none\n]\n", Insert(("a", 0), "x")) == "a: [x  # none\n]\n"
    assert after("a: {# none\n}\n", Insert(("a", "b"), "x")) == "a: {b: x # none\n}\n"


def test_a_list_that_is_missing_is_no_place_for_an_element() -> None:
    with pytest.raises(Refused, match="there is no `b` to put it in"):
        patched("a: 1\n", [Insert(("b", 0), "x")])
