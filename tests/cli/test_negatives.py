"""A negative number is a value wherever it stands; an option that may stand alone takes a number that follows it."""

from __future__ import annotations

import pytest

from alignplan.cli.negatives import completed, guarded

TAKING = {"--on", "--as-of", "-f", "-C"}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("kpi 3 --on 2026", "kpi 3 --on 2026"),
        ("kpi -3", "-- kpi -3"),
        ("-3 kpi", "-- -3 kpi"),
        ("kpi -.5 --on 2026 -q", "--on 2026 -q -- kpi -.5"),
        ("kpi --on 2026 -1e3", "--on 2026 -- kpi -1e3"),
        ("kpi --on=2026 -3", "--on=2026 -- kpi -3"),
        ("kpi --on -3 -4", "--on -3 -- kpi -4"),
        ("-qf json kpi -3", "-qf json -- kpi -3"),
        ("-fjson kpi -3", "-fjson -- kpi -3"),
        ("kpi -3 -f", "-f -- kpi -3"),
        ("kpi -3 - --x", "--x -- kpi -3 -"),
        ("kpi -3 -- --on", "-- kpi -3 --on"),
        ("kpi -x3", "kpi -x3"),
    ],
)
def test_values_stand_behind_the_options(words: str, meant: str) -> None:
    assert guarded(words.split(), TAKING) == meant.split()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("--risk", ["--risk", ""]),
        ("--risk 200 shop", ["--risk", "200", "shop"]),
        ("--risk shop", ["--risk", "", "shop"]),
        ("shop --risk -f json", ["shop", "--risk", "", "-f", "json"]),
        ("--risk=200 shop", ["--risk=200", "shop"]),
        ("--risk 2026-q1", ["--risk", "", "2026-q1"]),
        ("-- --risk", ["--", "--risk"]),
        ("--other 3", ["--other", "3"]),
    ],
)
def test_an_option_that_may_stand_alone_takes_a_number_that_follows_it(words: str, meant: list[str]) -> None:
    assert completed(words.split(), {"--risk"}) == meant
