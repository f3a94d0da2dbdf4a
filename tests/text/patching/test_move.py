"""What is lifted keeps its comments and its lines, wherever it is planted."""

from __future__ import annotations

import pytest
from tests.text.patching.case import after, route, text_of

from alignplan.text.patching import Delete, Plant, Refused, lift, patched

PLAN = text_of("""
    tactics:
        # of a
        # more

        # of a alone
        a:  # behind a
            title: 'A'
            notes: |

                one
                    two
            after:
            - x

            # of y
            - y

        b: {title: B,  # behind B
            tags: [x,
              z]}
        c: C
    values: {v: V, w: [1, "2"]}
    list:
      # of one
      - title: one  # behind one
        due: 1
      -   two
      - three
    empty:
""")
TAKEN = text_of("""
    # of a alone
    a:  # behind a
        title: 'A'
        notes: |

            one
                two
        after:
        - x

        # of y
        - y
""")


def indented(block: str, margin: str) -> str:
    return "".join(f"{margin}{line}" if line.strip() else line for line in block.splitlines(keepends=True))


@pytest.mark.parametrize(
    ("before", "path", "place", "then"),
    [
        ("tactics:\n  z: 1\n", "tactics/a", {}, "tactics:\n  z: 1\n" + indented(TAKEN, "  ")),
        (
            "tactics:\n  z: 1\n",
            "tactics/a",
            {"before": "z"},
            "tactics:\n" + indented(TAKEN, "  ") + "  z: 1\n",
        ),
        ("tactics:\n", "tactics/a", {}, "tactics:\n" + indented(TAKEN, "  ")),
        ("tactics: {}  # why\n", "tactics/a", {}, "tactics:  # why\n" + indented(TAKEN, "  ")),
        ("z: 1\n", "tactics/a", {}, "z: 1\ntactics:\n" + indented(TAKEN, "  ")),
        ("z: 1\n", "a", {}, f"z: 1\n{TAKEN}"),
        ("", "a", {}, TAKEN),
        (
            "tactics:\n  z: 1\n",
            "tactics/b",
            {},
            "tactics:\n  z: 1\n" + indented(TAKEN.replace("\na:", "\nb:"), "  "),
        ),
    ],
)
def test_an_entry_is_planted_with_its_comments(
    before: str, path: str, place: dict[str, str], then: str
) -> None:
    fragment = lift(PLAN, ("tactics", "a"))
    assert after(before, Plant(route(path), fragment, **place)) == then


def test_a_move_within_a_file_is_a_plant_and_a_delete() -> None:
    fragment = lift(PLAN, ("tactics", "c"))
    moved = after(PLAN, Delete(("tactics", "c")), Plant(("tactics", "d"), fragment, before="a"))
    assert moved == PLAN.replace("    c: C\n", "").replace(
        "    # of a alone\n", "    d: C\n\n    # of a alone\n"
    )


def test_an_entry_of_brackets_is_planted_on_lines_and_back() -> None:
    before = "t:\n  a: {title: A}\n"
    assert after(before, Plant(("t", "b"), lift(PLAN, ("tactics", "b")))) == text_of("""
        t:
          a: {title: A}
          b: {title: B,  # behind B
              tags: [x,
                z]}
    """)
    assert after(before, Plant(("t", "v"), lift(PLAN, ("values", "v")))) == f"{before}  v: V\n"
    assert (
        after(before, Plant(("t", "a", "w"), lift(PLAN, ("values", "w"))))
        == 't:\n  a: {title: A, w: [1, "2"]}\n'
    )
    assert (
        after(before, Plant(("t", "a", "c"), lift(PLAN, ("tactics", "c")))) == "t:\n  a: {title: A, c: C}\n"
    )
    assert (
        after(before, Plant(("t", "a", "c"), lift("c: a, b\n", ("c",)))) == 't:\n  a: {title: A, c: "a, b"}\n'
    )


def test_an_entry_of_lines_in_brackets_takes_its_comments_out() -> None:
    fragment = lift("k: {\n  # of a\n  a: 1,  # behind a\n  b,\n}\n", ("k", "a"))
    assert after("z: 1\n", Plant(("a",), fragment)) == "z: 1\n# of a\na: 1  # behind a\n"
    assert after("z: 1\n", Plant(("b",), lift("k: {a: 1, b}\n", ("k", "b")))) == "z: 1\nb:\n"


def test_elements_of_lists_are_planted_in_lists() -> None:
    one, two = lift(PLAN, ("list", 0)), lift(PLAN, ("list", "two"))
    assert (
        after("k:\n- z\n", Plant(("k", 0), one))
        == "k:\n# of one\n- title: one  # behind one\n  due: 1\n- z\n"
    )
    assert after("k:\n    - z\n", Plant(("k", 1), two)) == "k:\n    - z\n    -   two\n"
    assert after("k: [z]\n", Plant(("k", 1), two)) == "k: [z, two]\n"
    assert after("k:\n- z\n", Plant(("k", 1), lift("l: ['a', b]", ("l", 0)))) == "k:\n- z\n- 'a'\n"


def test_line_ends_are_those_of_the_new_place() -> None:
    fragment = lift("a:\r\n  # of b\r\n  b:\r\n    c: |\r\n      x\r\n", ("a", "b"))
    assert fragment.lines == (":", "  c: |", "    x")
    assert after("z: 1\n", Plant(("b",), fragment)) == "z: 1\n# of b\nb:\n  c: |\n    x\n"
    assert after("z: 1\r\n", Plant(("b",), fragment)) == "z: 1\r\n# of b\r\nb:\r\n  c: |\r\n    x\r\n"


@pytest.mark.parametrize(
    ("before", "path", "taken", "message"),
    [
        ("t: {z: 1}\n", "t/a", ("tactics", "a"), "the comments of `a` cannot be kept between brackets"),
        (
            "t:\n- z\n",
            "t/0",
            ("tactics", "a"),
            "an element of a list cannot become an entry with a key, nor the other way round",
        ),
        ("t:\n  a: 1\n", "t/a", ("tactics", "a"), "`t/a` is there already"),
        (
            "t:\n  z: 1\n",
            "t/a",
            ("list", 0),
            "an element of a list cannot become an entry with a key, nor the other way round",
        ),
    ],
)
def test_where_an_entry_cannot_stand_it_is_refused(
    before: str, path: str, taken: tuple[str | int, ...], message: str
) -> None:
    with pytest.raises(Refused) as caught:
        patched(before, [Plant(route(path), lift(PLAN, taken))])
    assert caught.value.message == message
    assert caught.value.help


def test_an_alias_is_not_planted_where_its_anchor_is_not() -> None:
    fragment = lift("x: &x 1\na: {b: *x}\n", ("a",))
    with pytest.raises(Refused, match=r"a fault: the alias `\*x` has no anchor before it"):
        patched("z: 1\n", [Plant(("a",), fragment)])
    assert after("x: &x 1\n", Plant(("a",), fragment)) == "x: &x 1\na: {b: *x}\n"
    with pytest.raises(Refused, match="would not read as intended at `a/b`"):
        patched("x: &x 2\n", [Plant(("a",), fragment)])


def test_a_block_that_keeps_its_empty_lines_takes_none_of_its_new_place() -> None:
    fragment = lift("a: |+\n  x\n\nb: 1\n", ("a",))
    assert after("y: 1\n\n\nz: 2\n", Plant(("a",), fragment, after="y")) == "y: 1\n\n\na: |+\n  x\n\nz: 2\n"
    assert after("y: 1\n\nz: 2\n", Plant(("a",), fragment, before="z")) == "y: 1\n\na: |+\n  x\n\nz: 2\n"
    assert after("z: 2\n", Plant(("s", "a"), fragment)) == "z: 2\ns:\n  a: |+\n    x\n\n"
