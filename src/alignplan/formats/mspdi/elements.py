"""Elements of the format as text: their values in its words, and nothing of a plan as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from alignplan.output.escape import terminal, xml

__all__ = [
    "Element",
    "clock_time",
    "day_from",
    "day_through",
    "document",
    "duration",
    "flag",
    "moment",
    "plain",
]

NAMESPACE = "http://schemas.microsoft.com/project"

Element = tuple[str, "str | Sequence[Element]"]
"""A name with its text, or with what is inside."""


def document(inside: Sequence[Element]) -> str:
    """A project around its elements."""
    lines = _lines(inside, "  ")
    head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Project xmlns="{NAMESPACE}">\n'
    return head + "".join(f"{line}\n" for line in lines) + "</Project>\n"


def _lines(elements: Sequence[Element], indent: str) -> Iterator[str]:
    """Elements line by line; they are as deep as the format is."""
    for name, inside in elements:
        if isinstance(inside, str):
            yield f"{indent}<{name}>{_text(inside)}</{name}>"
        else:
            yield f"{indent}<{name}>"
            yield from _lines(inside, indent + "  ")
            yield f"{indent}</{name}>"


def _text(text: str) -> str:
    """Text in an element: line ends stay, and what is hidden is shown."""
    return "\n".join(xml(line) for line in text.splitlines())


def plain(text: str) -> str:
    """A name, which is one line."""
    return terminal(" ".join(text.split()))


def flag(holds: object) -> str:
    """A truth."""
    return "1" if holds else "0"


def moment(time: datetime) -> str:
    """A day with its time."""
    return time.isoformat(timespec="seconds")


def clock_time(minutes: int) -> str:
    """A time of day; midnight at its end is that of the next day."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}:00"


def duration(minutes: float) -> str:
    """A length of time, such as `PT16H0M0S`."""
    hours, rest = divmod(round(minutes * 60), 3600)
    return f"PT{hours}H{rest // 60}M{rest % 60}S"


def day_from(day: date) -> str:
    """The first minute of a day."""
    return f"{day}T00:00:00"


def day_through(day: date) -> str:
    """The last minute of a day."""
    return f"{day}T23:59:00"
