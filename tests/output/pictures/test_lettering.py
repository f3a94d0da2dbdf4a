"""The room that a text takes, and how it is cut and broken."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from alignplan.output.pictures.lettering import MARK, broken, cut, line_of, room_of


def test_a_line_has_neither_line_ends_nor_what_acts() -> None:
    assert line_of(" two\n lines\tand\u202e more \ufffe") == r"two lines and\u{202e} more \u{fffe}"


def test_narrow_letters_take_less_room_than_wide_ones() -> None:
    assert room_of("iiii", 12) < room_of("nnnn", 12) < room_of("WWWW", 12) < room_of("漢字漢字", 12)
    assert room_of("now", 12) < room_of("now", 12, bold=True) < room_of("now", 14)


@settings(deadline=None)
@given(st.text(max_size=60), st.floats(20, 300))
def test_what_is_cut_fits_and_says_that_it_was_cut(text: str, room: float) -> None:
    line = line_of(text)
    shown = cut(line, room, 12)
    if shown == line:
        assert room_of(line, 12) <= room
    else:
        assert shown.endswith(MARK)
        assert room_of(shown, 12) <= room
        assert line.startswith(shown.removesuffix(MARK))


@settings(deadline=None)
@given(st.text(alphabet="abc defg…ü ", max_size=90), st.floats(40, 200), st.integers(1, 4))
def test_lines_are_as_many_as_may_be_and_each_fits(text: str, room: float, most: int) -> None:
    line = line_of(text)
    lines = broken(line, room, 12, most)
    assert 1 <= len(lines) <= most
    assert all(room_of(one, 12) <= room for one in lines)
    if not any(one.endswith(MARK) for one in lines):
        assert " ".join(lines) == line


def test_a_word_longer_than_the_room_is_cut() -> None:
    assert broken("Donaudampfschifffahrt now", 80, 12, 2) == ["Donaudamp…", "now"]
