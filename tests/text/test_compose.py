"""The YAML writer: what it writes reads back exactly, everywhere, and looks as a person would write it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from alignplan.text.compose import Packed, compose


def as_text(value: Any) -> Any:
    """`value` as a reader without types sees it."""
    if isinstance(value, dict):
        return {as_text(key): as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_text(inner) for inner in value]
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


texts = (
    st.text(max_size=60)
    | st.lists(st.text(max_size=12), max_size=40).map(" ".join)
    | st.text("ab \n\t#:-", max_size=200)
)
scalars = (
    texts
    | st.integers(-(10**9), 10**9)
    | st.booleans()
    | st.none()
    | st.dates()
    | st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9)
    | st.floats(allow_nan=False, allow_infinity=False)
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=30), inner, max_size=4),
    max_leaves=12,
)
plans = st.dictionaries(st.text(max_size=30), values, max_size=4)


@settings(max_examples=300, deadline=None)
@given(plans, st.booleans())
def test_what_is_written_reads_back(plan: dict[str, Any], spaced: bool) -> None:
    written = compose(plan, comment="a\nb", spaced=plan if spaced else ())
    for loader in (yaml.BaseLoader, yaml.CBaseLoader):
        assert (yaml.load(written, Loader=loader) or {}) == as_text(plan)


@settings(max_examples=400, deadline=None)
@given(texts)
@example("no")
@example("2026-01-01")
@example("1:30")
@example("\u2028")
@example("\ufeff")
@example("a\n\n\nb")
@example(" a\nb")
@example("\n")
@example("a " * 80)
@example("a\n")
@example("... a")
def test_a_text_is_a_text_to_readers_of_yaml_1_1_too(text: str) -> None:
    plan = {
        "title": text,
        "list": [text, {"x": text}],
        "flow": {text[:30]: text},
        "section": {"id": {"title": text}},
    }
    written = compose(plan, spaced=["section"])
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert yaml.load(written, Loader=loader) == plan


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.dates(), st.decimals(places=2, min_value=-999, max_value=999), max_size=40))
def test_a_packed_mapping_reads_back(series: dict[date, Decimal]) -> None:
    plan = {
        "kpis": {"share": {"values": Packed(series)}},
        "list": [{"of": "target", "values": Packed(series)}],
    }
    written = compose(plan)
    assert yaml.load(written, Loader=yaml.CBaseLoader) == as_text(plan)
    assert all(len(line) <= 100 for line in written.splitlines())


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_a_comment_stays_a_comment(comment: str) -> None:
    assert yaml.load(compose({"a": 1}, comment=comment), Loader=yaml.CBaseLoader) == {"a": "1"}


@pytest.mark.parametrize(
    "text",
    ["no", "On", "y", "null", "~", "012", "0o17", "0x1F", "1_000", "1:30", "1.10", "1e3", "+5", ".5", "-1", "1,200", "2026-01-01",
     "2026-01-01 10:00:00", ".inf", "=", "<<", "", " x", "x ", "- x", "? x", "a: b", "a #b", "a:", "#x", "&x", "*x", "!x", "%x",
     "@x", "`x", "'x'", '"x"', "[x]", "{x}", "x\ty", "...", "--- x"],
)  # fmt: skip
def test_what_some_reader_takes_for_something_else_is_quoted(text: str) -> None:
    assert compose({"title": text}).startswith('title: "')


@pytest.mark.parametrize(
    "text", ["Customers come first", "98 % of orders", "1.1-moratorium", "it's", "a:b", "a#b", "C&A", "x, y", "[x", "Ä", "🚀 up", "$", "no more"]
)  # fmt: skip
def test_what_is_plain_to_all_stays_plain(text: str) -> None:
    if text == "[x":
        assert compose({"title": text}) == 'title: "[x"\n'
    else:
        assert compose({"title": text}) == f"title: {text}\n"


def test_a_plan_looks_as_a_person_would_write_it() -> None:
    plan = {
        "alignplan": 1,
        "plan": {
            "title": "Northwind 2030",
            "description": "Every household in the region eats one Northwind product a week, and is glad of it, and tells others.",
            "horizon": {"start": date(2026, 1, 1), "due": date(2030, 12, 31)},
            "notes": "* one\n* two",
        },
        "include": ["objectives.yaml"],
        "values": {"first": "Customers come first", "open": "We say what we know", "long": {"title": "A value", "description": "Said."}},
        "objectives": {
            "share": {
                "title": "Capture 25 % of the market",
                "code": "1.2",
                "strategic": True,
                "kpis": {"k": {"title": "Share", "unit": "%", "target": {"date": date(2030, 12, 31), "value": Decimal("25.50")}}},
            },
            "empty": {"title": "2026-01-01", "kpis": {}, "tags": []},
        },
    }  # fmt: skip
    assert (
        compose(plan, comment="Imported from x.xml", spaced=["values", "objectives"])
        == """\
# Imported from x.xml
alignplan: 1
plan:
  title: Northwind 2030
  description: >-
    Every household in the region eats one Northwind product a week, and is glad of it, and tells
    others.
  horizon: {start: 2026-01-01, due: 2030-12-31}
  notes: |-
    * one
    * two
include: [objectives.yaml]

values:
  first: Customers come first
  open: We say what we know

  long:
    title: A value
    description: Said.

objectives:
  share:
    title: Capture 25 % of the market
    code: "1.2"
    strategic: true
    kpis:
      k:
        title: Share
        unit: "%"
        target: {date: 2030-12-31, value: 25.50}

  empty:
    title: "2026-01-01"
    kpis: {}
    tags: []
"""
    )


def test_control_and_direction_characters_are_escaped() -> None:
    assert compose({"t": "a\x1b[31m\u202eb\u2028\x85\ufeff\U000e0001"}) == (
        't: "a\\x1b[31m\\u202eb\\u2028\\x85\\ufeff\\U000e0001"\n'
    )


def test_a_comment_cannot_break_out_of_its_line() -> None:
    assert compose({"a": 1}, comment="x\u2028y: 1\rz") == "# x\\u2028y: 1\\rz\na: 1\n"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), "\ud800"])
def test_what_yaml_cannot_hold_is_an_error(value: object) -> None:
    with pytest.raises(ValueError, match=r"cannot be written"):
        compose({"a": value})


def test_a_key_beyond_the_parsers_limit_is_an_error() -> None:
    with pytest.raises(ValueError, match="key of more than 1000"):
        compose({"k" * 1001: 1})


@pytest.mark.parametrize("value", [datetime.max.replace(tzinfo=UTC), object(), b"x"])
def test_other_types_are_an_error(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be written as YAML"):
        compose({"a": value})
