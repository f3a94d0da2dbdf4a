"""What the figures mean, and how each is worked out: in the words of `explain`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Explainable
from alignplan.analysis.explaining.naming import listed
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.document import Cell, Column, Prose, Row, Table, Tone
from alignplan.output.reports.interface import Fold, Section
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 130
_KINDS = (Kind.OBJECTIVE, Kind.TACTIC, Kind.KPI, Kind.RISK, Kind.CONTINGENCY, Kind.PLAN)
_ASKED = 4
"""So many items of a kind are asked for a figure that the first of them lacks."""
_PLAIN = ("stated", "unknown")
_COLUMNS = (
    Column("figure", "figure"),
    Column("of", "kind"),
    Column("what it says", "meaning"),
    Column("how it is worked out", "formula"),
)


def section(seen: Seen) -> Section | None:
    """A row for each figure that the plan has; none where it has none."""
    if not any(seen.plan.graph.kinds[kind] for kind in _KINDS if kind in seen.plan.graph.kinds):
        return None
    rows = list(_rows(seen))
    lead = "`alignplan explain ID FIGURE` takes any of them apart, down to the lines of the plan behind it."
    note = Prose(
        (
            Cell(
                "Percentages have 100 as all. A dash stands for what is not known, which is never 0.",
                tone=Tone.MUTED,
            ),
        )
    )
    table = Table(_COLUMNS, tuple(rows))
    return Section("glossary", "What the figures mean", lead, (note, Fold(f"{len(rows)} figures", (table,))))


def _rows(seen: Seen) -> Iterator[Row]:
    grounds = Grounds(seen.picture)
    told: set[str] = set()
    for kind in _KINDS:
        known: dict[str, tuple[Explainable, str]] = {}
        for node in _asked(seen, kind):
            skipped = known if kind is not Kind.PLAN else {**known, **dict.fromkeys(told)}
            for name, figure, formula in _explained(grounds, node, skipped):
                known[name] = (figure, formula)
        told.update(known)
        for name, (figure, formula) in known.items():
            yield Row((Cell(name), Cell(kind.value), Cell(figure.meaning), Cell(formula)))


def _asked(seen: Seen, kind: Kind) -> Iterable[Node]:
    """The last items of a kind: below the first ones the whole plan may hang, and it would all be summed up."""
    found = seen.plan.graph.kinds.get(kind)
    return islice(seen.plan.graph.of(kind) if not found else reversed(found), _ASKED)


def _explained(
    grounds: Grounds, node: Node, known: Mapping[str, object]
) -> Iterator[tuple[str, Explainable, str]]:
    """The figures of an item that are worked out and not yet `known`, each by the name alone."""
    for name, figure in listed(grounds, node):
        head = name.partition("/")[0]
        if head in known:
            continue
        found = grounds.explain(node, name)
        if found.value is not None and found.operation.name not in _PLAIN:
            yield head, figure, found.operation.formula
