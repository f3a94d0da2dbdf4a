"""The plan as a document: sentences from what it states, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.plans import HEAD, written
from tests.report.pages import Tag, by_id, read
from tests.report.plans import filled

CHAPTERS = [
    "foundation", "position", "stakeholders", "objectives", "tactics", "people", "budget", "timeline", "risks",
    "decisions",
]  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Tag:
    folder = written(tmp_path_factory.mktemp("document"), filled())
    assert typed(folder, "report", "--document").code == 0
    return read((folder / "plan.html").read_text("utf-8"))


def paragraphs(page: Tag, id: str) -> list[str]:
    return [tag.text for tag in by_id(page, id).all("p")]


def rows(page: Tag, id: str) -> list[list[str]]:
    return [[cell.text for cell in row.children] for row in by_id(page, id).all("tr")]


def test_every_chapter_is_there(page: Tag) -> None:
    assert [tag.attributes["id"] for tag in page.all("section")] == CHAPTERS


def test_what_the_plan_is_for(page: Tag) -> None:
    assert paragraphs(page, "foundation") == [
        "Everybody eats it",
        "Make good food",
        "Honest",
        "About the plan",
        "This plan of Northwind Foods runs from 1 January 2026 to 31 December 2027. Amounts of money are in EUR.",
    ]


def test_the_position_with_what_is_expected_of_competitors(page: Tag) -> None:
    told = paragraphs(page, "position")
    assert told[0] == "The organization sees 1 strength and 1 threat."
    assert told[1] == (
        "Rival (competitor), as of 1 March 2026. Forecast: Grows. The plan answers with “Win the market”."
    )
    assert ["Strong", "operations", "high", "2026-03-01", "Seen"] in rows(page, "position")


def test_stakeholders_with_what_meets_their_expectations(page: Tag) -> None:
    assert paragraphs(page, "stakeholders") == ["Their influence is high, their interest low."]
    assert rows(page, "stakeholders")[1] == ["Quick", "“Win the market”"]


def test_objectives_with_their_metrics(page: Tag) -> None:
    assert paragraphs(page, "objectives") == [
        "In all shops",
        "Mia answers for it; it is to be reached by 31 December 2027. It lives the value “Honest”. "
        "It responds to “Rival”. It meets “Quick”.",
    ]
    assert rows(page, "objectives")[1] == [
        "Share", "10 %", "20 %", "2027-12-31", "quarterly", "Panel", "12.1 %",
    ]  # fmt: skip


def test_tactics_with_their_actions(page: Tag) -> None:
    assert paragraphs(page, "tactics")[0] == (
        "It serves “Win the market”. Tom answers for it. It runs from 1 February 2026 to 31 December 2026. "
        "Its budget is 1,000 EUR. It is to move “Share” by +3 %."
    )
    assert rows(page, "tactics")[1:4] == [
        ["Cook", "Tom", "20d", "2026-06-30", "done"],
        ["Sell", "Mia", "30d", "2026-12-20", "active"],
        ["◆ On the shelf", "–", "–", "2026-11-30", "planned"],
    ]


def test_risks_and_contingencies(page: Tag) -> None:
    assert paragraphs(page, "risks") == [
        "It threatens “New line”. Its probability is 20 %. Its impact is high. The response is to reduce it. "
        "“Rescue” makes it smaller. Tom watches it."
    ]
    assert rows(page, "risks")[-1] == [
        "SlipsWin the market",
        "“Share” is below 11 %",
        "CallActivates “Rescue”.",
        "Mia",
    ]


def test_what_is_not_stated_is_left_out(tmp_path: Path) -> None:
    plan = f"{HEAD}objectives: {{share: Share}}\ntactics: {{line: {{title: Line, supports: share}}}}\n"
    typed(written(tmp_path, plan), "report", "--document", "-o", "d.md")
    assert (tmp_path / "d.md").read_text("utf-8") == (
        "# Northwind\n\nAs of 2026-11-22.\n\n## Objectives\n\n### Share\n\n## Tactics and actions\n\n### Line\n\n"
        "It serves “Share”.\n\n"
    )
