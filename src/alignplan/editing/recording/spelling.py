"""How a value is written into a file, and how it is told of."""

from __future__ import annotations

__all__ = ["spelt", "with_unit"]

_WORDS = {"true": "yes", "false": "no"}


def spelt(text: str, beside: str | None) -> str:
    """A value with a percent sign where the one beside it is written so (none: as it was typed).

    >>> spelt("18.6", "18.4%"), spelt("18.6 %", "18.4"), spelt("18.6%", None), spelt("true", "false")
    ('18.6%', '18.6', '18.6%', 'true')
    """
    number = text.removesuffix("%").rstrip()
    if not beside or text.casefold() in _WORDS:
        return text
    return f"{number}%" if beside.endswith("%") else number


def with_unit(text: str, unit: str | None) -> str:
    """A value as it was written, with its unit.

    >>> with_unit("18.65", "%"), with_unit("18%", "%"), with_unit("400", "EUR"), with_unit("true", "yes/no")
    ('18.65 %', '18 %', '400 EUR', 'yes')
    """
    if unit == "yes/no":
        return _WORDS.get(text.casefold(), text)
    return f"{text.removesuffix('%').rstrip()} {unit}" if unit else text
