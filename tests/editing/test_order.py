"""Where a new field is put among the others."""

from __future__ import annotations

import pytest

from alignplan.editing.order import beside, in_order, keys_of, model_of
from alignplan.model.fields import field_names
from alignplan.model.kinds import Kind


@pytest.mark.parametrize(
    ("key", "keys", "kind", "place"),
    [
        ("owner", ["title", "supports", "due", "actions"], Kind.TACTIC, ("supports", None)),
        ("status", ["title", "due", "actions"], Kind.TACTIC, ("due", None)),
        ("finished", ["title", "due", "status", "priority"], Kind.TACTIC, ("status", None)),
        ("notes", ["title", "supports", "actions", "milestones"], Kind.TACTIC, ("supports", None)),
        ("title", ["owner", "actions"], Kind.TACTIC, (None, "owner")),
        ("title", [], Kind.TACTIC, (None, None)),
        ("milestones", ["title", "actions", "contingencies"], Kind.TACTIC, ("actions", None)),
        ("x-cost", ["title", "x-a", "actions"], Kind.TACTIC, ("x-a", None)),
        # Whoever has an order of their own keeps it: the place with the fewest on the wrong side.
        ("owner", ["notes", "title", "due"], Kind.TACTIC, ("title", None)),
        ("notes", ["title", "satisfies", "responds_to", "budget", "moves"], Kind.TACTIC, ("moves", None)),
        ("target", ["title", "kind", "unit", "baseline", "actuals"], Kind.KPI, ("baseline", None)),
        ("horizon", ["title", "vision"], Kind.PLAN, ("vision", None)),
    ],
)
def test_beside_what_it_goes_with(
    key: str, keys: list[str], kind: Kind, place: tuple[str | None, str | None]
) -> None:
    assert beside(key, keys, kind) == place


@pytest.mark.parametrize("kind", Kind)
def test_every_key_has_a_place(kind: Kind) -> None:
    assert sorted(key for key in keys_of(kind) if key != "x-") == sorted(field_names(model_of(kind)))


def test_dates_and_how_far_it_is_stand_together() -> None:
    entry = dict.fromkeys(["finished", "x-y", "notes", "due", "status", "owner", "title", "start"], "")
    assert list(in_order(entry, Kind.ACTION)) == [
        "title", "owner", "start", "due", "status", "finished", "notes", "x-y",
    ]  # fmt: skip
