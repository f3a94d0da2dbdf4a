"""What is wrong with a text before any of it has a meaning."""

from __future__ import annotations

from alignplan.records import record

__all__ = ["TextFault", "cut"]


@record
class TextFault:
    """A fault with its place as offsets in characters (end exclusive). `first` is the other place, if there is one."""

    code: str
    message: str
    span: tuple[int, int]
    help: str = ""
    first: tuple[int, int] | None = None


def cut(word: str) -> str:
    """A word from a file as a message quotes it: not longer than 60 characters."""
    return word if len(word) <= 60 else f"{word[:57]}…"
