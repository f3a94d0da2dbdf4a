"""`set`: other values for the fields of an item."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from alignplan.editing.assign import Assigning
from alignplan.editing.fields import has_field
from alignplan.editing.fitting import refuse_unfit
from alignplan.editing.interface import Edition, FileChanges, Op, Told
from alignplan.editing.manuscript import ABSENT, Manuscript, at
from alignplan.editing.typed import Assignment, How
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

__all__ = ["finished_is_missing", "set_fields", "with_finished"]


def set_fields(manuscript: Manuscript, node: Node, assigned: Sequence[Assignment], *, fits: bool) -> Edition:
    """The fields of an item with other values. `fits`: refuse what `check` could not read. Raises Misuse."""
    entry = manuscript.said(node)
    if entry is ABSENT and node.kind is Kind.PLAN:
        entry = None
    if entry is ABSENT:
        raise Misuse(
            f"`{node.id}` does not stand in {manuscript.shown(node.file)} as it was read", "try again"
        )
    assigning = Assigning(node, entry)
    assigning.all(assigned)
    if not assigning.changes:
        return Edition()
    if fits:
        refuse_unfit(manuscript, node, entry, assigning.entry)
    told = [
        Told(Op.CHANGED, node.id, node.file, _place(assigning, field), field) for field in assigning.fields
    ]
    return Edition((FileChanges(node.file, tuple(assigning.changes)),), tuple(told))


def _place(assigning: Assigning, field: str) -> tuple[str | int, ...]:
    return (*assigning.route, field)


def finished_is_missing(manuscript: Manuscript, node: Node, assigned: Sequence[Assignment]) -> bool:
    """Whether an item is to be done, and neither its file nor what was typed says since when."""
    says_done = any(
        one.key == "status" and one.how is How.SET and one.value == Status.DONE for one in assigned
    )
    if (
        not says_done
        or not has_field(node.kind, "finished")
        or any(one.key == "finished" for one in assigned)
    ):
        return False
    return not at(manuscript.said(node), ("finished",))


def with_finished(assigned: Sequence[Assignment], day: str | date) -> list[Assignment]:
    """The same, finished on a day."""
    return [*assigned, Assignment("finished", How.SET, str(day))]
