"""The signs of the levels: a word beside each, never colour alone."""

from __future__ import annotations

from collections.abc import Mapping

from alignplan.output.tone import Tone

__all__ = ["LEVELS"]

LEVELS: Mapping[str, tuple[str, Tone]] = {
    "low": ("● low", Tone.GOOD),
    "medium": ("▲ medium", Tone.WARN),
    "high": ("× high", Tone.BAD),
}
"""Level of exposure → how it is shown."""
