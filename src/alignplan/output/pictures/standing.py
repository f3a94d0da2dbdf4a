"""How it goes with something, in a picture: a sign, a word and a colour that say the same."""

from __future__ import annotations

from alignplan.output.pictures.colours import Colour
from alignplan.output.tone import Tone
from alignplan.records import record

__all__ = ["Standing", "solid", "tint"]

_SOLID = {Tone.GOOD: Colour.GOOD, Tone.WARN: Colour.WARN, Tone.BAD: Colour.BAD}
_TINT = {Tone.GOOD: Colour.GOOD_TINT, Tone.WARN: Colour.WARN_TINT, Tone.BAD: Colour.BAD_TINT}


@record
class Standing:
    """How it goes: `words` begin with their sign (`▲ at risk`), `tone` is the colour beside them.

    `progress` and `planned` are percentages with 100 = all; unknown is `None`.
    """

    words: str
    tone: Tone = Tone.MUTED
    progress: float | None = None
    planned: float | None = None


def solid(tone: Tone) -> Colour:
    """The colour of texts, lines and bars of a tone."""
    return _SOLID.get(tone, Colour.MUTED)


def tint(tone: Tone) -> Colour:
    """The colour of grounds of a tone."""
    return _TINT.get(tone, Colour.TRACK)
