"""What a value that does not fit was meant to be: safe where it can be read in one way only."""

from __future__ import annotations

import pytest

from alignplan.diagnostics.finding import Remedy, Safety
from alignplan.loading.meant import meant
from alignplan.model.values import Shape
from alignplan.text.tree import Quoted

STATUS = ("planned", "active", "paused", "done", "dropped")


def safe(text: str) -> Remedy:
    return Remedy(Safety.SAFE, text)


def guess(text: str) -> Remedy:
    return Remedy(Safety.UNSAFE, text)


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("2026-1-5", safe("2026-01-05")),
        ("2026/11/22", safe("2026-11-22")),
        ("2026.11.22", safe("2026-11-22")),
        ("20261122", safe("2026-11-22")),
        ("2026-11-22T09:30:00Z", safe("2026-11-22")),
        ("2026-11-22 09:30", safe("2026-11-22")),
        ("22.11.2026", safe("2026-11-22")),
        ("5. 1. 2026", safe("2026-01-05")),
        ("05.11.2026", safe("2026-11-05")),
        ("22/11/2026", safe("2026-11-22")),
        ("11/22/2026", safe("2026-11-22")),
        ("11-22-2026", safe("2026-11-22")),
        ("11/11/2026", safe("2026-11-11")),
        ("11/05/2026", None),
        ("13/13/2026", None),
        ("2026/11", safe("2026-11")),
        ("2026-7", safe("2026-07")),
        ("7/2026", safe("2026-07")),
        ("2026-13", None),
        ("Nov 2026", safe("2026-11")),
        ("November, 2026", safe("2026-11")),
        ("22 November 2026", safe("2026-11-22")),
        ("22nd Nov 2026", safe("2026-11-22")),
        ("Sept. 3, 2026", safe("2026-09-03")),
        ("Q4 2026", safe("2026-Q4")),
        ("2026Q4", safe("2026-Q4")),
        ("2026 q4", safe("2026-Q4")),
        ("2026-Q5", None),
        ("2027-02-30", guess("2027-02-28")),
        ("2028-02-30", guess("2028-02-29")),
        ("31.06.2029", guess("2029-06-30")),
        ("2027-02-32", None),
        ("2027-00-01", None),
        ("2027-31-12", None),
        ("soon", None),
        ("", None),
        ("2026-11-22 and more of it, up to forty letters", None),
        ("٢٠٢٦-١-٥", None),
    ],
)
def test_days_and_periods(said: str, remedy: Remedy | None) -> None:
    assert meant(said, Shape.DAY) == remedy
    assert meant(Quoted(said), Shape.DAY) == remedy


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("Done", safe("done")),
        ("DROPPED", safe("dropped")),
        ("in progress", guess("active")),
        ("In Progress", guess("active")),
        ("cancelled", guess("dropped")),
        ("complete", guess("done")),
        ("actve", guess("active")),
        ("nonsense", None),
        (["done"], None),
        (None, None),
    ],
)
def test_words(said: object, remedy: Remedy | None) -> None:
    assert meant(said, STATUS) == remedy


@pytest.mark.parametrize(
    ("said", "words", "remedy"),
    [
        ("On_track", ("on track", "at risk", "off track"), safe("on track")),
        ("at-risk", ("on track", "at risk", "off track"), safe("at risk")),
        ("amber", ("on track", "at risk", "off track"), guess("at risk")),
        ("yes", ("true", "false"), safe("true")),
        ("Off", ("true", "false"), safe("false")),
        ("ture", ("true", "false"), guess("true")),
        ("yes", ("low", "medium", "high"), None),
        ("Very High", ("low", "medium", "high"), guess("high")),
        ("annual", ("daily", "weekly", "monthly", "quarterly", "yearly"), guess("yearly")),
    ],
)
def test_other_words(said: str, words: tuple[str, ...], remedy: Remedy | None) -> None:
    assert meant(said, words) == remedy


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("3D", safe("3d")),
        ("3 days", guess("3d")),
        ("2.5 weeks", guess("2.5w")),
        ("6 hrs", guess("6h")),
        ("1 month", guess("1m")),
        ("3", None),
        ("a few days", None),
    ],
)
def test_durations(said: str, remedy: Remedy | None) -> None:
    assert meant(said, Shape.DURATION) == remedy


def test_numbers_in_quotes() -> None:
    assert meant(Quoted("40"), Shape.NUMBER) == safe("40")
    assert meant(Quoted("1,000"), Shape.NUMBER) is None
    assert meant("forty", Shape.NUMBER) is None
