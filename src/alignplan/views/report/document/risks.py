"""What may go wrong, and what is done then."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.exposure import Exposure, mitigations
from alignplan.analysis.ownership import owner_of
from alignplan.analysis.wording import money_text, percent_text
from alignplan.graph.nodes import Node
from alignplan.output.document import Cell, Column, Row, Table
from alignplan.output.pictures.risks import heat_map
from alignplan.output.readable import UNKNOWN
from alignplan.output.reports.interface import Answer, Drawing, Heading, Part, Section
from alignplan.views.pictures.risks import drawn
from alignplan.views.report.interface import Seen
from alignplan.views.report.triggers import condition
from alignplan.views.report.wording import also, day, listing, quoted, said
from alignplan.views.risks import answer

__all__ = ["ORDER", "section"]

ORDER = 80
_COLUMNS = (
    Column("contingency", "title"),
    Column("when", "when"),
    Column("what is done", "then"),
    Column("who decides", "owner"),
)


def section(seen: Seen) -> Section | None:
    """None where the plan has neither risks nor contingencies."""
    found, plan = seen.register, seen.plan
    if not found:
        return None
    parts: list[Part] = []
    hot = drawn(plan, seen.all)
    if hot is not None:
        parts.append(Drawing("risks", lambda: [heat_map(hot)]))
    for one in found.risks:
        parts.append(Heading(one.node.title))
        parts += _risk(seen, one)
    rows = tuple(Row(tuple(_cells(seen, one.node))) for one in found.contingencies)
    if rows:
        parts += [Heading("Contingencies"), Table(_COLUMNS, rows)]
    size = 700 * (len(found.risks) + len(found.contingencies))
    return Section(
        "risks",
        "Risks and contingencies",
        "",
        tuple(parts),
        {"risks": Answer(lambda: answer(found, plan), size)},
    )


def _risk(seen: Seen, one: Exposure) -> Iterator[Part]:
    more = also(one.node)
    if more is not None:
        yield more
    sentences = " ".join(_sentences(seen, one))
    if sentences:
        yield said(sentences)


def _sentences(seen: Seen, one: Exposure) -> Iterator[str]:
    plan, model = seen.plan, one.node.model
    threatened = [quoted(link.target) for link in plan.graph.linked(one.node, "threatens")]
    if threatened:
        yield f"It threatens {listing(threatened)}."
    if model.probability is not None:
        yield f"Its probability is {percent_text(model.probability)}."
    if model.impact is not None:
        impact = (
            model.impact
            if isinstance(model.impact, str)
            else money_text(model.impact, plan.graph.plan.model.currency)
        )
        yield f"Its impact is {impact}."
    if model.response is not None:
        yield f"The response is to {model.response.value} it."
    helping = [quoted(node) for node in mitigations(one.node, plan)]
    if helping:
        yield f"{listing(helping)} {'makes' if len(helping) == 1 else 'make'} it smaller."
    owner = owner_of(one.node)
    if owner is not None:
        yield f"{seen.names.get(owner, owner)} watches it."
    for name, words in (
        ("review", "It is looked at again on"),
        ("occurred", "It happened on"),
        ("closed", "It is closed since"),
    ):
        when = getattr(model, name)
        if when is not None:
            yield f"{words} {day(when)}."


def _cells(seen: Seen, node: Node) -> Iterator[Cell]:
    plan, model = seen.plan, node.model
    above = f"\n{node.parent.title}" if node.parent is not None else ""
    yield Cell(f"{node.title}{above}")
    yield Cell(UNKNOWN if model.when is None else condition(seen, node, model.when))
    called = [quoted(link.target) for link in plan.graph.linked(node, "activates")]
    done = [model.then] if model.then else []
    if called:
        done.append(f"Activates {listing(called)}.")
    yield Cell("\n".join(done) or UNKNOWN)
    owner = owner_of(node)
    yield Cell(UNKNOWN if owner is None else seen.names.get(owner, owner))
