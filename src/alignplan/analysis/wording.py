"""Figures in words, for reasons: rounded, but never up to 100 or down to 0."""

from __future__ import annotations

from alignplan.output.figures import whole_percent

__all__ = ["amount_text", "money_text", "percent_text"]


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
    text = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
    return f"{text} {unit}" if unit else text


def money_text(amount: float, currency: str | None) -> str:
    """An amount of money, with cents where it has some.

    >>> money_text(21000, "EUR"), money_text(1000.5, None)
    ('21,000 EUR', '1,000.50')
    """
    text = f"{amount:,.2f}".removesuffix(".00")
    return f"{text} {currency}" if currency else text
