"""Colour, width and signs: decided by flag, environment and stream."""

from __future__ import annotations

from io import StringIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignplan.output.document import Align, Tone
from alignplan.output.escape import Shown
from alignplan.output.ink import ColourFlag, Ink, ink_for, screen_width, wants_colour
from alignplan.output.measure import cut, pad, width, wrap


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("flag", "environ", "terminal", "wanted"),
    [
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"FORCE_COLOR": ""}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, False, True),
    ],
)
def test_flag_then_no_color_then_force_color_then_terminal(
    flag: ColourFlag, environ: dict[str, str], terminal: bool, wanted: bool
) -> None:
    assert wants_colour(flag, environ, Terminal() if terminal else StringIO()) is wanted


@pytest.mark.parametrize(
    ("columns", "found"),
    [("100", 100), ("1", 1), ("0", 80), ("-5", 80), ("abc", 80), ("", 80), ("9" * 30, 80), ("²", 80)],
)
def test_columns_are_honoured_where_they_are_a_number(columns: str, found: int) -> None:
    assert screen_width({"COLUMNS": columns}, Terminal()) == found


def test_off_a_terminal_the_width_is_unlimited() -> None:
    assert screen_width({}, StringIO()) is None
    assert screen_width({"COLUMNS": "abc"}, StringIO()) is None
    assert screen_width({"COLUMNS": "60"}, StringIO()) == 60


def test_a_closed_or_missing_stream_is_no_terminal() -> None:
    stream = StringIO()
    stream.close()
    assert ink_for(stream, {}) == Ink()
    assert ink_for(None, {}) == Ink()


def test_the_encoding_is_that_of_the_stream(tmp_path: Path) -> None:
    with (tmp_path / "x").open("wb") as file, TextIOWrapper(file, encoding="cp1252") as stream:
        assert ink_for(stream, {}).encoding == "cp1252"


def test_signs_become_words_where_the_encoding_lacks_them() -> None:
    text = "4 ✔ 0 ✘ – → … ├─ └─ ████▒▒ ▁▃▇ é"
    assert Ink(encoding="ascii").show(text) == "4 yes 0 no - -> ... |- `- ####-- _,* \\u{e9}"
    assert Ink(encoding="cp1252").show(text) == "4 yes 0 no – -> … |- `- ####-- _,* é"
    assert Ink().show(text) == text


@given(
    st.text(st.characters(exclude_categories=())), st.sampled_from(["ascii", "cp1252", "latin-1", "utf-8"])
)
def test_what_is_shown_can_be_encoded(text: str, encoding: str) -> None:
    Ink(encoding=encoding).show(text).encode(encoding)


def test_colour_codes_only_with_colour_and_text() -> None:
    assert Ink().paint(Shown("x"), Tone.BAD) == "x"
    assert Ink(colour=True).paint(Shown("x"), Tone.BAD) == "\x1b[31mx\x1b[0m"
    assert Ink(colour=True).paint(Shown(""), Tone.BAD) == ""


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", 3),
        ("日本", 4),
        ("é", 1),
        ("e\u0301", 1),
        ("✔", 1),
        ("😀", 2),
        ("👨‍👩‍👧", 2),
        ("❤️", 2),
        ("Ｆ", 2),
        ("", 0),
    ],
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@given(st.text(), st.integers(0, 20))
def test_what_is_cut_fits(text: str, room: int) -> None:
    shown = Ink().show(text)
    assert width(cut(shown, room, Shown("…"))) <= room or width(shown) <= room


def test_cutting_a_wide_letter_leaves_room_rather_than_too_little() -> None:
    assert cut(Shown("日本語"), 4, Shown("…")) == "日…"
    assert cut(Shown("日本語"), 6, Shown("…")) == "日本語"
    assert cut(Shown("abc"), 2, Shown("...")) == ".."


def test_padding_and_wrapping_count_cells() -> None:
    assert pad("日", 5, Align.RIGHT) == "   日"
    assert pad("日", 5, Align.CENTER) == " 日  "
    assert pad("longer", 3, Align.LEFT) == "longer"
    assert list(wrap(Shown("日本 語 word"), 7)) == ["日本 語", "word"]
