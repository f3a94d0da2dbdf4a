"""Each field of the format: what it takes, what it refuses, and that the schema for editors says the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.model.fields import COMMON, DOCUMENTED, ONLY_FOR_CHECK, REFUSED, TAKEN
from tests.model.reading import PLACES, core, plan_with, read, schema_faults, told

from alignplan.model import fields as model_fields
from alignplan.model import hedges, measures, people, plan, work
from alignplan.model.kinds import Kind
from alignplan.model.plan import PlanFile
from alignplan.model.schema import plan_schema
from alignplan.model.sections import MODELS

MODEL_OF: dict[str, Any] = {
    **{kind.value: model for kind, model in {**MODELS, **model_fields.CHILD_MODELS}.items()},
    "file": PlanFile,
    "plan": plan.Plan,
    "horizon": plan.Horizon,
    "health": plan.Bands,
    "lint": plan.Lint,
    "absence": people.Absence,
    "baseline": measures.Baseline,
    "target": measures.Target,
    "range": measures.Bounds,
    "budget": work.Budget,
    "trigger": hedges.Trigger,
}
ENTRIES = [kind for kind, names in DOCUMENTED.items() if set(COMMON) <= set(names)]
NEEDED = {
    ("file", "alignplan"),
    ("file", "plan"),
    ("plan", "title"),
    ("baseline", "value"),
    ("target", "value"),
    ("absence", "from"),
    ("absence", "until"),
}


FOUND: dict[str, Callable[[Any], Any]] = {
    "file": lambda file: file,
    "plan": lambda file: file.plan,
    "horizon": lambda file: file.plan.horizon,
    "health": lambda file: file.plan.health,
    "lint": lambda file: file.lint,
    "value": lambda file: file.values["one"],
    "finding": lambda file: file.position["one"],
    "expectation": lambda file: file.stakeholders["one"].expectations["two"],
    "person": lambda file: file.people["one"],
    "absence": lambda file: file.people["one"].leave[0],
    "kpi": lambda file: file.objectives["one"].kpis["two"],
    "baseline": lambda file: file.kpis["one"].baseline,
    "target": lambda file: file.kpis["one"].target,
    "range": lambda file: file.kpis["one"].range,
    "budget": lambda file: file.tactics["one"].budget,
    "action": lambda file: file.tactics["one"].actions["two"],
    "milestone": lambda file: file.tactics["one"].milestones["two"],
    "contingency": lambda file: file.tactics["one"].contingencies["two"],
    "trigger": lambda file: file.risks["one"].contingencies["two"].when,
}


def found(kind: str, file: Any) -> Any:
    """The entry that :data:`PLACES` writes for a kind."""
    return FOUND[kind](file) if kind in FOUND else getattr(file, f"{kind}s")["one"]


def attribute(kind: str, name: str) -> str:
    return {"from": "from_", "for": "for_"}.get(name, name.replace("-", "_"))


def case_id(case: Any) -> str:
    return " ".join(case[:3]) if isinstance(case, tuple) else str(case)


def test_every_kind_of_entry_has_a_place_and_a_model() -> None:
    assert PLACES.keys() == DOCUMENTED.keys() == MODEL_OF.keys()
    assert {kind.value for kind in Kind} <= DOCUMENTED.keys()


@pytest.mark.parametrize("kind", DOCUMENTED)
def test_the_models_have_the_documented_fields_and_no_others(kind: str) -> None:
    assert sorted(model_fields.field_names(MODEL_OF[kind])) == sorted(DOCUMENTED[kind])


@pytest.mark.parametrize("kind", DOCUMENTED)
def test_every_field_is_tried_with_a_value_it_takes_and_one_it_refuses(kind: str) -> None:
    own = {name for name in DOCUMENTED[kind] if name not in COMMON}
    assert {name for one, name, *_ in TAKEN if one == kind} == own
    assert {name for one, name, *_ in REFUSED if one == kind} == own


@pytest.mark.parametrize("case", TAKEN, ids=case_id)
def test_takes(case: tuple[str, str, str, Any]) -> None:
    kind, name, value, expected = case
    text = plan_with(kind, f"{name}: {value}")
    bound = read(text)
    assert told(bound) == []
    if expected is not ...:
        assert getattr(found(kind, bound.file), attribute(kind, name)) == expected
    assert schema_faults(text) == []


@pytest.mark.parametrize("case", REFUSED, ids=case_id)
def test_refuses(case: tuple[str, str, str, str]) -> None:
    kind, name, value, code = case
    text = plan_with(kind, f"{name}: {value}")
    bound = read(text)
    assert {one.code for one in bound.findings} == {code}, told(bound)
    assert len({(one.place, one.message) for one in bound.findings}) == 1, told(bound)
    assert all(one.help for one in bound.findings), "the next step is missing"
    assert bool(schema_faults(text)) is not (case[:3] in ONLY_FOR_CHECK or "2026-02-30" in value)


@pytest.mark.parametrize("kind", ENTRIES)
@pytest.mark.parametrize("name", COMMON)
def test_every_entry_has_the_common_fields(kind: str, name: str) -> None:
    several = name in ("notes", "tags", "links")
    for value, texts in (
        ("a text", ["a text"]),
        ("1.10", ["1.10"]),
        ("no", ["no"]),
        ("'2026'", ["2026"]),
        ("true", ["true"]),
    ):
        text = plan_with(kind, f"{name}: {value}")
        assert getattr(found(kind, read(text).file), name) == (tuple(texts) if several else texts[0])
        assert schema_faults(text) == []
    for value in ("{}", "[[a]]" if several else "[a]"):
        text = plan_with(kind, f"{name}: {value}")
        assert [code for code, _, _ in told(read(text))] == ["E006"]
        assert schema_faults(text)


@pytest.mark.parametrize("kind", DOCUMENTED)
def test_a_key_with_nothing_after_it_is_left_out(kind: str) -> None:
    filled = {"baseline": "value: 1, ", "target": "value: 1, ", "range": "low: 1, ", "absence": "from: 2026, until: 2027, ",
              "trigger": "risk: r, occurred: true, ", "file": "alignplan: 1, plan: {title: x}, "}  # fmt: skip
    start = filled.get(kind, "")
    said = {part.partition(":")[0].strip() for part in start.split(",")}
    names = [name for name in DOCUMENTED[kind] if name not in said and (kind, name) not in NEEDED]
    empty, full = plan_with(kind, start + ", ".join(f"{name}: ~" for name in names)), plan_with(kind, start)
    bound = read(empty)
    assert told(bound) == []
    assert schema_faults(empty) == []
    left_out = read(full)
    for name in names:
        there, absent = (getattr(found(kind, one.file), attribute(kind, name)) for one in (bound, left_out))
        assert there == absent or (not there and not absent), name


@pytest.mark.parametrize("kind", DOCUMENTED)
def test_an_unknown_key_is_told_with_the_nearest_known_one(kind: str) -> None:
    name = [name for name in DOCUMENTED[kind] if not name.startswith("activat")][-1]
    misspelt = f"{name}s"
    start = {"baseline": "value: 1, ", "target": "value: 1, ", "range": "low: 1, ", "absence": "from: 2026, until: 2027, ",
             "trigger": "risk: r, occurred: true, ", "file": "alignplan: 1, plan: {title: x}, "}.get(kind, "")  # fmt: skip
    text = plan_with(kind, f"{start}{misspelt}: a")
    (finding,) = read(text).findings
    assert (finding.code, finding.message) == ("E004", f"unknown key `{misspelt}`")
    assert finding.help == f"did you mean `{name}`?"
    assert schema_faults(text)


@pytest.mark.parametrize("kind", DOCUMENTED)
def test_keys_of_ones_own_are_never_judged(kind: str) -> None:
    start = {"baseline": "value: 1, ", "target": "value: 1, ", "range": "low: 1, ", "absence": "from: 2026, until: 2027, ",
             "trigger": "risk: r, occurred: true, ", "file": "alignplan: 1, plan: {title: x}, "}.get(kind, "")  # fmt: skip
    text = plan_with(kind, start + "x-mine: {a: [1, {b: ~}]}, x-: 5")
    assert told(read(text)) == []
    assert schema_faults(text) == []


@pytest.mark.parametrize(
    "inner", ["actuals: {2026-01-01: {value: 1, x-by: mia}}", "checkpoints: {2026: {value: 1, x-: ~}}"]
)
def test_even_in_the_smallest_mappings(inner: str) -> None:
    text = plan_with("kpi", inner)
    assert told(read(text)) == []
    assert schema_faults(text) == []


def test_the_schema_is_one_and_describes_every_field() -> None:
    schema = plan_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema == plan_schema()
    for name, definition in [("PlanFile", schema), *schema["$defs"].items()]:
        if "properties" in definition:
            assert definition["description"], name
            assert all(field["description"] for field in definition["properties"].values()), name


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("", True),
        ("[]", True),
        ("objectives: {a: b}", False),
        ("alignplan: 1\nplan: {title: x}", False),
        ("alignplan: 1", True),
        ("plan: {title: x}", True),
        ("alignplan: 1\nplan: {}", True),
        ("alignplan: 1\nplan: {title: }", True),
        ("alignplan: 2\nplan: {title: x}", True),
        ("alignplan: 1.0\nplan: {title: x}", False),
        ("include: [a.yaml]", True),
        ("lint: {}", True),
        ("x-any: 1", False),
        ("objectives:\ntactics:\n", False),
    ],
)
def test_the_schema_knows_a_root_file_by_what_stands_in_it(text: str, refused: bool) -> None:
    assert bool(schema_faults(text)) is ((refused and core(text) is not None) or text == "")
