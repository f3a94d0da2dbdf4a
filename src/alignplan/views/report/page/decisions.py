"""What the figures say should change, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import DecisionStatus
from alignplan.output.document import Block, Cell, Column, Facts, Prose, Row, Table, Tone
from alignplan.output.readable import day, word
from alignplan.output.reports.interface import Answer, Fold, Heading, Part, Section
from alignplan.views.recalibrate import answer, blocks
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 100


def section(seen: Seen) -> Section | None:
    """Proposals with their evidence, then the decisions that the plan records; none where there are neither."""
    found = seen.recalibration
    decided = list(seen.plan.graph.kinds[Kind.DECISION])
    if not found.proposals and not decided:
        return None
    parts: list[Part] = []
    if found.proposals:
        parts.append(Heading("To decide on"))
        parts += _proposals(blocks(found, seen.beside.spot))
    if decided:
        parts.append(Heading("Decided"))
        parts.append(_decisions(seen, decided))
    lead = "What the figures say should change, the most at stake first, each with its evidence and its edit."
    answers = {"recalibrate": Answer(lambda: answer(found, seen.beside.spot), 2500 * len(found.proposals))}
    return Section(
        "decisions", "Decisions and proposals", lead if found.proposals else "", tuple(parts), answers
    )


def _proposals(found: list[Block]) -> Iterator[Part]:
    """Each by itself; what is not known can be opened."""
    for block in found:
        if isinstance(block, Facts) and block.title != "Decided already":
            yield block
        elif isinstance(block, Prose) and len(block.lines) > 1:
            rest = Prose(
                tuple(Cell(line.text.removeprefix("- "), tone=Tone.MUTED) for line in block.lines[1:])
            )
            yield Fold("Not known", (rest,))


_COLUMNS = (
    Column("decision", "id"),
    Column("on", "date"),
    Column("status", "status"),
    Column("by", "owner"),
    Column("about", "about"),
    Column("why", "why"),
)


def _decisions(seen: Seen, decided: list[Node]) -> Table:
    return Table(_COLUMNS, tuple(Row(tuple(_cells(seen, node))) for node in decided))


def _cells(seen: Seen, node: Node) -> Iterator[Cell]:
    model = node.model
    yield Cell(node.id)
    yield day(model.date)
    yield Cell((model.status or DecisionStatus.ACCEPTED).value)
    yield word(None if model.owner is None else seen.names.get(model.owner, model.owner))
    yield word(", ".join(seen.names.get(id, id) for id in model.about) or None)
    yield word(model.why)
