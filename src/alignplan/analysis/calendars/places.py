"""Public holidays of places: the only room that speaks to the `holidays` library, loaded where a place is asked for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import lru_cache

from alignplan.errors import Misuse

__all__ = ["FIRST_YEAR", "LAST_YEAR", "public_holidays"]

FIRST_YEAR, LAST_YEAR = 1950, 2100
"""Nobody knows the public holidays of other years."""


@lru_cache(maxsize=4096)
def public_holidays(place: str, year: int) -> Collection[date]:
    """The public holidays of a year at a place as ISO 3166 writes it, such as `DE` or `DE-BY`.

    None in years that nobody knows, and at places that nobody knows. Raises Misuse where the library is missing.

    >>> date(2026, 6, 4) in public_holidays("DE-BY", 2026)  # Corpus Christi
    True
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    try:
        from holidays import country_holidays
    except ModuleNotFoundError:
        hint = "`pip install holidays` installs it"
        raise Misuse(f"the public holidays of `{place}` need the package `holidays`", hint) from None
    country, _, part = place.partition("-")
    try:
        return frozenset(country_holidays(country, subdiv=part or None, years=year))
    except NotImplementedError:
        return ()
