"""To whom the rules speak: live work; what stands by only in a few words; what is far off not yet in detail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.rules.harness import check, told
from tests.rules.test_pages import example

from alignplan.diagnostics.report import Reported
from alignplan.linting.selection import Asked
from alignplan.rules.catalog import all_rules

_ENTRY = re.compile(r"^(?:  [a-z0-9-]+:\n)", re.MULTILINE)
_OF_TACTICS = ("A101", "A105", "A106", "A111", "T301", "T302", "T303", "T304", "T305", "T307", "T308", "T309")
_OF_OBJECTIVES = ("A102", "A103", "A104", "A107", "A108")
HEARD = {"A101", "A105", "A106"}
"""What stands by hears of these, as far as they speak of tactics."""
LEAD = {"A102", "A108", "T304", "T305"}
"""Far work is not asked for these."""


def with_field(text: str, field: str, section: str = "objectives:\n") -> str:
    """The plan with a field in every objective and tactic, in place of one that is there."""
    name = field.partition(":")[0]
    head, rest = text[: text.index(section)], text[text.index(section) :]
    rest = re.sub(rf"^    {name}: .*\n", "", rest, flags=re.MULTILINE)
    return head + _ENTRY.sub(lambda entry: f"{entry[0]}    {field}\n", rest)


def standing_by(text: str) -> str:
    """The plan with all its tactics standing by for a tactic of their own."""
    tactics = re.findall(r"^  ([a-z0-9-]+):$", text[text.index("tactics:\n") :], flags=re.MULTILINE)
    caller = f"""\
  caller:
    title: Ring the bell when the river rises
    supports: bell
    owner: mia
    due: 2026-12-31
    actions: {{wait: Look at the river}}
    contingencies: {{flood: {{title: It rose, then: Call them, activates: [{", ".join(tactics)}]}}}}
"""
    text = with_field(text, "status: planned", "tactics:\n").replace(
        "objectives:\n", "objectives:\n  bell: {title: Hear the bell, owner: mia, due: 2027}\n"
    )
    return text + caller


def findings(code: str, text: str, folder: Path) -> list[Reported]:
    answer = check({"alignplan.yaml": text}, folder, Asked(select=(code,)))
    assert not [finding for finding in answer.findings if finding.code[0] == "E"], told(answer.findings)
    return [finding for finding in answer.findings if finding.item != "caller"]


def broken(code: str) -> str:
    """The example of a rule, which gives its finding."""
    return example(code, "Example")["alignplan.yaml"]


@pytest.mark.parametrize("code", [*_OF_TACTICS, *_OF_OBJECTIVES])
@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_over_is_not_judged(code: str, status: str, tmp_path: Path) -> None:
    assert findings(code, broken(code), tmp_path)
    assert findings(code, with_field(broken(code), f"status: {status}"), tmp_path) == []


@pytest.mark.parametrize("code", [*_OF_TACTICS, *_OF_OBJECTIVES])
def test_what_is_paused_is_judged(code: str, tmp_path: Path) -> None:
    if code != "A105":  # its example has a dropped objective
        assert findings(code, with_field(broken(code), "status: paused"), tmp_path)


@pytest.mark.parametrize("code", _OF_TACTICS)
def test_what_stands_by_hears_of_little(code: str, tmp_path: Path) -> None:
    heard = findings(code, standing_by(broken(code)), tmp_path)
    assert bool(heard) == (code in HEARD), told(tuple(heard))


# Of A106 the dates are the fault itself.
@pytest.mark.parametrize("code", [code for code in (*_OF_TACTICS, *_OF_OBJECTIVES) if code != "A106"])
def test_far_work_is_planned_coarsely(code: str, tmp_path: Path) -> None:
    far = findings(code, with_field(broken(code), "start: 2027-02-21"), tmp_path)
    assert bool(far) == (code not in LEAD), told(tuple(far))
    assert findings(code, with_field(broken(code), "start: 2027-02-20"), tmp_path)


ORDER = {
    "R505": {"A101"},
    "A105": {"A103"},
    "A106": {"A103"},
    "A102": {"A105"},
    "A108": {"M201"},
    "M203": {"M202"},
    "M205": {"M206"},
    "S402": {"S403", "S407"},
    "S408": {"S403"},
    "S405": {"S404"},
}


@pytest.mark.parametrize("code", sorted(ORDER.keys() & all_rules().keys()))
def test_the_more_telling_one_speaks_alone(code: str) -> None:
    wanted = ORDER[code] & all_rules().keys()
    assert wanted <= set(all_rules()[code].quiet_after)
