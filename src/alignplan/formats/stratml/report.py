"""What an import did to a document, counted."""

from __future__ import annotations

from collections import Counter

__all__ = ["Tally"]


class Tally:
    """Counts under four heads. A thing is named in the singular with `{s}` where the plural has an s."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {
            "imported": Counter(),
            "repaired": Counter(),
            "dropped": Counter(),
            "kept under x-stratml": Counter(),
        }

    def imported(self, what: str, count: int = 1) -> None:
        """`count` things became a part of the plan."""
        self._counts["imported"][what] += count

    def repaired(self, what: str, count: int = 1) -> None:
        """`count` things were read otherwise than they were written."""
        self._counts["repaired"][what] += count

    def dropped(self, what: str, count: int = 1) -> None:
        """`count` things are not in the plan because they say nothing."""
        self._counts["dropped"][what] += count

    def kept(self, what: str, count: int = 1) -> None:
        """`count` things have no field in the plan and stand under `x-stratml`."""
        self._counts["kept under x-stratml"][what] += count

    def lines(self, headline: str) -> tuple[str, ...]:
        """The headline and one line for each head, in the order in which things were met."""
        return (headline, *(f"  {head}: {_list(counts)}" for head, counts in self._counts.items()))


def _list(counts: Counter[str]) -> str:
    met = [f"{count:,} {what.format(s='' if count == 1 else 's')}" for what, count in counts.items() if count]
    return ", ".join(met) or "nothing"
