"""What was proposed, written into the plan: the edits of proposals, and the decision on one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from alignplan.analysis.recalibrating import Edit, Proposal
from alignplan.editing.create import create
from alignplan.editing.interface import Edition, FileChanges
from alignplan.editing.manuscript import Manuscript, at
from alignplan.editing.set_fields import set_fields
from alignplan.editing.typed import assignments
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.values import day_of
from alignplan.model.words import DecisionStatus

__all__ = ["accept", "dismiss", "edited"]

_CHECKPOINT = "checkpoints."


def accept(
    manuscript: Manuscript, proposal: Proposal, day: date, why: str, *, mark: str, fits: bool
) -> Edition:
    """The edits of a proposal, and the decision for it, with the mark of its evidence once they are made.

    Raises Misuse where there is nothing to edit.
    """
    if not proposal.edits:
        raise Misuse(
            f"nothing can be edited for `{proposal.key}`: the figures do not say all", proposal.command
        )
    edition = edited(manuscript, proposal.edits, fits=fits)
    reason = why if why.strip() else proposal.why.replace("`", "")
    decision = _decision(manuscript, proposal, DecisionStatus.ACCEPTED, day, reason, mark)
    return _joined([edition, decision], notes=proposal.notes)


def dismiss(manuscript: Manuscript, proposal: Proposal, day: date, why: str) -> Edition:
    """The decision against a proposal. Raises Misuse where no reason is given."""
    if not why.strip():
        raise Misuse("a proposal is dismissed for a reason", 'add --because "…"')
    return _decision(manuscript, proposal, DecisionStatus.DISMISSED, day, why, proposal.mark)


def edited(manuscript: Manuscript, edits: Sequence[Edit], *, fits: bool) -> Edition:
    """Edits of the plan; those of one item together. Raises Misuse for one that cannot be written."""
    by_item: dict[Node, list[str]] = {}
    for edit in edits:
        by_item.setdefault(edit.node, []).append(_word(manuscript, edit))
    return _joined(
        [set_fields(manuscript, node, assignments(words), fits=fits) for node, words in by_item.items()]
    )


def _word(manuscript: Manuscript, edit: Edit) -> str:
    """The assignment as `set` takes it. A checkpoint that is written as a period keeps its key."""
    if edit.key.startswith(_CHECKPOINT):
        day = edit.key.removeprefix(_CHECKPOINT)
        written: Any = at(manuscript.said(edit.node), ("checkpoints",)) or {}
        for key in written:
            found = day_of(key, manuscript.year_starts)
            if found is not None and found.isoformat() == day:
                return f"{_CHECKPOINT}{key}{edit.how}{edit.value}"
    return edit.word


def _decision(
    manuscript: Manuscript, proposal: Proposal, status: DecisionStatus, day: date, why: str, mark: str
) -> Edition:
    """A new entry of `decisions`."""
    about = ", ".join(node.id for node in proposal.about)
    words = [
        f"title={_line(proposal.title.replace('`', ''))}",
        f"date={day}",
        f"status={status.value}",
        f"about=[{about}]" if len(proposal.about) > 1 else f"about={about}",
        f"why={_line(why)}",
        f"evidence={_line(proposal.told)}",
        f"proposal={proposal.kind.value}",
        f"seen={mark}",
    ]
    return create(manuscript, Kind.DECISION, _free_id(manuscript, proposal), words, fits=True)


def _line(text: str) -> str:
    """A text on one line, in quotes so that none of its own are taken for such."""
    plain = " ".join(text.split())
    return plain if plain[:1] not in ("'", '"') else f" {plain}"


def _free_id(manuscript: Manuscript, proposal: Proposal) -> str:
    """An id that no item has: what is decided about what, with a number where that was decided before."""
    name = f"{proposal.kind.value}-{proposal.about[0].id.replace('/', '-')}"
    number = 1
    while manuscript.graph.find(name if number == 1 else f"{name}-{number}") is not None:
        number += 1
    return name if number == 1 else f"{name}-{number}"


def _joined(editions: Iterable[Edition], notes: tuple[str, ...] = ()) -> Edition:
    """Several editions as one: the changes of a file in their order."""
    listed = list(editions)
    files: dict[str, list[FileChanges]] = {}
    for edition in listed:
        for file in edition.files:
            files.setdefault(file.path, []).append(file)
    joined = tuple(
        FileChanges(path, tuple(change for one in some for change in one.changes))
        for path, some in files.items()
    )
    return Edition(joined, tuple(told for edition in listed for told in edition.told), notes=notes)
