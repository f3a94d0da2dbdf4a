"""A value in place of another, or of none: the place where it stands changes, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from tests.text.patching.case import after, route, text_of

from alignplan.text.patching import Plain, Put, Value

LONG = " ".join(["word"] * 30)
FOLDED = " ".join(["word"] * 19) + "\n  " + " ".join(["word"] * 11)


@pytest.mark.parametrize(
    ("before", "value", "then"),
    [
        ("a: old", "new", "a: new"),
        ("a: old  # why", "new", "a: new  # why"),
        ("a:   old", "new", "a:   new"),
        ("a: old", "it's: #1", 'a: "it\'s: #1"'),
        ("a: old", "no", 'a: "no"'),
        ("a: old", "2026-11-22", 'a: "2026-11-22"'),
        ("a: old", Plain("2026-11-22"), "a: 2026-11-22"),
        ("a: old", Plain("40%"), "a: 40%"),
        ("a: old", date(2026, 11, 22), "a: 2026-11-22"),
        ("a: old", 5, "a: 5"),
        ("a: old", 0.5, "a: 0.5"),
        ("a: old", True, "a: true"),
        ("a: old", None, "a: null"),
        ("a: old", "", 'a: ""'),
        ('a: "old"', "new", 'a: "new"'),
        ('a: "old"', 'a "b"', 'a: "a \\"b\\""'),
        ('a: "old"', "one\ntwo\n", 'a: "one\\ntwo\\n"'),
        ('a: "old"', 7, "a: 7"),
        ("a: 'old'", "new", "a: 'new'"),
        ("a: 'old'", "it's", "a: 'it''s'"),
        ("a: 'old'", "one\ntwo", "a: |-\n  one\n  two"),
        ("a: 'old'", "a\tb", 'a: "a\\tb"'),
        ("a: 'old'  # why", Plain("2027"), "a: 2027  # why"),
        ("a: &x old", "new", "a: &x new"),
        ("a:", "new", "a: new"),
        ("a:  # why", "new", "a: new  # why"),
        ("a: ~", "new", "a: new"),
        ("a: !!str old", "new", "a: new"),
        ('"a": old', "new", '"a": new'),
        ("a : old", "new", "a : new"),
        ("? a\n: old", "new", "? a\n: new"),
        ("a: begun\n  and done", "new", "a: new"),
        ('a: "begun\n  and done"  # why', "new", 'a: "new"  # why'),
        ("a: [x, y]  # why", "new", "a: new  # why"),
        ("a: {x: y}# glued", "new", "a: new # glued"),
        ("a: old", ["x", "y: z"], 'a: [x, "y: z"]'),
        ("a: old", {"x": 1, "z": "no"}, 'a: {x: 1, z: "no"}'),
        ("a: old", [], "a: []"),
        ("a: old", {}, "a: {}"),
        ("a: old  # why", {"x": ["p", {"z": 1}]}, "a:  # why\n  x:\n    - p\n    - {z: 1}"),
        ("a: {x: old, z: 1}", {"x": "new"}, "a: {x: new}"),
    ],
)
def test_a_value_keeps_its_style_and_its_comment(before: str, value: Value, then: str) -> None:
    assert after(f"{before}\nb: 1\n", Put(("a",), value)) == f"{then}\nb: 1\n"


@pytest.mark.parametrize(
    ("before", "value", "then"),
    [
        ("a: |\n  old\n", "new\n", "a: |\n  new\n"),
        ("a: |\n  old\n", "new", "a: |-\n  new\n"),
        ("a: |-  # why\n    old\n    older\n", "one\n\ntwo", "a: |-  # why\n    one\n\n    two\n"),
        ("a: >\n  old\n", f"{LONG}\n", f"a: >\n  {FOLDED}\n"),
        ("a: |\n  old\n\n", "new\n", "a: |\n  new\n\n"),
        ("a: |+\n  old\n\n", "new\n", "a: |\n  new\n"),
        ("a: |\n  old\n", "x\ty", 'a: "x\\ty"\n'),
        ("a: |\n  old\n", 5, "a: 5\n"),
        ("a: |  # why\n  old\n", None, "a: null  # why\n"),
        ("a: |\n  old\n", ["x"], "a: [x]\n"),
        ("a: old\n", "one\ntwo\n", "a: |\n  one\n  two\n"),
        ("a: old  # why\n", "one\ntwo\n", "a: |  # why\n  one\n  two\n"),
        ("a: old\n", LONG, f"a: >-\n  {FOLDED}\n"),
        (f"a: {LONG}\n", f"{LONG} more", f"a: {LONG} more\n"),
        ("a: old\n", " lead\nnext", 'a: " lead\\nnext"\n'),
    ],
)
def test_a_text_of_several_lines_is_a_block_of_the_same_kind(before: str, value: Value, then: str) -> None:
    assert after(f"{before}b: 1\n", Put(("a",), value)) == f"{then}b: 1\n"


@pytest.mark.parametrize(
    ("before", "path", "value", "then"),
    [
        ("a: {x: 1, y: old}", "a/y", "new", "a: {x: 1, y: new}"),
        ("a: {x: 1, y: old}", "a/y", "b, c", 'a: {x: 1, y: "b, c"}'),
        ("a: {x: 1, y: 'old'}", "a/y", "b, c", "a: {x: 1, y: 'b, c'}"),
        ("a: {x: 1, y: }", "a/y", "new", "a: {x: 1, y: new }"),
        ("a: {x: 1, y: , z}", "a/y", "new", "a: {x: 1, y: new , z}"),
        ("a: {x, y}", "a/x", "new", "a: {x: new, y}"),
        ("a: {x: old}", "a/x", "one\ntwo", 'a: {x: "one\\ntwo"}'),
        ("a: {x: old}", "a/x", {"p": ["q"]}, "a: {x: {p: [q]}}"),
        ("a: [x, old]", "a/1", "new", "a: [x, new]"),
        ("a: [x, old]", "a/old", "new", "a: [x, new]"),
        ("a: [x, {p: 40}]", "a/p", 50, "a: [x, {p: 50}]"),
        ("a: [x, p: 40]", "a/1/p", 50, "a: [x, p: 50]"),
        ("a: [\n  x,  # one\n  old,  # two\n]", "a/1", "new", "a: [\n  x,  # one\n  new,  # two\n]"),
        ("a:\n- x\n- old  # why", "a/1", "new", "a:\n- x\n- new  # why"),
        ("a:\n- x\n-", "a/1", "new", "a:\n- x\n- new"),
        ("a:\n- x\n- old", "a/1", ["p", ["q"]], "a:\n- x\n- - p\n  - - q"),
        ("a:\n  - k: old\n    l: 1", "a/0/k", "new", "a:\n  - k: new\n    l: 1"),
        ("a:\n  - k: old\n    l: 1", "a/0", "new", "a:\n  - new"),
        ("a:\n  -   k: old\n      l: 1", "a/0", {"m": {"k": {"o": 1}}}, "a:\n  - m:\n      k: {o: 1}"),
        ("a:\n  - - old\n    - x", "a/0/0", "new", "a:\n  - - new\n    - x"),
    ],
)
def test_a_value_in_a_list_or_in_brackets(before: str, path: str, value: Value, then: str) -> None:
    assert after(f"{before}\nb: 1\n", Put(route(path), value)) == f"{then}\nb: 1\n"


@pytest.mark.parametrize(
    ("value", "then"),
    [
        ("new", "a: new  # of a"),
        ([], "a: []  # of a"),
        ({"z": 1}, "a:  # of a\n    z: 1"),
        (
            {"z": {"p": [1, {"x": 2}]}},
            "a:  # of a\n    z:\n        p:\n            - 1\n            - {x: 2}",
        ),
    ],
)
def test_a_value_in_place_of_a_mapping_leaves_what_is_around_it(value: Value, then: str) -> None:
    before = text_of("""
        # above
        a:  # of a
            # of x
            x: 1  # behind x

            # loose
            y: 2
            # below

        # of b
        b: 1
    """)
    assert after(before, Put(("a",), value)) == f"# above\n{then}\n\n# of b\nb: 1\n"


PLAN = text_of("""
    tactics:
      a:
        title: A
        budget: {planned: 1, spent: 2}

      # of b
      b: Short  # why
      c:
      d: {}
      e: {title: E}
      f: "Short: too"
    people: {mia: Mia, tom: {name: Tom}}
    risks:
""")


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("tactics/a/owner", "mia", "spent: 2}\n", "spent: 2}\n    owner: mia\n"),
        ("tactics/a/budget/left", 3, "spent: 2}", "spent: 2, left: 3}"),
        ("tactics/a/notes", "one\ntwo\n", "spent: 2}\n", "spent: 2}\n    notes: |\n      one\n      two\n"),
        ("tactics/a/kpis/share/unit", "%", "spent: 2}\n", 'spent: 2}\n    kpis:\n      share: {unit: "%"}\n'),
        ("tactics/b/owner", "mia", "b: Short  # why\n", "b:  # why\n    title: Short\n    owner: mia\n"),
        ("tactics/b/title", "Shorter", "b: Short  # why\n", "b: Shorter  # why\n"),
        ("tactics/c/title", "C", "  c:\n", "  c: {title: C}\n"),
        ("tactics/d/title", "D", "  d: {}\n", "  d: {title: D}\n"),
        ("tactics/e/owner", "mia", "{title: E}", "{title: E, owner: mia}"),
        ("tactics/f/owner", "mia", 'f: "Short: too"\n', 'f:\n    title: "Short: too"\n    owner: mia\n'),
        ("people/mia/role", "Head", "mia: Mia,", "mia: {title: Mia, role: Head},"),
        ("people/tom/role", "Head", "name: Tom}", "name: Tom, role: Head}"),
        ("people/ann", {"name": "Ann"}, "Tom}}", "Tom}, ann: {name: Ann}}"),
        ("risks/r", {"title": "R"}, "risks:\n", "risks:\n  r:\n    title: R\n"),
        ("risks/r/title", "R", "risks:\n", "risks:\n  r:\n    title: R\n"),
        (
            "kpis/k",
            {"title": "K", "unit": "%"},
            "risks:\n",
            'risks:\nkpis:\n  k:\n    title: K\n    unit: "%"\n',
        ),
    ],
)
def test_what_is_absent_is_added_at_the_end_of_its_mapping(
    path: str, value: Value, old: str, new: str
) -> None:
    assert after(PLAN, Put(route(path), value)) == PLAN.replace(old, new, 1)


@pytest.mark.parametrize("before", ["", "# only a comment\n", "---\n", "{}\n"])
def test_the_first_entry_of_an_empty_file_stands_at_its_end(before: str) -> None:
    then = before.replace("{}\n", "") + "tactics:\n  a:\n    title: A\n"
    assert after(before, Put(("tactics", "a"), {"title": "A"})) == then


def test_what_is_said_already_changes_nothing() -> None:
    before = "a: 'x'\nb: 40%\nc: ~\nd: [x]\n"
    assert after(before, Put(("a",), "x"), Put(("b",), Plain("40%")), Put(("c",), None)) == before


def test_a_line_that_is_indented_oddly_gets_neighbours_that_are_too() -> None:
    before = "a:\n   b:\n         c: 1\n   d:\n         e: 2\n"
    then = "a:\n   b:\n         c: 1\n         f: 3\n   d:\n         e: 2\n"
    assert after(before, Put(("a", "b", "f"), 3)) == then


def test_line_ends_are_those_of_the_lines_around() -> None:
    before = "a:\r\n  b: 1\r\nc: 2\r\n"
    assert after(before, Put(("a", "d"), "x\ny\n")) == "a:\r\n  b: 1\r\n  d: |\r\n    x\r\n    y\r\nc: 2\r\n"


def test_a_missing_line_end_stays_missing() -> None:
    assert after("a:\n  b: 1", Put(("a", "c"), 2)) == "a:\n  b: 1\n  c: 2"
    assert after("a: 1", Put(("a",), "x\ny\n")) == 'a: "x\\ny\\n"'
    assert after("a: |\n  x", Put(("b",), 1)) == "a: |-\n  x\nb: 1"
    assert after("a: x", Put(("a",), "z")) == "a: z"


def test_a_byte_order_mark_stays_where_it_is() -> None:
    assert after("\ufeffa: 1\nb: 2\n", Put(("b",), 3)) == "\ufeffa: 1\nb: 3\n"


def test_a_blank_line_that_a_block_would_take_in_is_no_reason_to_refuse() -> None:
    before = "a: 1\n      \nb: 2\n"
    assert after(before, Put(("a",), "x\ny\n")) == 'a: "x\\ny\\n"\n      \nb: 2\n'


@pytest.mark.parametrize(
    ("before", "value", "then"),
    [
        ("a: [x, 'y', z]  # why", ["x", "y", "w"], "a: [x, 'y', w]  # why"),
        ("a: [x, 'y', z]", ["y"], "a: ['y']"),
        ("a: [ x,z ]", ["x", "v", "w", "z"], "a: [ x, v, w,z ]"),
        ("a: [p, q]", ["r", "s", "t"], "a: [r, s, t]"),
        ("a:\n- x  # of x\n# of z\n- z  # too", ["z", "w"], "a:\n# of z\n- z  # too\n- w"),
        ("a:\n- x  # of x\n- z", ["w", "x"], "a:\n- w\n- x  # of x"),
        ("a:\n- {k: 1, l: 2}\n- x", [{"k": 1, "m": 3}, "x"], "a:\n- {k: 1, m: 3}\n- x"),
        ("a: {k: 1, l: 'x', m: 2}  # why", {"l": "y z", "n": 4}, "a: {l: 'y z', \"n\": 4}  # why"),
        (
            "a:\n  k: 1  # of k\n\n  # of l\n  l: {m: [1]}",
            {"l": {"m": [1, 2]}},
            "a:\n  # of l\n  l: {m: [1, 2]}",
        ),
        ("a:\n  k: 1  # of k\n  l: 2", {"j": 0, "k": 1, "l": 2}, "a:\n  j: 0\n  k: 1  # of k\n  l: 2"),
        ("a: {k: 1, l: 2}", {"l": 2, "k": 1}, "a: {l: 2, k: 1}"),
        ('a: ["40%", 40%]', [Plain("40%"), Plain("40%")], "a: [40%, 40%]"),
        ('a: {k: "40%"}', {"k": Plain("40%")}, "a: {k: 40%}"),
    ],
)
def test_what_a_list_or_mapping_has_in_common_with_the_old_one_stays(
    before: str, value: Value, then: str
) -> None:
    assert after(f"{before}\nb: 1\n", Put(("a",), value)) == f"{then}\nb: 1\n"
