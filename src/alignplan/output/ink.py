"""The ink: what the place we write to can show. Decided once, at the door."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TextIO

from alignplan.output.escape import Shown, terminal
from alignplan.output.tone import Tone

__all__ = ["ColourFlag", "Ink", "Pen", "ink_for", "is_terminal", "screen_width", "wants_colour"]

ColourFlag = Literal["auto", "always", "never"]


class Pen(StrEnum):
    """Colours, as the parameters of a terminal's SGR sequence: of the standard 16 only those read on dark and light."""

    NONE = ""
    BOLD = "1"
    DIM = "2"
    GREEN = "32"
    YELLOW = "33"
    RED = "31"
    CYAN = "36"
    BOLD_RED = "1;31"
    BOLD_YELLOW = "1;33"
    BOLD_CYAN = "1;36"
    BOLD_BLUE = "1;94"


PEN_OF_TONE = {
    Tone.PLAIN: Pen.NONE,
    Tone.STRONG: Pen.BOLD,
    Tone.MUTED: Pen.DIM,
    Tone.GOOD: Pen.GREEN,
    Tone.WARN: Pen.YELLOW,
    Tone.BAD: Pen.RED,
}

# Signs of ours in ASCII, for streams that cannot carry them: words where a sign alone would lose its meaning.
_WORDS = {"✔": "yes", "✓": "yes", "✘": "no", "✗": "no", "→": "->", "←": "<-", "…": "...", "€": "EUR"}
_WORDS |= {"≤": "<=", "≥": ">=", "≈": "~", "±": "+/-", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
_LIKE = ("–—−·•●○◆◇▲▼△▽×‘’“”", "---.**o*o^v^vx''\"\"")
_BARS = ("█▓▒░▁▂▃▄▅▆▇", "#=-._.,-=+*")
_LINES = ("│─├└┌┐┘┼┬┴━", "|-|`++++++=")
_SIGNS = _WORDS | {
    sign: plain for signs, plains in (_LIKE, _BARS, _LINES) for sign, plain in zip(signs, plains, strict=True)
}


@dataclass(frozen=True, slots=True)
class Ink:
    """Colour or not, the width in cells (`None`: unlimited) and the encoding of the place we write to."""

    colour: bool = False
    width: int | None = None
    encoding: str = "utf-8"

    def show(self, text: str) -> Shown:
        """Foreign text, harmless, in characters that the encoding has."""
        return self.sign(terminal(text))

    def sign(self, text: str) -> Shown:
        """Text of our own, in characters that the encoding has."""
        if text.isascii() or self.encodes(text):
            return Shown(text)
        return Shown("".join(char if self.encodes(char) else _in_ascii(char) for char in text))

    def encodes(self, text: str) -> bool:
        """Whether the encoding has every character of `text`."""
        try:
            text.encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    @property
    def carries_all(self) -> bool:
        """Whether the encoding has every character there is; where it lacks some, data are written in ASCII."""
        return self.encodes("\U0010fffd")

    def paint(self, text: Shown, tone: Tone) -> Shown:
        """`text` in the colour of its tone."""
        return self.stroke(text, PEN_OF_TONE[tone])

    def stroke(self, text: Shown, pen: Pen) -> Shown:
        """`text` in a colour."""
        if not (self.colour and pen and text):
            return text
        return Shown(f"\x1b[{pen}m{text}\x1b[0m")


def ink_for(stream: TextIO | None, environ: Mapping[str, str], colour: ColourFlag = "auto") -> Ink:
    """The ink for `stream`, as the flag and the environment want it."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return Ink(wants_colour(colour, environ, stream), screen_width(environ, stream), encoding)


def wants_colour(flag: ColourFlag, environ: Mapping[str, str], stream: TextIO | None) -> bool:
    """Whether to colour: the flag, then `NO_COLOR`, then `FORCE_COLOR`, then whether `stream` is a terminal."""
    if flag != "auto":
        return flag == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return is_terminal(stream) and environ.get("TERM") != "dumb"


def screen_width(environ: Mapping[str, str], stream: TextIO | None) -> int | None:
    """The width in cells: `COLUMNS` where it is a positive number, else the terminal's; `None` off a terminal."""
    asked = environ.get("COLUMNS", "").strip()
    if asked.isascii() and asked.isdigit() and len(asked) < 6 and int(asked) > 0:
        return int(asked)
    if stream is None or not is_terminal(stream):
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def is_terminal(stream: TextIO | None) -> bool:
    """Whether `stream` is a terminal; a closed or missing one is not."""
    try:
        return stream is not None and stream.isatty()
    except (ValueError, OSError):
        return False


def _in_ascii(char: str) -> str:
    return _SIGNS.get(char) or f"\\u{{{ord(char):x}}}"
