"""How far each rule reaches: what it looks at is what it says, so that a plan need not be judged anew as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from alignplan import open_plan
from alignplan.analysis.assessment import Assessment
from alignplan.loading.faces import OWN
from alignplan.model.cores import MODELS
from alignplan.model.kinds import Kind
from alignplan.rules.catalog import all_rules
from alignplan.rules.interface import Reach
from alignplan.workspace import Plan

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
CASES = sorted((ROOT / "tests" / "rules" / "cases").glob("*/*.yaml"))
EXAMPLES = sorted((ROOT / "examples").glob("*/alignplan.yaml"))
_KINDS = {"Tactic": Kind.TACTIC, "Action": Kind.ACTION, "Milestone": Kind.MILESTONE, "Kpi": Kind.KPI}
_STANDS = {"status", "progress", "started", "finished"}
"""What decides where a step stands."""
_WORK = {*_STANDS, "effort", "duration", "elapsed"}
"""What decides how far a tactic has come."""


class _Watched:
    """A field of a model that notes when it is looked at."""

    def __init__(self, descriptor: Any, key: tuple[str, str], seen: set[tuple[str, str]]) -> None:
        self._descriptor = descriptor
        self._key = key
        self._seen = seen

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        self._seen.add((type(instance).__name__, self._key[1]))
        return self._descriptor.__get__(instance, owner)

    def __set__(self, instance: Any, value: Any) -> None:
        self._descriptor.__set__(instance, value)


class _Absent:
    """The same of a field that an entry has no room for."""

    def __init__(self, usual: Any, key: tuple[str, str], seen: set[tuple[str, str]]) -> None:
        self._usual = usual
        self._key = key
        self._seen = seen

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        self._seen.add(self._key)
        return self._usual


@pytest.fixture(scope="module")
def seen() -> Iterator[set[tuple[str, str]]]:
    looked_at: set[tuple[str, str]] = set()
    replaced = []
    for name, model in MODELS.items():
        for form in {model, getattr(model, "whole", model)}:
            for field in form.__slots__:
                replaced.append((form, field, vars(form)[field]))
                setattr(form, field, _Watched(vars(form)[field], (name, field), looked_at))
        for field in getattr(model, "rare", ()):
            replaced.append((model, field, vars(model).get(field, _Absent)))
            setattr(model, field, _Absent(getattr(model, field), (name, field), looked_at))
    yield looked_at
    for model, field, descriptor in replaced:
        if descriptor is _Absent:
            delattr(model, field)
        else:
            setattr(model, field, descriptor)


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> list[Plan]:
    found = [open_plan(path, as_of=DAY) for path in EXAMPLES]
    for case in CASES:
        folder = tmp_path_factory.mktemp("case")
        (folder / "alignplan.yaml").write_bytes(case.read_bytes())
        found.append(open_plan(folder, as_of=DAY))
    return found


def own(model: str, field: str) -> bool:
    """Whether a field is one that only rules about the item itself may look at."""
    if (model, field) == ("Budget", "spent"):
        return True
    return model not in ("Plan", "Lint") and field in OWN.get(_KINDS.get(model, Kind.RISK), ())


@pytest.mark.parametrize("code", all_rules())
def test_a_rule_looks_at_what_it_says(code: str, plans: list[Plan], seen: set[tuple[str, str]]) -> None:
    rule = all_rules()[code]
    if rule.reach in (Reach.OWN, Reach.WORK, Reach.ALL, Reach.PAST):
        return
    looked_at: set[tuple[str, str]] = set()
    for plan in plans:
        assessment = Assessment(plan.items, DAY, plan.selection().thresholds, plan.loaded.findings)
        assert assessment.statuses.today == DAY  # where things stand is known to all
        seen.clear()
        list(rule.find(assessment))
        looked_at |= seen
    secret = {(model, field) for model, field in looked_at if own(model, field)}
    if rule.reach in (Reach.STEPS, Reach.LINKED, Reach.CALLS, Reach.FIGURES):
        secret -= {(model, field) for model in ("Action", "Milestone") for field in _STANDS}
    if rule.reach in (Reach.CALLS, Reach.FIGURES):
        secret.discard(("Budget", "spent"))
    if rule.reach in (Reach.FIGURES, Reach.LOAD):
        secret -= {(model, field) for model in ("Tactic", "Action", "Milestone") for field in _WORK}
    assert not secret, f"{code} reaches {rule.reach.name} and looks at {sorted(secret)}"


def test_a_rule_watches_where_it_looks_at_figures() -> None:
    for code, rule in all_rules().items():
        assert (rule.watches is not None) == (rule.reach is Reach.FIGURES), code


def test_no_rule_that_judges_items_alone_mutes_another_or_is_muted() -> None:
    alone = {code for code, rule in all_rules().items() if rule.reach in (Reach.OWN, Reach.WORK)}
    for code, rule in all_rules().items():
        # What a rule of figures watches is the same, where it is not judged anew: what mutes it is the same, too.
        assert rule.reach is Reach.FIGURES or not alone & set(rule.quiet_after)
        assert not (code in alone and rule.quiet_after)
