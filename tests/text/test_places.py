"""Where things stand: lines and columns as editors count them, keys and values by their route."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignplan.text.places import Lines, locate, starts
from alignplan.text.walking import first_of_keys

ROOT = Path(__file__).parents[2]

TEXT = """\
tactics:
  a:
    title: "Ä b"  # why
    supports: [o, {p: 40}]
    after:
      - {b: start-start}
      - c
    notes: |
      one
      two
    due:
"""


def covered(route: tuple[str | int, ...], *, key: bool) -> str:
    span = locate(TEXT).find(route, key=key)
    assert span is not None
    return TEXT[slice(*span)]


@pytest.mark.parametrize(
    ("route", "key", "value"),
    [
        (("tactics", "a", "title"), "title", '"Ä b"'),
        (("tactics", "a", "supports", 0), "o", "o"),
        (("tactics", "a", "supports", "o"), "o", "o"),
        (("tactics", "a", "supports", "p"), "p", "40"),
        (("tactics", "a", "after", 0, "b"), "b", "start-start"),
        (("tactics", "a", "after", "b"), "b", "start-start"),
        (("tactics", "a", "after", "c"), "c", "c"),
        (("tactics", "a", "notes"), "notes", "|"),
        (("tactics", "a", "due"), "due", "due"),
        (("tactics", "a", "title", "nothing"), '"Ä b"', '"Ä b"'),
    ],
)
def test_keys_and_values_are_found_by_their_route(route: tuple[str | int, ...], key: str, value: str) -> None:
    assert covered(route, key=True) == key
    assert covered(route, key=False) == value


def test_what_is_not_there_is_where_it_would_belong() -> None:
    assert covered(("tactics", "b"), key=False).startswith("a:\n    title")


def test_lines_and_columns_are_counted_in_characters_from_one() -> None:
    lines = Lines("ä: 1\r\n\tb: 2\n\n🙂c: 3")
    assert [lines.position(at) for at in (0, 3, 6, 7, 12, 13, 14)] == [
        (1, 1), (1, 4), (2, 1), (2, 2), (3, 1), (4, 1), (4, 2),
    ]  # fmt: skip
    assert [lines.line(number) for number in range(6)] == ["", "ä: 1", "\tb: 2", "", "🙂c: 3", ""]
    assert len(lines) == 4


def test_what_begins_at_an_offset_is_known_by_its_route() -> None:
    found = starts("a:\n  b: [1, {c: 2}]\n")
    assert found == {
        0: ("a",),
        5: ("a", "b"),
        8: ("a", "b"),
        9: ("a", "b", 0),
        12: ("a", "b", 1),
        13: ("a", "b", 1, "c"),
        16: ("a", "b", 1, "c"),
    }


def test_the_first_of_two_keys_is_found_in_its_own_mapping() -> None:
    text = "a: {x: 1, b: {x: 2}, x: 3}\nx: 4\nc: [x, {x: 5, x: 6}]\n"
    assert first_of_keys(text, {21, 46}) == {21: (4, 5), 46: (40, 41)}


def test_what_looks_like_a_comment_in_a_text_is_none() -> None:
    text = "a: 'x # y'  # z\nb: |\n  # text\n"
    places = locate(text)
    assert [places.in_text(at) for at, sign in enumerate(text) if sign == "#"] == [True, False, True]


@pytest.mark.parametrize("path", sorted((ROOT / "examples").rglob("*.yaml")), ids=lambda path: path.stem)
def test_of_a_long_text_it_is_enough_to_know_what_is_looked_up(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    whole = locate(text)
    asked = sorted({route[:2] for route, _ in whole.keys().items()}, key=str)[::5]
    some = locate(text, set(asked))
    assert len(some.keys()) < len(whole.keys())
    for route, node in whole.keys().items():
        if len(route) < 2 or route[:2] in asked:
            assert some.find(route, key=True) == (node.key or node.value)
            assert some.find(route, key=False) == node.value
