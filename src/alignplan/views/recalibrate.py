"""Proposals: what should change and why, with the place of every figure and of every edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from alignplan.analysis.recalibrating import Numbered, Proposal, Recalibration
from alignplan.graph.nodes import Node
from alignplan.model.words import DecisionStatus, ProposalKind
from alignplan.output.document import Align, Block, Cell, Column, Facts, Prose, Row, Table, Tone
from alignplan.output.readable import percent

__all__ = ["Spot", "answer", "blocks", "listed", "sheet", "summary"]

Spot = Callable[[Node, tuple[str, ...]], tuple[str, int]]
"""The path, as shown, and the line of what stands at some steps of an item."""


def answer(found: Recalibration, spot: Spot) -> Mapping[str, object]:
    """`recalibrate/1`."""
    return {
        "proposals": [_entry(one, spot) for one in found.proposals],
        "decided": [{**_head(proposal), "decision": _decision(node)} for proposal, node in found.kept],
        "unknown": [doubt.text for doubt in found.unknown],
    }


def _entry(one: Numbered, spot: Spot) -> dict[str, object]:
    proposal = one.proposal
    return {
        "number": one.number,
        **_head(proposal),
        "why": proposal.why,
        "stake": proposal.stake,
        "weight": proposal.weight,
        "gap": proposal.gap,
        "confidence": proposal.confidence,
        "evidence": [
            {"name": each.name, "text": each.text, "value": each.value, "unit": each.unit, "id": each.node.id,
             **_place(each.node, each.steps, spot)}
            for each in proposal.evidence
        ],
        "edits": [
            {"id": edit.node.id, "assignment": edit.word, **_place(edit.node, tuple(edit.key.split(".")), spot)}
            for edit in proposal.edits
        ],
        "command": proposal.command or None,
        "notes": proposal.notes,
        "decision": _decision(one.decision) if one.decision is not None else None,
    }  # fmt: skip


def _head(proposal: Proposal) -> dict[str, object]:
    return {
        "key": proposal.key,
        "kind": proposal.kind,
        "about": [node.id for node in proposal.about],
        "title": proposal.title,
        "mark": proposal.mark,
    }


def _decision(node: Node) -> dict[str, object]:
    model = node.model
    status = model.status or DecisionStatus.ACCEPTED
    return {"id": node.id, "status": status, "date": model.date, "why": model.why}


def _place(node: Node, steps: tuple[str, ...], spot: Spot) -> dict[str, object]:
    path, line = spot(node, steps)
    return {"path": path, "line": line}


# ------------------------------------------------------------ for people


def blocks(found: Recalibration, spot: Spot, asked: str = "") -> list[Block]:
    """A paragraph for each proposal; below, what was decided and what is not known. `asked`: which items."""
    told: list[Block] = [_paragraph(one, spot) for one in found.proposals]
    if not told:
        told.append(Prose((Cell(_nothing(found, asked)),)))
    if found.kept:
        told.append(Facts(tuple(_kept(proposal, node) for proposal, node in found.kept), "Decided already"))
    if found.unknown:
        lines = tuple(Cell(f"- {_plain(doubt.text)}", tone=Tone.MUTED) for doubt in found.unknown)
        told.append(Prose((Cell("Not known:", tone=Tone.STRONG), *lines)))
    return told


def _nothing(found: Recalibration, asked: str) -> str:
    if found.kept:
        return "Nothing new to propose: what the figures say was decided already."
    if asked:
        return f"Nothing to propose for {asked}."
    said = [words for kind, words in _GOOD.items() if kind in found.judged]
    lacking = [words for kind, words in _LACKING.items() if kind not in found.judged]
    if not said:
        return f"Nothing to propose, and nothing to judge: there is {', '.join(lacking)}."
    known = ", as far as is known" if found.unknown else ""
    others = f" Not judged: there is {', '.join(lacking)}." if lacking else ""
    return f"Nothing to propose: {_and(said)}{known}.{others}"


_GOOD = {
    ProposalKind.ACTIVATE: "no contingency is armed",
    ProposalKind.RE_PHASE: "no KPI that is off its plan is likely to miss its target",
    ProposalKind.STOP: "no tactic is carried out without effect",
    ProposalKind.STAFF: "every objective that is near is served",
    ProposalKind.MOVE: "nothing asks to move money or people",
}
"""What it means that nothing of a kind is proposed."""
_LACKING = {
    ProposalKind.STAFF: "no live objective that is near",
    ProposalKind.RE_PHASE: "no KPI with a target and data",
    ProposalKind.STOP: "no tactic whose effect can be told",
    ProposalKind.ACTIVATE: "no contingency with a trigger",
    ProposalKind.MOVE: "no money or work stated where objectives are weighted",
}
"""What there is to judge for each kind."""


def _and(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])}, and {words[-1]}" if len(words) > 1 else words[0]


def _kept(proposal: Proposal, node: Node) -> tuple[str, Cell]:
    status = node.model.status or DecisionStatus.ACCEPTED
    day = f" on {node.model.date}" if node.model.date is not None else ""
    why = f": {node.model.why}" if node.model.why else ""
    return proposal.key, Cell(f"{status.value}{day}{why}", tone=Tone.MUTED)


def _paragraph(one: Numbered, spot: Spot) -> Facts:
    return Facts(tuple(_pairs(one, spot)), f"{one.number}  {_plain(one.proposal.title)}")


def _pairs(one: Numbered, spot: Spot) -> Iterator[tuple[str, Cell]]:
    proposal = one.proposal
    yield "because", Cell(_plain(proposal.why))
    for each in proposal.evidence:
        yield each.name, Cell(f"{_plain(each.text)} ({_told(each.node, each.steps, spot)})")
    parts = f"{_rounded(proposal.weight)} of the plan × {_rounded(proposal.gap)} missing"
    yield "at stake", Cell(f"{_rounded(proposal.stake)}: {parts} × {_rounded(proposal.confidence)} sure")
    for edit in proposal.edits:
        place = _told(edit.node, tuple(edit.key.split(".")), spot)
        yield "edit", Cell(f"{edit.node.id} {edit.word} ({place})", tone=Tone.STRONG)
    if proposal.command:
        yield "type", Cell(proposal.command, tone=Tone.STRONG)
    for note in proposal.notes:
        yield "note", Cell(_plain(note), tone=Tone.MUTED)
    if one.decision is not None:
        model = one.decision.model
        status = model.status or DecisionStatus.ACCEPTED
        yield "before", Cell(f"{status.value} on {model.date}; its evidence has changed", tone=Tone.MUTED)


def _told(node: Node, steps: tuple[str, ...], spot: Spot) -> str:
    path, line = spot(node, steps)
    return f"{path}:{line}"


def _rounded(value: float) -> str:
    return percent(value).text


def _plain(text: str) -> str:
    """Without the marks around ids: a terminal shows no code."""
    return text.replace("`", "")


def summary(found: Recalibration) -> str:
    """How many there are, and how one is decided on."""
    count = len(found.proposals)
    if not count:
        return ""
    amount = "1 proposal" if count == 1 else f"{count} proposals"
    return f"{amount}: --diff shows the edits, --accept N makes one, --dismiss N --because … puts one away."


# ------------------------------------------------------------ for machines

_COLUMNS = (
    Column("number", "number", Align.RIGHT),
    Column("key", "key"),
    Column("title", "title"),
    Column("stake", "stake", Align.RIGHT),
    Column("weight", "weight", Align.RIGHT),
    Column("gap", "gap", Align.RIGHT),
    Column("confidence", "confidence", Align.RIGHT),
    Column("why", "why"),
    Column("evidence", "evidence"),
    Column("edits", "edits"),
    Column("command", "command"),
    Column("mark", "mark"),
)


def sheet(found: Recalibration) -> list[Block]:
    """A row for each proposal, every figure in a column of its own."""
    return [Table(_COLUMNS, tuple(_row(one) for one in found.proposals))]


def listed(found: Recalibration) -> Table:
    """A row for each proposal, its key first: what can be laid beside another plan."""
    titles = ("proposal", "title", "stake", "weight", "gap", "confidence")
    columns = [Column(title, title, Align.RIGHT if at > 1 else Align.LEFT, shrink=title == "title")
               for at, title in enumerate(titles)]  # fmt: skip
    rows = []
    for one in found.proposals:
        proposal = one.proposal
        figures = (proposal.stake, proposal.weight, proposal.gap, proposal.confidence)
        rows.append(Row((Cell(proposal.key), Cell(_plain(proposal.title)), *map(percent, figures))))
    return Table(tuple(columns), tuple(rows))


def _row(one: Numbered) -> Row:
    proposal = one.proposal
    figures = (proposal.stake, proposal.weight, proposal.gap, proposal.confidence)
    edits = "; ".join(f"{edit.node.id} {edit.word}" for edit in proposal.edits)
    texts = (_plain(proposal.why), proposal.told, edits, proposal.command, proposal.mark)
    return Row(
        (
            Cell(str(one.number), one.number),
            Cell(proposal.key),
            Cell(_plain(proposal.title)),
            *(Cell("", value) for value in figures),
            *(Cell(text) for text in texts),
        )
    )
