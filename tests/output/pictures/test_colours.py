"""Colours: texts can be read on every ground they stand on, light and dark."""

from __future__ import annotations

import re

import pytest

from alignplan.output.pictures.colours import STYLE, Colour, declared, hex_of

GROUNDS = (Colour.GROUND, Colour.SURFACE)
PAIRS = [
    *((ink, ground) for ink in (Colour.INK, Colour.MUTED, Colour.ACCENT) for ground in GROUNDS),
    *((ink, ground) for ink in (Colour.GOOD, Colour.WARN, Colour.BAD) for ground in GROUNDS),
    (Colour.GOOD, Colour.GOOD_TINT),
    (Colour.WARN, Colour.WARN_TINT),
    (Colour.BAD, Colour.BAD_TINT),
    (Colour.ACCENT, Colour.ACCENT_TINT),
    (Colour.MUTED, Colour.TRACK),
    *((Colour.INK, one) for one in Colour if one.value.endswith("tint") or one is Colour.TRACK),
    (Colour.GROUND, Colour.ACCENT),
]


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_texts_have_a_contrast_of_four_and_a_half(ink: Colour, ground: Colour, dark: bool) -> None:
    assert contrast(hex_of(ink, dark=dark), hex_of(ground, dark=dark)) >= 4.5


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", [False, True])
def test_good_and_bad_differ_in_more_than_red_and_green(dark: bool) -> None:
    """Who cannot tell red from green still sees another share of blue."""
    good, bad = (hex_of(one, dark=dark) for one in (Colour.GOOD, Colour.BAD))
    assert int(good[5:7], 16) - int(bad[5:7], 16) > 40


def test_the_style_gives_each_colour_twice_and_uses_no_other() -> None:
    colours = [colour for colour in Colour if colour is not Colour.NONE]
    for dark in (False, True):
        assert declared(dark=dark) == ";".join(f"--p-{one}:{hex_of(one, dark=dark)}" for one in colours)
    assert set(re.findall(r"var\(--p-([a-z-]+)\)", STYLE)) == {str(one) for one in colours}
    assert STYLE.count("--p-ink:") == 2
