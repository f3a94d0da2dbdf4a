"""The plan that is written of answers: it says what was answered, and there is nothing wrong in it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.model.reading import schema_faults
from tests.plans import TODAY, written

from alignplan import open_plan
from alignplan.cli.asking import as_text
from alignplan.starters.asked import Answers, Metric, Objective, Tactic, asked_plan

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).map(as_text).filter(bool)
hostile = st.sampled_from(
    ["true", "null", "~", "12", "2026-11-22", "a: b", "- a", "#a", "a #b", "{a}", "[a]", "&a", "*a", "!a", "%a", "@a",
     '"a', "'a", "a\nb", "\x1b[2J", "🥖", "👩‍🚀 a", "\u202eabc", "\ufeffa", "\x85a", "a\u2028b", "\0", "---", "...", "<<",
     "alignplan: ignore[A101]", "# alignplan: ignore[A101] reason", "顧客", "؟", "X: a", "x-ray", "x" * 3000]
)  # fmt: skip
any_text = texts | hostile
maybe = st.just("") | any_text
numbers = st.decimals(-(10**9), 10**9, places=2) | st.integers(-(10**9), 10**9).map(Decimal)
metrics = st.builds(Metric, any_text, any_text, numbers, st.none() | numbers).filter(
    lambda metric: metric.baseline != metric.target
)
dues = (
    st.just("")
    | st.dates(TODAY + timedelta(days=1), date(2028, 12, 31)).map(str)
    | st.sampled_from(["2027", "2028-Q2"])
)
tactics = st.builds(Tactic, any_text, st.just(""), maybe, st.just(""))
objectives = st.builds(
    Objective,
    any_text,
    st.just(""),
    maybe,
    dues,
    st.none() | metrics,
    st.lists(tactics, max_size=3).map(tuple),
)
answers_of_any_kind = st.builds(
    Answers, any_text, maybe, maybe, maybe, st.just("2026"), st.just("2028"), maybe, st.lists(objectives, max_size=3).map(tuple)
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(answers_of_any_kind)
def test_it_says_exactly_what_was_typed(answers: Answers) -> None:
    text = asked_plan(answers, TODAY)["alignplan.yaml"]
    read = yaml.load(text, Loader=yaml.CBaseLoader)
    said = {"title": answers.title, "organization": answers.organization, "vision": answers.vision,
            "mission": answers.mission, "currency": answers.currency}  # fmt: skip
    horizon = {"horizon": {"start": "2026", "due": "2028"}}
    assert read["plan"] == {key: value for key, value in said.items() if value} | horizon
    people = read.get("people", {})
    entries = list(read.get("objectives", {}).items())
    assert [entry["title"] for _, entry in entries] == [one.title for one in answers.objectives]
    works = list(read.get("tactics", {}).values())
    assert [work["title"] for work in works] == [t.title for one in answers.objectives for t in one.tactics]
    for (id_, entry), one in zip(entries, answers.objectives, strict=True):
        assert (entry.get("due", ""), "kpis" in entry) == (one.due, one.metric is not None)
        assert ("owner" in entry) == bool(one.owner)
        assert not one.owner or is_meant(entry["owner"], people[entry["owner"]], one.owner)
        if one.metric:
            (kpi,) = entry["kpis"].values()
            assert (kpi["title"], kpi["unit"]) == (one.metric.title, one.metric.unit)
            target = kpi["target"]["value"] if one.due else kpi["target"]
            assert Decimal(target) == one.metric.target
        served = [work["title"] for work in works if work["supports"] == id_]
        assert served == [tactic.title for tactic in one.tactics]


def is_meant(id_: str, name: str, owner: str) -> bool:
    """Whether someone is meant by what was typed: by the id, the whole name in any case, or the first word of it."""
    said = owner.casefold()
    return said in (id_, name.casefold(), name.casefold().split(" ")[0])


@settings(max_examples=25, deadline=None)
@given(answers_of_any_kind)
def test_there_is_no_error_in_it(answers: Answers) -> None:
    text = asked_plan(answers, TODAY)["alignplan.yaml"]
    with TemporaryDirectory() as folder:
        plan = open_plan(written(Path(folder), text), as_of=TODAY)
        found = plan.check().findings
        model = plan.loaded.root.model
    assert [f"{one.code} {one.message}" for one in found if one.severity == "error"] == []
    assert {one.code for one in found} <= {"A102", "M201", "M202", "T302", "T303", "T304", "T309"}
    assert [one.title for one in model.objectives.values()] == [one.title for one in answers.objectives]


FULL = Answers(
    "Northwind 2030", "Northwind Foods", "Every household eats one a week.", "Make good food easy.", "", "", "EUR",
    (Objective("Capture 25 % of the market", "", "Mia Lund", "", Metric("Share", "%", Decimal(25), Decimal("18.5")),
               (Tactic("Enhance the product line", "", "mia", ""),)),),
)  # fmt: skip


def as_of(day: date) -> Answers:
    """The full answers with dates as someone would give them on a day."""
    due = str(min(day.year + 2, 9999))
    (objective,) = FULL.objectives
    (tactic,) = objective.tactics
    objective = replace(objective, due=due, tactics=(replace(tactic, due=due),))
    return replace(FULL, start=str(day), due=due, objectives=(objective,))


@given(st.dates(date(1990, 1, 1), date(9998, 12, 31)))
@example(date(2024, 2, 29))
@example(date(2026, 12, 31))
@example(date(9998, 12, 31))
@settings(max_examples=25, deadline=None)
def test_only_what_was_left_out_is_found_on_any_day(day: date) -> None:
    assume(day.year >= 1000)
    with TemporaryDirectory() as folder:
        text = asked_plan(as_of(day), day)["alignplan.yaml"]
        found = open_plan(written(Path(folder), text), as_of=day).check().findings
    assert [one.message for one in found] == ["`enhance-the-product-line` has no steps"]


def test_the_schema_has_nothing_against_it() -> None:
    assert schema_faults(asked_plan(as_of(TODAY), TODAY)["alignplan.yaml"]) == []


def test_every_answer_has_its_place() -> None:
    text = asked_plan(as_of(TODAY), TODAY)["alignplan.yaml"]
    assert text.startswith(
        "# What you want to reach, how you will tell, and the work that serves it.\n"
        "# Look at it with: alignplan check · gaps · progress · tree\n"
        "alignplan: 1\n\n"
        "plan:\n  title: Northwind 2030\n  organization: Northwind Foods\n"
        "  vision: Every household eats one a week.\n  mission: Make good food easy.\n"
        "  horizon: {start: 2026-11-22, due: 2028}\n  currency: EUR\n\n"
        "# Who answers for what.\npeople:\n  mia-lund: Mia Lund\n\n"
        "# Objectives: what you want to reach. One with a `parent` is a step towards it.\n"
        "# How you will tell is in `kpis`; each new measurement goes into its `actuals`.\n"
        "objectives:\n  capture-25-percent:\n    title: Capture 25 % of the market\n"
    )
    assert "\n    owner: mia-lund\n    due: 2028\n    kpis:\n      share:\n        title: Share\n" in text
    assert "baseline: {date: 2026-11-22, value: 18.5}\n        target: {date: 2028, value: 25}\n" in text
    assert (
        "\n    supports: capture-25-percent\n    owner: mia-lund\n    start: 2026-11-22\n    due: 2028\n    status: planned\n"
        in text
    )
    assert "#     moves: {capture-25-percent/share: +3.25}\n" in text


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        (as_of(TODAY), []),
        (
            Answers("Ours"),
            ["nobody owns `loyal-customers`", "nobody owns `welcome-back`", "`welcome-back` has no steps"],
        ),
        (
            Answers("Ours", due="2028", objectives=(Objective("Win customers", owner="Mia", due="2028"),)),
            ["nobody owns `welcome-back`", "`welcome-back` has no steps"],
        ),
    ],
    ids=["nothing", "all", "metric and tactics"],
)
def test_what_the_comments_show_of_what_was_left_out_can_be_taken_as_it_is(
    tmp_path: Path, answers: Answers, found: list[str]
) -> None:
    text = asked_plan(answers, TODAY)["alignplan.yaml"]
    taken = re.sub(r"^( *)# (?![A-Z])", r"\1", text, flags=re.MULTILINE)
    assert schema_faults(taken) == []
    told = open_plan(written(tmp_path, taken), as_of=TODAY).check().findings
    assert [one.message for one in told] == found
    if answers.title == "Ours":
        assert "\n  vision: What the world looks like when you have succeeded.\n" in taken
