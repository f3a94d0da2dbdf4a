"""Risks and contingencies for people: figures in tables, words beside or below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from alignplan.analysis.armed import Call, Contingency
from alignplan.analysis.assessment import Assessment
from alignplan.analysis.exposure import Exposure, RiskState, mitigations
from alignplan.analysis.ownership import owner_of
from alignplan.analysis.register import Register
from alignplan.analysis.wording import money_text
from alignplan.graph.nodes import Node
from alignplan.output.document import Align, Block, Cell, Column, Facts, Row, Table, Tone
from alignplan.output.readable import UNKNOWN, day, percent, word
from alignplan.views.risks.signs import LEVELS

__all__ = ["narrow", "summary", "together", "wide"]

_CALLS = {
    Call.ARMED: ("▲ armed", Tone.BAD),
    Call.ACTIVATED: ("● activated", Tone.GOOD),
    Call.WAITING: ("○ waiting", Tone.PLAIN),
    Call.UNKNOWN: ("○ unknown", Tone.WARN),
    Call.NO_TRIGGER: ("– no trigger", Tone.MUTED),
    Call.STANDING_BY: ("– standing by", Tone.MUTED),
    Call.OVER: ("– over", Tone.MUTED),
}


def summary(found: Register, currency: str | None) -> str:
    """How many risks there are, what they amount to in money, and how many contingencies are armed."""
    told = []
    if found.risks:
        told.append(_counted("risk", (one.state.value for one in found.risks), RiskState))
    if found.total is not None:
        of = "1 risk" if found.total.counted == 1 else f"{found.total.counted} risks"
        more = f", {found.total.unknown} more unknown" if found.total.unknown else ""
        told.append(f"Exposure in money: {money_text(found.total.amount, currency)} ({of}{more}).")
    if found.contingencies:
        told.append(_counted("contingency", (one.call.value for one in found.contingencies), Call))
    return " ".join(told)


def _counted(name: str, words: Iterator[str], order: type[Call] | type[RiskState]) -> str:
    counts = Counter(words)
    listed = ", ".join(
        f"{counts[one.value]} {one.value.replace('_', ' ')}" for one in order if counts[one.value]
    )
    several = counts.total() != 1
    plural = f"{name.removesuffix('y')}ies" if name.endswith("y") else f"{name}s"
    return f"{counts.total()} {plural if several else name}: {listed}."


def wide(found: Register, plan: Assessment) -> list[Block]:
    """All in two tables, a row for each risk and for each contingency."""
    blocks = _alarm(found, plan)
    if found.risks:
        blocks.append(
            _table(_risk_columns(found, plan), [_risk_cells(one, plan) for one in found.risks], "Risks")
        )
    if found.contingencies:
        cells = [_contingency_cells(one, plan) for one in found.contingencies]
        blocks.append(_table(_CONTINGENCIES, cells, "Contingencies"))
    return blocks


def together(found: Register, plan: Assessment) -> Table:
    """What can change of all of them in one table: a row for each risk, then for each contingency."""
    keys = ("id", "probability", "impact", "exposure_level", "exposure", "state", "response")
    columns = [column for column in _risk_columns(found, plan) if column.key in keys]
    columns[0] = Column("risk or contingency", "id")
    columns += [column for column in _CONTINGENCIES if column.key in ("since", "activated")]
    cells = [_risk_cells(one, plan) for one in found.risks]
    cells += [_contingency_cells(one, plan) for one in found.contingencies]
    rows = (Row(tuple(row.get(column.key, Cell("", None)) for column in columns)) for row in cells)
    return Table(tuple(columns), tuple(rows))


def narrow(found: Register, plan: Assessment) -> list[Block]:
    """The same in less room: figures in tables, words below them."""
    blocks = _alarm(found, plan)
    if found.risks:
        columns = [column for column in _risk_columns(found, plan) if column.key in _FIGURES]
        cells = [_risk_cells(one, plan) for one in found.risks]
        blocks.append(_table(columns, cells, "Risks"))
        blocks.append(
            Facts(tuple((one.node.id, Cell(_answered(one, plan))) for one in found.risks), "What is done")
        )
    if found.contingencies:
        columns = [column for column in _CONTINGENCIES if column.key in _STANDING]
        cells = [_contingency_cells(one, plan) for one in found.contingencies]
        blocks.append(_table(columns, cells, "Contingencies"))
        says = tuple((one.node.id, Cell(_said(one, plan))) for one in found.contingencies)
        blocks.append(Facts(says, "What the triggers say"))
    return blocks


def _said(one: Contingency, plan: Assessment) -> str:
    """What its trigger says, and what it calls."""
    calls = f"activates {_named(one.activates, plan)}" if one.activates else ""
    return "; ".join(part for part in (one.words or "no trigger", calls) if part)


def _alarm(found: Register, plan: Assessment) -> list[Block]:
    """What is armed, and what is to be done: first, since it cannot wait."""
    armed = tuple(
        (one.node.id, Cell(_due(one, plan), tone=Tone.BAD)) for one in found.contingencies if one.armed
    )
    return [Facts(armed, "Armed: to be decided now")] if armed else []


def _due(one: Contingency, plan: Assessment) -> str:
    course = one.course(plan)
    since = f" (since {course.since})" if course is not None and course.since is not None else ""
    then = f" Then: {one.node.model.then}" if one.node.model.then else ""
    calls = f" Activates: {_named(one.activates, plan)}." if one.activates else ""
    owner = owner_of(one.node)
    return f"▲ {one.words}{since}.{f'{then}.' if then and then[-1] not in '.!?' else then}{calls}" + (
        f" Owner: {owner}." if owner else ""
    )


def _table(columns: Sequence[Column], rows: Sequence[Mapping[str, Cell]], title: str) -> Table:
    cells = (Row(tuple(row[column.key] for column in columns)) for row in rows)
    return Table(tuple(columns), tuple(cells), title)


_FIGURES = ("id", "probability", "impact", "exposure_level", "exposure", "review")


def _risk_columns(found: Register, plan: Assessment) -> list[Column]:
    """The columns of risks; one for money only where an impact is an amount of it."""
    currency = plan.graph.plan.model.currency
    money = Column(f"in {currency}" if currency else "in money", "exposure", Align.RIGHT)
    return [
        Column("risk", "id"),
        Column("likely", "probability", Align.RIGHT),
        Column("impact", "impact", Align.RIGHT),
        Column("exposure", "exposure_level"),
        *([money] if found.total is not None else []),
        Column("state", "state"),
        Column("response", "response"),
        Column("owner", "owner"),
        Column("review", "review"),
        Column("mitigated by", "mitigated_by"),
        Column("title", "title", shrink=True),
    ]


def _risk_cells(one: Exposure, plan: Assessment) -> dict[str, Cell]:
    model = one.node.model
    return {
        "id": Cell(one.node.id),
        "probability": percent(model.probability),
        "impact": _impact(model.impact),
        "exposure_level": _level(one.level),
        "exposure": _money(one.amount),
        "state": Cell(_state(one) or "open", tone=Tone.PLAIN if one.is_open else Tone.MUTED),
        "response": word(model.response),
        "owner": word(owner_of(one.node)),
        "review": _review(one, plan),
        "title": Cell(one.node.title),
        "mitigated_by": word(_named(mitigations(one.node, plan), plan) or None),
    }


def _state(one: Exposure) -> str:
    if one.state is RiskState.CLOSED:
        return f"closed {one.node.model.closed}" if one.node.model.closed else "closed"
    return f"occurred {one.node.model.occurred}" if one.state is RiskState.OCCURRED else ""


def _review(one: Exposure, plan: Assessment) -> Cell:
    when = one.node.model.review
    if when is None or when >= plan.today or not one.is_open:
        return day(when)
    return Cell(f"{when} (passed)", when.isoformat(), Tone.WARN)


def _impact(value: str | float | None) -> Cell:
    return _money(value) if not isinstance(value, str) else Cell(value)


def _money(value: float | None) -> Cell:
    return Cell(UNKNOWN, None, Tone.MUTED) if value is None else Cell(money_text(value, None), value)


def _level(value: str | None) -> Cell:
    if value is None:
        return Cell(UNKNOWN, None, Tone.MUTED)
    text, tone = LEVELS[value]
    return Cell(text, str(value), tone)


def _named(nodes: Sequence[Node], plan: Assessment) -> str:
    """Tactics with their status."""
    return ", ".join(f"{node.id} ({_status(node, plan)})" for node in nodes)


def _status(node: Node, plan: Assessment) -> str:
    return "standing by" if plan.stands_by(node) else str(plan.status(node))


def _answered(one: Exposure, plan: Assessment) -> str:
    """In one line: what happened, the response, who watches it, and what makes it smaller."""
    owner, tactics = owner_of(one.node), _named(mitigations(one.node, plan), plan)
    response = one.node.model.response or "no response"
    told = f"{response} ({owner})" if owner else f"{response}, no owner"
    parts = [_state(one), told + (f": {tactics}" if tactics else "")]
    return "; ".join(part for part in parts if part)


_CONTINGENCIES = (
    Column("contingency", "id"),
    Column("state", "state"),
    Column("held since", "since"),
    Column("first held", "first_held"),
    Column("activated", "activated"),
    Column("activates", "activates"),
    Column("owner", "owner"),
    Column("trigger", "says"),
)
_STANDING = ("id", "state", "since", "activated")


def _contingency_cells(one: Contingency, plan: Assessment) -> dict[str, Cell]:
    course = one.course(plan)
    text, tone = _CALLS[one.call]
    return {
        "id": Cell(one.node.id),
        "state": Cell(text, one.call.value, tone),
        "since": day(course.since if course is not None else None),
        "first_held": day(course.first if course is not None else None),
        "activated": day(one.activated),
        "activates": word(_named(one.activates, plan) or None),
        "owner": word(owner_of(one.node)),
        "says": word(one.words or None),
    }
