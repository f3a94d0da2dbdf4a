"""Figures in words, for reasons: rounded, but never up to 100 or down to 0."""

from __future__ import annotations

from alignplan.output.figures import short_number, whole_percent

__all__ = ["amount_text", "change_text", "money_text", "percent_text"]


def percent_text(percent: float) -> str:
    """A percentage in whole percent.

    >>> percent_text(99.7), percent_text(0.2), percent_text(-0.2), percent_text(44.6)
    ('99 %', '1 %', '-1 %', '45 %')
    """
    return f"{whole_percent(percent)} %"


def amount_text(value: float, unit: str | None) -> str:
    """A value of a KPI with its unit, to four digits or to the unit place.

    >>> amount_text(18.4, "%"), amount_text(12345.6, "EUR"), amount_text(1, "yes/no"), amount_text(5, None)
    ('18.4 %', '12,346 EUR', 'yes', '5')
    """
    if unit == "yes/no" and value in (0, 1):
        return "yes" if value else "no"
    text = short_number(value)
    return f"{text} {unit}" if unit else text


def change_text(change: float, unit: str | None) -> str:
    """A change of a KPI with its sign and its unit; of yes and no the number alone.

    >>> change_text(0.6, "%"), change_text(-12345.6, "EUR"), change_text(1, "yes/no"), change_text(0, None)
    ('+0.6 %', '-12,346 EUR', '+1', '0')
    """
    text = f"{'+' if change > 0 else ''}{short_number(change)}"
    return f"{text} {unit}" if unit and unit != "yes/no" else text


def money_text(amount: float, currency: str | None) -> str:
    """An amount of money, with cents where it has some.

    >>> money_text(21000, "EUR"), money_text(1000.5, None)
    ('21,000 EUR', '1,000.50')
    """
    text = f"{amount:,.2f}".removesuffix(".00")
    return f"{text} {currency}" if currency else text
