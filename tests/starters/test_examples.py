"""The examples as templates: moved to a day, they are at the same point, and have no errors on any day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.model.reading import schema_faults
from tests.plans import written

from alignplan import Misuse, open_plan
from alignplan.starters.examples import WRITTEN_FOR, example_files, example_names

NAMES = (
    "customer-relations", "digital-transformation", "manufacturing", "market-share", "outreach", "procurement-logistics",
    "sales", "software-system", "university",
)  # fmt: skip
DAYS = [
    date(2024, 2, 29),
    date(2027, 1, 1),
    date(2096, 2, 29),
    *(date(2026, 11, 23) + timedelta(n) for n in range(3)),
]


def test_there_are_nine() -> None:
    assert tuple(example_names()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_on_its_own_day_nothing_is_moved_but_periods(name: str) -> None:
    for path, text in example_files(name, WRITTEN_FOR).items():
        assert len(text.splitlines()) > 0, path
        if path.endswith(".yaml"):
            assert schema_faults(text) == [], path


@pytest.mark.parametrize("name", NAMES)
def test_the_root_file_comes_first_and_pages_stay_behind(name: str) -> None:
    files = list(example_files(name, WRITTEN_FOR))
    assert files[0] == "alignplan.yaml"
    assert files[1:] == sorted(files[1:])
    assert all(path.endswith((".yaml", ".csv")) for path in files)


@pytest.mark.parametrize("name", NAMES)
def test_there_are_no_errors_on_any_day(name: str, tmp_path: Path) -> None:
    for day in DAYS:
        folder = written(tmp_path / day.isoformat(), example_files(name, day))
        answer = open_plan(folder, as_of=day).check()
        errors = [f"{day} {one.code} {one.message}" for one in answer.findings if one.severity == "error"]
        assert errors == []


def test_one_that_is_not_there_is_misuse() -> None:
    with pytest.raises(Misuse, match="there is no template sale") as caught:
        example_files("sale", WRITTEN_FOR)
    assert caught.value.hint == "did you mean sales?"
