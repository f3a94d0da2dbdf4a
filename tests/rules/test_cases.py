"""Every case gives the findings that it announces, and every rule has cases in which it speaks and in which it
does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.harness import CASES, case_paths, expectations, files_of, run_case

from alignplan.rules.catalog import all_rules


def name(case: Path) -> str:
    return case.relative_to(CASES).with_suffix("").as_posix()


@pytest.mark.parametrize("case", case_paths(), ids=name)
def test_a_case_gives_what_it_announces(case: Path, tmp_path: Path) -> None:
    run_case(case, tmp_path)


@pytest.mark.parametrize("code", all_rules())
def test_a_rule_speaks_in_two_cases_and_is_silent_in_one(code: str) -> None:
    cases = [case for case in case_paths() if case.parent.name == code]
    speaking = [
        case for case in cases if any(expected.code == code for expected in expectations(files_of(case)))
    ]
    assert len(speaking) >= 2
    assert len(speaking) < len(cases)


def test_no_case_lies_in_the_folder_of_no_rule() -> None:
    assert {case.parent.name for case in case_paths()} <= set(all_rules())
