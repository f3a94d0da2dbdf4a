"""The sheets of the workbook: the figures of the commands, typed, row by row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.plans import TODAY, written

from alignplan import open_plan
from alignplan.analysis.selectors.choice import Choice
from alignplan.output.tone import Tone
from alignplan.output.workbooks.sheet import Share, Sheet, State
from alignplan.views.report.book import all_sheets
from alignplan.views.report.interface import Beside, Seen

EXAMPLE = Path(__file__).parents[3] / "examples" / "market-share"
PLAN = """
alignplan: 1
plan: {title: Bakery, organization: Old Mill, vision: Good bread, currency: EUR, horizon: {start: 2026-01-01, due: 2026-12-31}}
people: {mia: Mia Lund, leo: {name: Leo, cost: 300}}
objectives:
  sell-more:
    title: Sell more bread
    owner: mia
    kpis:
      loaves:
        title: Loaves a day
        unit: loaves
        baseline: {value: 100, date: 2026-01-01}
        target: {value: 200, date: 2026-12-31}
        actuals: {2026-06-30: 150, 2026-10-31: 160}
  more-rye: {title: "=cmd()", parent: sell-more}
tactics:
  rye:
    title: Bake rye
    supports: more-rye
    owner: leo
    start: 2026-10-01
    due: 2026-12-18
    budget: {planned: 5000, spent: 1200}
    actions:
      dough: {title: Find a dough, effort: 12d, start: 2026-10-01, due: 2026-11-13, started: 2026-10-05, finished: 2026-11-12}
      sell: {title: Sell it, effort: 5d, due: 2026-12-18, progress: 20%}
    milestones: {shelf: {title: On the shelf, due: 2026-12-18}}
risks:
  flour: {title: No flour, probability: 20%, impact: 1000, threatens: rye, contingencies: {buy: {title: Buy some, when: "risk flour occurred"}}}
"""


def sheets(folder: Path, text: str) -> dict[str, Sheet]:
    return sheets_of(written(folder, text))


def sheets_of(folder: Path) -> dict[str, Sheet]:
    plan = open_plan(folder, as_of=TODAY)
    everything = Choice(plan.items)
    beside = Beside(plan.check(), plan.gaps(everything), lambda node, steps: (node.file, 1))
    found = all_sheets(Seen(plan.assessment, beside), origin="Commit 1a2b3c", root="alignplan.yaml")
    return {sheet.name: sheet for sheet in found}


def rows(sheet: Sheet) -> list[dict[str, object]]:
    return [dict(zip(sheet.heads, row, strict=True)) for row in sheet.rows]


@pytest.fixture(scope="module")
def bakery(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    return sheets(tmp_path_factory.mktemp("bakery"), PLAN)


def test_the_example_has_a_sheet_for_every_question() -> None:
    assert list(sheets_of(EXAMPLE)) == [
        "Summary", "Objectives", "Tactics", "Actions", "KPIs", "KPI values", "Effects", "Gaps", "Risks", "Contingencies", "Schedule",
        "Load", "Money", "Investment", "Findings", "Glossary",
    ]  # fmt: skip


def test_an_empty_plan_has_no_empty_sheet(tmp_path: Path) -> None:
    found = sheets(tmp_path, "alignplan: 1\nplan: {title: Nothing yet}\n")
    assert all(sheet.rows for sheet in found.values())
    assert next(iter(found)) == "Summary"
    assert not {"Objectives", "Tactics", "Actions", "KPIs", "Schedule", "Money"} & set(found)


def test_heads_are_different_and_names_fit_in_a_tab() -> None:
    for sheet in sheets_of(EXAMPLE).values():
        assert len(set(sheet.heads)) == len(sheet.heads), sheet.name
        assert len(sheet.name) <= 31
        assert {len(row) for row in sheet.rows} == {len(sheet.heads)}
        assert len(sheet.depths) in (0, len(sheet.rows))


def test_the_summary_says_what_the_plan_is_and_on_which_day(bakery: dict[str, Sheet]) -> None:
    assert bakery["Summary"].rows[:6] == (
        ("plan", "Bakery", None),
        ("organization", "Old Mill", None),
        ("vision", "Good bread", None),
        ("as of", date(2026, 11, 22), None),
        ("root file", "alignplan.yaml", None),
        ("from", "Commit 1a2b3c", None),
    )


def test_an_objective_stands_there_with_what_progress_says_of_it(bakery: dict[str, Sheet]) -> None:
    first, second = rows(bakery["Objectives"])
    assert (first["id"], first["title"], first["owner"]) == ("sell-more", "Sell more bread", "mia")
    assert (first["start"], first["due"]) == (date(2026, 1, 1), date(2026, 12, 31))
    assert first["health"] == State("▲ at risk", Tone.WARN)
    assert isinstance(first["done"], Share)
    assert (second["title"], second["realizes"]) == ("=cmd()", "sell-more")
    assert bakery["Objectives"].depths == (0, 1)


def test_a_tactic_has_its_objectives_and_its_money_in_the_currency(bakery: dict[str, Sheet]) -> None:
    (rye,) = rows(bakery["Tactics"])
    assert (rye["serves"], rye["status"]) == ("more-rye", "active")
    assert (rye["budget, planned, EUR"], rye["budget, spent, EUR"]) == (5000, 1200)


def test_the_steps_of_a_tactic_stand_there_once_with_their_days(bakery: dict[str, Sheet]) -> None:
    dough, sell, shelf = rows(bakery["Actions"])
    assert (dough["id"], dough["kind"], dough["tactic"]) == ("rye/dough", "action", "rye")
    assert (dough["started"], dough["finished"], dough["done"]) == (
        date(2026, 10, 5),
        date(2026, 11, 12),
        Share(100),
    )
    assert (sell["done"], sell["finished"]) == (Share(20), None)
    assert (shelf["id"], shelf["kind"]) == ("rye/shelf", "milestone")


def test_a_kpi_stands_there_with_its_forecast_or_why_there_is_none(bakery: dict[str, Sheet]) -> None:
    (loaves,) = rows(bakery["KPIs"])
    assert (loaves["id"], loaves["of"], loaves["unit"]) == ("sell-more/loaves", "sell-more", "loaves")
    assert (loaves["now"], loaves["measured"], loaves["target"]) == (160, date(2026, 10, 31), 200)
    assert loaves["attainment"] == Share(60)
    assert (loaves["forecast"] is None) == bool(loaves["why there is no forecast"])


def test_the_values_of_a_kpi_stand_beside_what_was_planned_for_their_days(bakery: dict[str, Sheet]) -> None:
    june, october = rows(bakery["KPI values"])
    assert (june["kpi"], june["day"], june["value"]) == ("sell-more/loaves", date(2026, 6, 30), 150)
    assert june["planned for that day"] == pytest.approx(100 + 100 * 180 / 364)
    assert october["planned for that day"] == pytest.approx(100 + 100 * 303 / 364)


def test_an_effect_is_a_tactic_and_a_kpi_with_what_is_seen() -> None:
    effects = rows(sheets_of(EXAMPLE)["Effects"])
    first = effects[0]
    assert (first["tactic"], first["kpi"]) == ("product-line", "market-share/share")
    assert first["place"] == State("▲ executed, not working", Tone.WARN)
    assert (first["executed"], first["moves it by in all"], first["of all, seen"]) == (
        True,
        1.6,
        pytest.approx(0.65),
    )
    share = first["seen of what was to come"]
    assert isinstance(share, Share)
    assert share.percent == pytest.approx(27.87, abs=0.01)


def test_a_gap_names_what_lacks_something(bakery: dict[str, Sheet]) -> None:
    first, second = rows(bakery["Gaps"])
    assert first["measured"] == State("met", Tone.GOOD)
    assert second["measured"] == State("0 of 1", Tone.BAD)
    assert "measured: more-rye" in str(second["missing"])


def test_risks_and_contingencies_have_a_sheet_each(bakery: dict[str, Sheet]) -> None:
    (flour,) = rows(bakery["Risks"])
    assert (flour["likely"], flour["impact"], flour["exposure"]) == (Share(20), 1000, 200)
    assert (flour["threatens"], flour["contingencies"]) == ("rye", "flour/buy")
    (buy,) = rows(bakery["Contingencies"])
    assert (buy["id"], buy["of"], buy["armed"]) == ("flour/buy", "flour", False)


def test_findings_are_the_ones_that_check_tells(bakery: dict[str, Sheet], tmp_path: Path) -> None:
    told = open_plan(written(tmp_path, PLAN), as_of=TODAY).check()
    assert [(row["rule"], row["item"], row["line"]) for row in rows(bakery["Findings"])] == [
        (one.code, one.item or None, one.spot.line) for one in told.open
    ]


def test_amounts_of_money_say_their_currency(bakery: dict[str, Sheet]) -> None:
    plan = rows(bakery["Money"])[0]
    assert (plan["id"], plan["planned, EUR"], plan["spent, EUR"]) == ("plan", 5000, 1200)


def test_the_glossary_explains_the_figures_with_their_formulas(bakery: dict[str, Sheet]) -> None:
    entries = {(row["figure"], row["of"]): row for row in rows(bakery["Glossary"])}
    assert "÷" in str(entries["attainment", "kpi"]["how it is worked out"])
