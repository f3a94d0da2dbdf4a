"""Any measurement into any plan: it reads back as it was recorded, and every other line stays as it was."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from alignplan.cli.changing import manuscript_of, new_texts
from alignplan.editing.recording.interface import Measurement
from alignplan.editing.recording.order import Days
from alignplan.editing.recording.record import record
from alignplan.errors import Misuse
from alignplan.model.values import Point
from alignplan.workspace import Plan

TODAY = date(2026, 11, 22)
ROOT = "/nowhere/alignplan.yaml"
DAYS = st.integers(0, 400).map(lambda number: TODAY - timedelta(number))
NUMBERS = st.one_of(
    st.integers(-10_000, 10_000).map(str),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: f"{number:.3f}"),
    st.sampled_from(["18%", "+5", "1e3", "true", ".5", "-0"]),
)
NOTES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60).map(
    lambda text: " ".join(text.split())
)
SERIES = st.lists(st.tuples(DAYS, NUMBERS), unique_by=lambda pair: pair[0], max_size=12)


def _block(days: list[tuple[date, str]], quote: str) -> str:
    lines = [f"      {quote}{day}{quote}: {value}  # {value}" for day, value in days]
    return "\n".join(["    actuals:  # values", *lines])


def _flow(days: list[tuple[date, str]], quote: str) -> str:
    return "    actuals: {" + ", ".join(f"{quote}{day}{quote}: {value}" for day, value in days) + "}"


@st.composite
def plans(draw: st.DrawFn) -> str:
    """A plan with one KPI, its values written in some way."""
    days = sorted(draw(SERIES), reverse=draw(st.booleans()))
    written = draw(st.sampled_from([_block, _flow]))(days, draw(st.sampled_from(["", "'", '"'])))
    after = draw(
        st.sampled_from(["", "\n    notes: |\n      one\n\n      two", "\n  # the end", "\n    tags: [a]"])
    )
    text = f"alignplan: 1\nplan: {{title: P}}\nkpis:\n  k:\n    title: K\n{written}{after}"
    text += draw(st.sampled_from(["", "\n", "\n\n"]))
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


@given(plans(), DAYS, NUMBERS, NOTES, st.booleans())
@settings(max_examples=120, deadline=None)
def test_what_was_recorded_is_read_and_the_rest_stays(
    text: str, day: date, value: str, note: str, instead: bool
) -> None:
    before = Plan(ROOT, TODAY, drafts={"alignplan.yaml": text.encode()})
    old = {point.day: point for point in _points(before)}
    said = [Measurement("k", day.isoformat(), value, note)]
    manuscript = manuscript_of(before, before.source.read, str)
    try:
        texts = new_texts(manuscript, record(manuscript, said, TODAY, {}, instead=instead))
    except Misuse:
        assert not instead
        assert day in old
        return
    new = texts[0].after if texts else text
    after = Plan(ROOT, TODAY, drafts={"alignplan.yaml": new.encode()})
    assert after.loaded.findings == before.loaded.findings
    number = {"true": 1.0}.get(value) or float(value.removesuffix("%"))
    wanted = {**old, day: Point(day, number, note or (old[day].note if day in old else ""))}
    assert {point.day: point for point in _points(after)} == wanted
    _see_lines(text, new)
    assert _keys(after) == _placed(_keys(before), day)


def _points(plan: Plan) -> tuple[Point, ...]:
    points = plan.items.top["k"].model.actuals or ()
    assert isinstance(points, tuple)
    return points


def _keys(plan: Plan) -> list[date]:
    manuscript = manuscript_of(plan, plan.source.read, str)
    said = manuscript.said(plan.items.top["k"])["actuals"] or {}
    return [date.fromisoformat(key) for key in said]


def _placed(days: list[date], day: date) -> list[date]:
    falling = len(days) > 1 and days[0] > days[1]
    return sorted({*days, day}, reverse=falling)


def _see_lines(old: str, new: str) -> None:
    """Apart from at most one line that became another and two new ones, all lines are the same, to the byte."""
    before, after = old.split("\n"), new.split("\n")
    head = next(
        (at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    assert len(before) - tail - head <= 1
    assert len(after) - tail - head <= 2


@given(st.lists(DAYS, unique=True, min_size=1, max_size=8), DAYS, st.booleans())
def test_a_new_day_goes_among_the_others_in_their_order(days: list[date], day: date, falling: bool) -> None:
    listed = sorted(days, reverse=falling)
    if day in listed:
        return
    above = Days([(one, one) for one in listed]).above(day)
    at = 0 if above is None else listed.index(above) + 1
    placed = [*listed[:at], day, *listed[at:]]
    assert placed == sorted(placed, reverse=falling and len(listed) > 1)
