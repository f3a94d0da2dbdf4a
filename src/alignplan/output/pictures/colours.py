"""The colours of pictures, light and dark, by what they mean. A word or a sign says the same beside each.

They follow the page or the viewer through custom properties (`--p-ink` …); each shape names its light colour too, for
programs that know no style sheets. Texts have a contrast of 4.5 or more on every ground they stand on. Good, warning
and bad are a bluish green, an amber and a vermilion, which people with a colour-blindness tell apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

__all__ = ["FONT", "RULES", "STYLE", "Colour", "declared", "hex_of"]

FONT = '"Helvetica Neue",Arial,"Liberation Sans","Segoe UI",Roboto,"Noto Sans",sans-serif'


class Colour(StrEnum):
    """What a colour is for."""

    NONE = "none"
    GROUND = "ground"
    """Behind all else, where a picture stands alone."""
    SURFACE = "surface"
    """Boxes on the ground."""
    INK = "ink"
    MUTED = "muted"
    LINE = "line"
    TRACK = "track"
    """What is not filled yet: the rest of a bar, a band in a table."""
    ACCENT = "accent"
    ACCENT_TINT = "accent-tint"
    GOOD = "good"
    GOOD_TINT = "good-tint"
    WARN = "warn"
    WARN_TINT = "warn-tint"
    BAD = "bad"
    BAD_TINT = "bad-tint"


_PALETTE: Mapping[Colour, tuple[str, str]] = {
    Colour.GROUND: ("#ffffff", "#12171d"),
    Colour.SURFACE: ("#f7f9fb", "#1b222b"),
    Colour.INK: ("#16202b", "#e8edf3"),
    Colour.MUTED: ("#526170", "#a3b1c0"),
    Colour.LINE: ("#c3ccd6", "#3d4957"),
    Colour.TRACK: ("#e6ebf0", "#2a333e"),
    Colour.ACCENT: ("#1f5f9e", "#7fb6ef"),
    Colour.ACCENT_TINT: ("#d9e7f5", "#1d3a57"),
    Colour.GOOD: ("#006b51", "#52cfa6"),
    Colour.GOOD_TINT: ("#d3eee4", "#123d32"),
    Colour.WARN: ("#835400", "#f2b84b"),
    Colour.WARN_TINT: ("#fbeac8", "#45340f"),
    Colour.BAD: ("#b02f12", "#ff9377"),
    Colour.BAD_TINT: ("#fbdcd2", "#4e2216"),
}


def hex_of(colour: Colour, *, dark: bool = False) -> str:
    """A colour as `#rrggbb`; `none` for none.

    >>> hex_of(Colour.GROUND), hex_of(Colour.NONE)
    ('#ffffff', 'none')
    """
    return "none" if colour is Colour.NONE else _PALETTE[colour][dark]


def declared(*, dark: bool) -> str:
    """The custom properties with their colours, as declarations of a style sheet."""
    return ";".join(f"--p-{colour}:{hexes[dark]}" for colour, hexes in _PALETTE.items())


RULES = "".join(
    f".f-{colour}{{fill:var(--p-{colour})}}.s-{colour}{{stroke:var(--p-{colour})}}" for colour in _PALETTE
)
"""The classes of shapes and texts: `f-ink` fills, `s-line` strokes. They need the custom properties of `declared`."""

STYLE = (
    f"svg{{{declared(dark=False)};color-scheme:light dark;print-color-adjust:exact}}"
    f"@media (prefers-color-scheme:dark){{svg{{{declared(dark=True)}}}}}"
    f"{RULES}"
)
"""The whole style sheet of a picture in a file of its own."""
