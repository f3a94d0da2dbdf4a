"""Models are pydantic's: its validator reads them, alone and inside a model of somebody else's."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from alignplan.loading.problems import problems
from alignplan.model.cores import MODELS, core_of, validator_of
from alignplan.model.entry import Entry, blank
from alignplan.model.hedges import Trigger
from alignplan.model.objective import Objective
from alignplan.model.plan import Bands, Lint
from alignplan.model.values import Fault
from alignplan.model.work import Action, Budget, Tactic


def made(model: Any, **said: Any) -> Any:
    """A model by what a file says, where the types of its fields are not those of the file."""
    return model(**said)


def wrong(model: Any, **said: Any) -> list[tuple[str, tuple[Any, ...]]]:
    with pytest.raises(ValidationError) as caught:
        model(**said)
    return [(problem["type"], problem["loc"]) for problem in caught.value.errors()]


def test_a_model_that_is_made_by_hand_is_validated() -> None:
    tactic = made(
        Tactic, title="Open the shop", supports="sell-more", due="2026-11", budget={"planned": "4000"}
    )
    assert tactic.supports == (("sell-more", None),)
    assert tactic.due == date(2026, 11, 30)
    assert tactic.budget == made(Budget, planned="4000")
    assert wrong(Tactic, titel="Open") == [("unexpected_keyword_argument", ("titel",))]
    assert wrong(Tactic, status="open") == [("enum", ("status",))]


def test_a_fault_of_ours_comes_through_pydantic_with_its_code() -> None:
    with pytest.raises(ValidationError) as caught:
        made(Tactic, due="soon")
    fault = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(fault, Fault)
    assert (fault.code, fault.message) == ("E007", "`soon` is not a date or period")


class Report(BaseModel):
    author: str
    about: list[Objective]


def test_a_model_of_somebody_else_may_hold_ours() -> None:
    report = Report.model_validate({"author": "Mia", "about": [{"title": "Sell more", "kpis": ["loaves"]}]})
    assert report.about[0].kpis == ("loaves",)
    assert "Objective" in Report.model_json_schema()["$defs"]


def test_a_key_that_cannot_be_a_name_is_read_as_the_file_writes_it() -> None:
    assert validator_of(Lint).validate_python({"extend-select": "A1"}).extend_select == ("A1",)
    assert wrong(Lint, extend_select="A1") == [("unexpected_keyword_argument", ("extend_select",))]


def test_what_does_not_go_together_is_a_fault() -> None:
    assert made(Bands, on_track="95%").on_track == 95
    assert wrong(Bands, on_track="50%", at_risk="60%") == [("value_error", ())]


def test_a_model_that_holds_itself_is_read_to_any_depth() -> None:
    inner: dict[str, Any] = {"risk": "flood", "occurred": "true"}
    for _ in range(40):
        inner = {"all": inner}
    trigger = validator_of(Trigger).validate_python(inner)
    for _ in range(40):
        (trigger,) = trigger.all
    assert trigger == made(Trigger, risk="flood", occurred="true")
    assert core_of(Trigger)["type"] == "definitions"


@pytest.mark.parametrize(
    "model", [model for model in MODELS.values() if model is not Entry], ids=lambda model: model.__name__
)
def test_pydantic_takes_each_model_for_its_own(model: Any) -> None:
    said = {"value": "4"} if model.__name__ in ("Baseline", "Target") else {}
    said = {"from": "2026", "until": "2027"} if model.__name__ == "Absence" else said
    said = {"low": "4"} if model.__name__ == "Bounds" else said
    said = {"risk": "flood", "occurred": "true"} if model.__name__ == "Trigger" else said
    assert TypeAdapter(model).validate_python(said, context={"year_starts": 0}) == validator_of(
        model
    ).validate_python(said, context={"year_starts": 0})


def test_an_entry_has_room_for_rare_fields_only_where_it_states_one() -> None:
    plain, noted = (
        validator_of(Action).validate_python({"title": "Interview 40 buyers", **more})
        for more in ({}, {"notes": "By telephone"})
    )
    assert type(plain) is Action
    assert type(noted) is not Action
    assert isinstance(noted, Action)
    assert type(noted).__name__ == "Action"
    assert (plain.notes, noted.notes) == ((), ("By telephone",))
    assert plain.__sizeof__() + 100 < noted.__sizeof__()
    assert not hasattr(plain, "__dict__")
    assert not hasattr(noted, "__dict__")
    for entry in (plain, noted):
        with pytest.raises(AttributeError, match="models are frozen"):
            setattr(entry, "notes", ())  # noqa: B010  types forbid it as well


def test_entries_of_both_forms_are_compared_by_what_they_say() -> None:
    plain = made(Action, title="Interview 40 buyers")
    assert plain == validator_of(Action).validate_python({"title": "Interview 40 buyers", "notes": []})
    assert hash(plain) == hash(made(Action, title="Interview 40 buyers", notes="By telephone"))
    assert plain != made(Action, title="Interview 40 buyers", notes="By telephone")
    assert plain == blank(Action, title="Interview 40 buyers")
    assert made(Action, notes="By telephone") == blank(Action, notes=("By telephone",))
    assert repr(made(Action, notes="By telephone")) == "Action(notes=('By telephone',))"


def test_the_faults_of_both_forms_stand_at_the_same_keys() -> None:
    for more in ({}, {"notes": "By telephone"}):
        with pytest.raises(ValidationError) as caught:
            validator_of(Action).validate_python({"effort": "soon", **more})
        (found,) = problems(caught.value)
        assert (found["type"], found["loc"][-1]) == ("E007", "effort")
