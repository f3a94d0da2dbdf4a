"""Which items selectors mean, and what is said of those that mean nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.views.garden import DAY, GARDEN, written_plan

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.selectors.choice import choose
from alignplan.errors import Misuse
from alignplan.workspace import open_plan


@pytest.fixture(scope="module")
def garden() -> Assessment:
    return open_plan(GARDEN, as_of=date.fromisoformat(DAY)).assessment


def ids(plan: Assessment, *specs: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [node.id for node in choose(plan, specs, exclude).items()]


MEANT = {
    "cistern": ["cistern"],
    "cistern/dig": ["cistern/dig"],
    "dig": ["cistern/dig"],
    "beds": ["beds-for-all/beds"],
    "plan": ["plan"],
    "week": ["week"],
    "calendars/week": ["week"],
    "+cistern": ["beds-for-all", "water-2026", "cistern"],
    "1+cistern": ["water-2026", "cistern"],
    "2+cistern/dig": ["water-2026", "cistern", "cistern/dig"],
    "+dig": ["beds-for-all", "water-2026", "cistern", "cistern/dig"],
    "+beds": ["beds-for-all", "beds-for-all/beds"],
    "+rain-share": ["beds-for-all", "water-2026", "rain-share"],
    "+open-days": ["beds-for-all", "neighbours", "open-days"],
    "cistern+": ["cistern", "cistern/permit", "cistern/dig", "cistern/first-rain"],
    "neighbours+": ["neighbours", "open-days"],
    "beds-for-all+1": ["beds-for-all", "beds-for-all/beds", "water-2026", "open-days"],
    "water-2026+1": ["water-2026", "standpipe", "cistern", "rain-share"],
    "+water-2026+1": ["beds-for-all", "water-2026", "standpipe", "cistern", "rain-share"],
    "rust+": ["rust", "rust/leak"],
    "+rust/leak": ["rust", "rust/leak"],
    "school+": ["school", "school/school-bed"],
    "0+cistern": ["cistern"],
    "owner:lin": ["water-2026", "bees", "cistern/permit", "rain-share", "rust", "rust/leak"],
    "owner:diggers": ["cistern", "cistern/dig", "cistern/first-rain"],
    "team:diggers,kind:objective": ["beds-for-all", "neighbours"],
    "team:diggers,kind:tactic": ["cistern", "open-days"],
    "team:diggers,kind:person": ["rosa", "ken"],
    "team:diggers,kind:team": ["diggers"],
    "tag:spring": ["bees", "open-days"],
    "tag:people": ["neighbours", "open-days"],
    "tag:nothing": [],
    "status:dropped": ["bees"],
    "status:done": ["cistern/permit"],
    "status:planned": ["tea", "standpipe", "cistern/first-rain"],
    "kind:milestone": ["cistern/first-rain"],
    "kind:kpi": ["beds-for-all/beds", "rain-share"],
    "path:work/**,kind:tactic": ["bees", "tea", "standpipe", "cistern", "open-days"],
    "path:work,kind:risk": ["rust"],
    "path:./work/,kind:risk": ["rust"],
    "path:work/water.yaml,kind:tactic": ["cistern", "open-days"],
    "path:**/*.yaml,kind:plan": ["plan"],
    "path:*/ex*.yaml,kind:tactic": ["bees", "tea", "standpipe"],
    "path:*.yaml,kind:tactic": [],
    "path:elsewhere/**": [],
    "path:.,kind:risk": ["rust"],
    "path:**,kind:risk": ["rust"],
    "due:..2026-11,kind:tactic": ["cistern"],
    "due:2026-12..,kind:tactic": ["bees", "tea", "standpipe", "open-days"],
    "due:2026-12..2027-06,kind:tactic": ["standpipe", "open-days"],
    "due:2026-Q4,kind:tactic": ["standpipe", "cistern"],
    "due:2026-11-30,kind:tactic": ["cistern"],
    "due:FY2027,kind:tactic": ["standpipe", "cistern", "open-days"],
    "due:FY2027-Q2..FY2027-Q2,kind:tactic": ["standpipe", "cistern"],
    "due:2026,kind:objective": ["water-2026"],
    "kind:tactic,owner:lin": ["bees"],
    "kind:tactic, owner:lin": ["bees"],
    "tea bees": ["bees", "tea"],
    "owner:ken+,kind:tactic": ["open-days"],
    "+owner:diggers,kind:objective": ["beds-for-all", "water-2026"],
    "cistern,tea": [],
}


@pytest.mark.parametrize("spec", MEANT)
def test_what_a_selector_means(garden: Assessment, spec: str) -> None:
    assert ids(garden, spec) == MEANT[spec]


def test_several_arguments_are_or_and_a_comma_at_the_end_goes_on(garden: Assessment) -> None:
    assert ids(garden, "tea", "bees") == ["bees", "tea"]
    assert ids(garden, "kind:tactic,", "owner:lin") == ["bees"]


def test_nothing_asked_is_everything(garden: Assessment) -> None:
    chosen = choose(garden)
    assert chosen.everything
    assert chosen
    assert len(list(chosen.items())) == 26


def test_exclude_takes_away(garden: Assessment) -> None:
    assert ids(garden, "kind:tactic", exclude=("cistern", "status:dropped")) == [
        "tea",
        "standpipe",
        "open-days",
    ]
    assert "cistern/dig" not in ids(garden, exclude=("cistern+",))
    assert "beds-for-all" in ids(garden, exclude=("cistern+",))


def test_a_path_may_be_typed_as_it_is_shown(garden: Assessment) -> None:
    chosen = choose(
        garden, ("path:plans/garden/work/water.yaml,kind:tactic",), shown=lambda path: f"plans/garden/{path}"
    )
    assert [node.id for node in chosen.items()] == ["cistern", "open-days"]


REFUSED = {
    "cistren": ("there is no `cistren` in the plan", "did you mean `cistern`?"),
    "cistern/digg": ("there is no `cistern/digg` in the plan", "did you mean `cistern/dig`?"),
    "permitt": ("there is no `permitt` in the plan", "did you mean `cistern/permit`?"),
    "xyzzy": ("there is no `xyzzy` in the plan", "`alignplan ls` lists what there is"),
    "owner:keen": ("there is no person or team `keen` in the plan", "did you mean `owner:ken`?"),
    "owner:cistern": ("`cistern` is a tactic, no person or team", "`alignplan ls kind:person` lists them"),
    "team:digger": ("there is no team `digger` in the plan", "did you mean `team:diggers`?"),
    "team:ken": ("`ken` is a person, no team", "`alignplan ls kind:team` lists them"),
    "status:actve": ("there is no status `actve`", "did you mean `status:active`?"),
    "kind:tactics": ("there is no kind `tactics`", "did you mean `kind:tactic`?"),
    "ownr:ken": ("there is no selector `ownr:`", "did you mean `owner:`?"),
    "tag:": ("`tag:` says nothing after the colon", "write tag:WORD"),
    "kind:tactic,,tea": ("`kind:tactic,,tea` is no selector: a condition is missing beside a comma",
                         "`alignplan help selectors` shows how they are written"),
    "+": ("`+` is no selector: `+` names nothing", "`alignplan help selectors` shows how they are written"),
    "due:soon": ("`soon` in `due:soon` is not a day or period",
                 "write due:..2026-09, due:2026-Q3.. or due:2026-07..2026-09-15"),
    "due:..": ("`..` in `due:..` is not a day or period",
               "write due:..2026-09, due:2026-Q3.. or due:2026-07..2026-09-15"),
    "due:2026-02-30": ("`2026-02-30` in `due:2026-02-30` is not a day or period",
                       "write due:..2026-09, due:2026-Q3.. or due:2026-07..2026-09-15"),
    "due:2027..2026": ("`due:2027..2026` ends before it begins", "write due:2026..2027"),
}  # fmt: skip


@pytest.mark.parametrize("spec", REFUSED)
def test_what_is_refused(garden: Assessment, spec: str) -> None:
    with pytest.raises(Misuse) as refused:
        choose(garden, (spec,))
    assert (refused.value.message, refused.value.hint) == REFUSED[spec]


def test_a_fiscal_year_needs_a_plan_that_has_one(tmp_path: Path) -> None:
    plan = written_plan(tmp_path, "tactics: {a: {due: 2026}}").assessment
    with pytest.raises(Misuse) as refused:
        choose(plan, ("due:FY2027",))
    assert refused.value.message == "`FY2027` in `due:FY2027` is not a fiscal year of this plan"


def test_a_bare_name_that_several_have_is_refused(tmp_path: Path) -> None:
    plan = written_plan(tmp_path, "tactics: {a: {actions: {x: One}}, b: {actions: {x: Two}}}").assessment
    with pytest.raises(Misuse) as refused:
        choose(plan, ("x",))
    assert refused.value.message == "`x` is in the plan 2 times: `a/x`, `b/x`"
    assert refused.value.hint == "write its address, such as `a/x`"


def test_an_owner_that_the_plan_names_but_lacks_can_be_asked_for(tmp_path: Path) -> None:
    plan = written_plan(tmp_path, "tactics: {a: {owner: ghost}, b: {}}").assessment
    assert ids(plan, "owner:ghost") == ["a"]


def test_ids_that_look_like_steps(tmp_path: Path) -> None:
    plan = written_plan(tmp_path, "objectives: {2026: {}, 7: {parent: 2026}, a: {parent: 7}}").assessment
    assert ids(plan, "2026+") == ["2026", "7", "a"]
    assert ids(plan, "2026+1") == ["2026", "7"]
    assert ids(plan, "1+7") == ["2026", "7"]


def test_the_plan_is_served_by_everything_below_its_root_objectives(tmp_path: Path) -> None:
    plan = written_plan(
        tmp_path, "objectives: {a: {}, b: {parent: a}}\ntactics: {t: {supports: b}, orphan: {}}"
    ).assessment
    assert ids(plan, "plan+") == ["plan", "a", "b", "t"]


def test_circles_end(tmp_path: Path) -> None:
    plan = written_plan(
        tmp_path, "objectives: {a: {parent: b}, b: {parent: a}}\ntactics: {t: {supports: a}}"
    ).assessment
    assert ids(plan, "+t") == ["a", "b", "t"]
    assert ids(plan, "b+") == ["a", "b", "t"]
