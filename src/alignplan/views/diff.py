"""Diff: what changes cause, then the changes, item by item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from alignplan.analysis.changes.comparison import Comparison, Version
from alignplan.analysis.changes.effects import Effect, FigureChange, by_item
from alignplan.analysis.changes.fields import FieldChange
from alignplan.analysis.changes.items import ItemChange, Op
from alignplan.analysis.changes.wording import field_text, flow, plain
from alignplan.analysis.figure_words import said_both
from alignplan.diagnostics.report import Reported
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.check_data import finding_data
from alignplan.output.document import Align, Block, Cell, Column, Facts, Prose, Row, Table, Tone

__all__ = ["answer", "blocks", "sheet", "statistics", "summary"]

_SIGNS = {Op.ADDED: "+", Op.REMOVED: "−", Op.CHANGED: "~", Op.RENAMED: "»", Op.MOVED: "»"}
_OPS = (Op.ADDED, Op.REMOVED, Op.CHANGED, Op.RENAMED)
_TONES = {1: Tone.GOOD, 0: Tone.PLAIN, -1: Tone.BAD}
_TRENDS = {1: "✔", 0: "·", -1: "✘"}
_MOST_EFFECTS, _MOST_FINDINGS, _MOST_CHANGES = 10, 5, 20
_SETTINGS = "lint"


# ------------------------------------------------------------ for machines


def answer(found: Comparison, *, full: bool) -> Mapping[str, object]:
    """`diff/1`. What only stands in another file is told where all is wanted."""
    effects = by_item(found.effects)
    told = found.changes.items if full else found.changes.meant
    changes = [_entry(change, effects.get(change.node.id, [])) for change in told]
    if found.changes.settings:
        head = {"op": Op.CHANGED, "id": _SETTINGS, "kind": _SETTINGS, "title": "", "was": None}
        changes.append({**head, "fields": [_field(one) for one in found.changes.settings], "effects": []})
    return {
        "from": _version(found.old),
        "to": _version(found.new),
        "figures": [_figure(change) for change in found.figures],
        "effects": [_effect(effect) for effect in found.effects],
        "changes": changes,
        "findings": {
            "new": [finding_data(finding) for finding in found.found],
            "solved": [finding_data(finding) for finding in found.solved],
        },
    }


def _version(version: Version) -> dict[str, object]:
    return {"name": version.name, "commit": version.commit, "day": version.day}


def _figure(change: FigureChange) -> dict[str, object]:
    unit, name = change.figure.unit, change.figure.name
    return {"figure": name, "unit": unit, "from": change.old, "to": change.new, "trend": change.trend}


def _effect(effect: Effect) -> dict[str, object]:
    return {"id": effect.node.id, "kind": effect.node.kind, "figure": effect.figure, "from": effect.old,
            "to": effect.new, "trend": effect.trend, "text": effect.text}  # fmt: skip


def _entry(change: ItemChange, effects: Sequence[Effect]) -> dict[str, object]:
    node = change.node
    fields = [_field(one) for one in change.fields]
    if change.op is Op.MOVED and change.old is not None and change.new is not None:
        fields = [{"field": "path", "from": change.old.file, "to": change.new.file}]
    return {
        "op": change.op,
        "id": node.id,
        "kind": node.kind,
        "title": node.title,
        "was": change.old.id if change.op is Op.RENAMED and change.old is not None else None,
        "fields": fields,
        "effects": [effect.text for effect in effects] if change.op is not Op.MOVED else [],
    }


def _field(change: FieldChange) -> dict[str, Any]:
    return {"field": change.field, "from": plain(change.old), "to": plain(change.new)}


def sheet(found: Comparison) -> list[Block]:
    """A row for each field that changed, and for each item that came or went."""
    names = ("op", "id", "kind", "field", "from", "to")
    return [Table(tuple(Column(name, name) for name in names), tuple(_sheet_rows(found)))]


def _sheet_rows(found: Comparison) -> Iterator[Row]:
    for change in found.changes.meant:
        head = (change.op.value, change.node.id, change.node.kind.value)
        if change.op is Op.RENAMED and change.old is not None:
            yield _texts(*head, "id", change.old.id, change.node.id)
        elif not change.fields:
            yield _texts(*head, "", "", "")
        for one in change.fields:
            yield _field_row(head, one)
    for one in found.changes.settings:
        yield _field_row(("changed", _SETTINGS, _SETTINGS), one)


def _field_row(head: tuple[str, str, str], one: FieldChange) -> Row:
    old, new = ("" if value is None else flow(value) for value in (one.old, one.new))
    return _texts(*head, one.field, old, new)


def _texts(*texts: str) -> Row:
    return Row(tuple(Cell(text) for text in texts))


def statistics(found: Comparison) -> list[Block]:
    """How many items of each kind came, went, changed or have another id."""
    counts = Counter((change.node.kind, change.op) for change in found.changes.meant)
    kinds = [kind for kind in Kind if any(counts[kind, op] for op in _OPS)]
    columns = (Column("kind", "kind"), *(Column(op.value, op.value, Align.RIGHT) for op in _OPS))
    rows = [Row((Cell(kind.value), *(_count(counts[kind, op]) for op in _OPS))) for kind in kinds]
    return [_head(found), Table(columns, tuple(rows))] if rows else [_head(found)]


def _count(number: int) -> Cell:
    return Cell(str(number), number, Tone.PLAIN if number else Tone.MUTED)


# ------------------------------------------------------------ for people


def summary(found: Comparison) -> str:
    """How much changed, in a line."""
    counts = Counter(change.op for change in found.changes.meant)
    parts = [f"{counts[op]} {op.value}" for op in _OPS if counts[op]]
    parts += ["settings of `check` changed"] if found.changes.settings else []
    parts += [_number(len(found.found), "new finding")] if found.found else []
    parts += [f"{len(found.solved)} solved"] if found.solved else []
    moved = sum(change.op is Op.MOVED for change in found.changes.items)
    if moved and not parts:
        return f"Nothing changed but the files in which {_number(moved, 'item')} stand."
    return f"{', '.join(parts)}." if parts else "Nothing changed."


def _number(number: int, words: str) -> str:
    return f"{number} {words}" if number == 1 else f"{number} {words}s"


def _head(found: Comparison) -> Block:
    return Prose((Cell(f"{found.old.name} → {found.new.name}", tone=Tone.STRONG),))


def blocks(found: Comparison, *, full: bool) -> list[Block]:
    """What it causes, findings, and the changes; unless all is wanted, the first of each."""
    causes = [*_figures(found), *[_caused(effect) for effect in found.effects]]
    new, solved = ([_finding(one, full) for one in some] for some in (found.found, found.solved))
    shown: list[Block] = [_head(found)]
    for title, pairs, most in (
        ("What it causes", causes, _MOST_EFFECTS),
        (f"New findings ({len(new)})", new, _MOST_FINDINGS),
        (f"Solved findings ({len(solved)})", solved, _MOST_FINDINGS),
        ("What changed", list(_changes(found, full)), _MOST_CHANGES),
    ):
        if pairs:
            shown.append(Facts(tuple(pairs if full else _first(pairs, most)), title))
    return shown


def _first(pairs: Sequence[tuple[str, Cell]], most: int) -> list[tuple[str, Cell]]:
    if len(pairs) <= most + 1:
        return list(pairs)
    return [*pairs[:most], ("…", Cell(f"and {len(pairs) - most} more: --full shows them", tone=Tone.MUTED))]


def _figures(found: Comparison) -> Iterator[tuple[str, Cell]]:
    """The plan as a whole, one line for what became worse, better, and other."""
    for way in (-1, 1, 0):
        some = [change for change in found.figures if change.trend == way]
        both = [(one.figure.name, *said_both(one.figure, one.old, one.new)) for one in some]
        words = [f"{name} {old} → {new}" for name, old, new in both if old != new]
        if words:
            yield f"{_TRENDS[way]} plan", Cell(", ".join(words), tone=_TONES[way])


def _caused(effect: Effect) -> tuple[str, Cell]:
    return f"{_TRENDS[effect.trend]} {effect.node.id}", Cell(effect.text, tone=_TONES[effect.trend])


def _finding(finding: Reported, full: bool) -> tuple[str, Cell]:
    place = f" ({finding.spot.path}:{finding.spot.line})" if full else ""
    return f"{finding.severity.value}[{finding.code}]", Cell(f"{finding.message}{place}")


def _changes(found: Comparison, full: bool) -> Iterator[tuple[str, Cell]]:
    """Items inside of what came or went are counted there, unless all is wanted."""
    inside: Counter[tuple[str, Kind]] = Counter()
    whole = {(change.op, change.node.id) for change in found.changes.items if change.node.parent is None}
    listed: list[ItemChange] = []
    for change in found.changes.items if full else found.changes.meant:
        parent = change.node.parent
        if not full and parent is not None and (change.op, parent.id) in whole and _came_or_went(change):
            inside[parent.id, change.node.kind] += 1
        else:
            listed.append(change)
    for change in listed:
        yield from _told(
            change, {kind: number for (id, kind), number in inside.items() if id == change.node.id}, full
        )
    for one in found.changes.settings:
        yield (
            f"{_SIGNS[Op.CHANGED]} {_SETTINGS}",
            Cell(field_text(one, whole=full).removeprefix(f"{_SETTINGS}.")),
        )


def _came_or_went(change: ItemChange) -> bool:
    return change.op in (Op.ADDED, Op.REMOVED)


def _told(change: ItemChange, inside: Mapping[Kind, int], full: bool) -> Iterator[tuple[str, Cell]]:
    name = f"{_SIGNS[change.op]} {change.node.id}"
    first = _first_words(change, inside)
    texts = [field_text(one, whole=full) for one in change.fields]
    if not full:
        yield name, Cell("; ".join([*first, *texts]))
        return
    for at, text in enumerate([*first, *texts]):
        yield name if at == 0 else "", Cell(text)


def _first_words(change: ItemChange, inside: Mapping[Kind, int]) -> list[str]:
    node: Node = change.node
    if change.op is Op.RENAMED and change.old is not None:
        return [f"was `{change.old.id}`"]
    if change.op is Op.MOVED and change.old is not None:
        return [f"moved from {change.old.file} to {node.file}"]
    if change.op is Op.CHANGED:
        return []
    more = ", ".join(_number(number, kind.value) for kind, number in inside.items())
    title = f": {node.title}" if node.title != node.name else ""
    return [f"{node.kind.value}{title}{f' ({more})' if more else ''}"]
