"""Records are dataclasses like any other, but frozen, small and cheap to define."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from alignplan.records import record


@record
class Step:
    """A step with a name."""

    name: str
    days: int = 1
    after: list[str] = field(default_factory=list)


@record
class Nothing:
    """A record without fields."""


@record
class Checked:
    """A record that looks at what it was given."""

    share: float

    def __post_init__(self) -> None:
        if self.share < 0:
            raise ValueError("below 0")


@record
class Long(Step):
    """A record that says more than another."""

    note: str = "long"


def test_a_record_is_made_by_place_or_by_name() -> None:
    step = Step("paint", after=["plaster"])
    assert (step.name, step.days, step.after) == ("paint", 1, ["plaster"])
    assert step == Step(name="paint", days=1, after=["plaster"])
    assert Step("paint").after is not Step("paint").after
    assert Long("paint", 2, note="two coats").note == "two coats"
    assert (Long("paint").days, Step("paint").days) == (1, 1)
    assert Nothing() == Nothing()


def test_what_is_missing_or_too_much_is_told_as_python_does() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Step()  # type: ignore[call-arg]  # what is tried here
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        Step("paint", colour="red")  # type: ignore[call-arg]  # what is tried here
    with pytest.raises(ValueError, match="below 0"):
        Checked(-1)


def test_a_record_cannot_be_changed() -> None:
    step = Step("paint")
    with pytest.raises(FrozenInstanceError, match="cannot change `name` of a Step"):
        step.name = "plaster"  # type: ignore[misc]  # what is tried here
    with pytest.raises(FrozenInstanceError):
        del step.name
    assert not hasattr(step, "__dict__")


def test_records_are_the_same_when_kind_and_fields_are() -> None:
    assert Long("paint") != Step("paint")
    assert Checked(1) != object()
    assert hash(Checked(1)) == hash(Checked(1))
    assert {Checked(1): "whole"}[Checked(1.0)] == "whole"
    assert repr(Step("paint")) == "Step(name='paint', days=1, after=[])"


def test_the_tools_for_dataclasses_know_records() -> None:
    assert [entry.name for entry in fields(Long)] == ["name", "days", "after", "note"]
    assert replace(Step("paint"), days=3) == Step("paint", 3)
    assert copy.deepcopy(Long("paint")) == Long("paint")
    assert pickle.loads(pickle.dumps(Long("paint", 4))) == Long("paint", 4)
    match Step("paint", 2):
        case Step(name, days):
            assert (name, days) == ("paint", 2)
