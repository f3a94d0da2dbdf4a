"""The page of the format names every section, field and word that the models know."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any

import pytest
from tests.docs.pages import DOCS

from alignplan.model import hedges, measures, objective, people, plan, position, words, work
from alignplan.model.entry import Entry
from alignplan.model.fields import field_names

_PAGE = (DOCS / "format.md").read_text(encoding="utf-8")
_MODELS: dict[str, tuple[Any, ...]] = {
    "plan": (plan.Plan, plan.Horizon, plan.Bands),
    "values": (position.Value,),
    "position": (position.PositionFinding,),
    "stakeholders": (position.Stakeholder, position.Expectation),
    "teams": (people.Team,),
    "people": (people.Person, people.Absence),
    "resources": (people.Resource,),
    "calendars": (people.Calendar,),
    "objectives": (objective.Objective,),
    "kpis": (measures.Kpi, measures.Baseline, measures.Target, measures.Bounds),
    "tactics": (work.Tactic, work.Budget),
    "actions": (work.Action,),
    "milestones": (work.Milestone,),
    "contingencies": (hedges.Contingency, hedges.Trigger),
    "risks": (hedges.Risk,),
    "lint": (plan.Lint,),
}
_FIELDS = [
    pytest.param(heading, name, id=f"{heading}-{name}")
    for heading, models in _MODELS.items()
    for model in models
    for name in field_names(model)
    if name not in field_names(Entry)
]
_ENUMS = [enum for enum in vars(words).values() if isinstance(enum, type) and issubclass(enum, Enum)]
_WORDS = sorted({str(member.value) for enum in _ENUMS for member in enum})


def section(heading: str) -> str:
    """The text under a heading, up to the next one of its level or above."""
    match = re.search(rf"^(##+) {heading}\n(.*?)(?=^##? |\Z)", _PAGE, re.MULTILINE | re.DOTALL)
    assert match, f"no heading {heading}"
    if match[1] == "###":
        return re.split(r"^### ", match[2], flags=re.MULTILINE)[0]
    return match[2]


def coded(text: str) -> set[str]:
    """The words that stand in code in a text."""
    return {word for code in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"[\w-]+", code)}


@pytest.mark.parametrize(("heading", "name"), _FIELDS)
def test_a_field_is_explained_in_its_section(heading: str, name: str) -> None:
    assert name in coded(section(heading))


@pytest.mark.parametrize("name", field_names(Entry))
def test_what_every_entry_may_have_is_explained(name: str) -> None:
    assert name in coded(section("What every entry may have"))


@pytest.mark.parametrize("name", field_names(plan.PlanFile))
def test_every_section_is_named(name: str) -> None:
    assert f"`{name}`" in _PAGE or f"\n## {name}\n" in _PAGE


@pytest.mark.parametrize("word", _WORDS)
def test_every_word_is_listed(word: str) -> None:
    assert f"`{word}`" in _PAGE
