"""How a text is meant."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Tone"]


class Tone(StrEnum):
    """How a text is meant. Colour only underlines it: the text itself says the same."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
