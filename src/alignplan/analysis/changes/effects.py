"""What changes cause: figures of the plan and of its items that differ, both taken on the same day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alignplan.analysis.changes.items import Changes
from alignplan.analysis.figures.interface import Figure, Picture, Value, figures, trend, trend_of
from alignplan.graph.nodes import Node
from alignplan.records import record

__all__ = ["Effect", "FigureChange", "by_item", "effects", "figure_changes"]


@record
class FigureChange:
    """A figure of the plan as a whole that differs; `trend` is 1 for better, -1 for worse, 0 for neither."""

    figure: Figure
    old: Value
    new: Value
    trend: int


@record
class Effect:
    """What became of an item, in words. `trend` as in :class:`FigureChange`."""

    node: Node
    figure: str
    old: Value
    new: Value
    text: str
    trend: int


def figure_changes(before: Picture, after: Picture) -> tuple[FigureChange, ...]:
    """The figures of the plan as a whole that differ, those that became worse first."""
    found = []
    for figure in figures().values():
        if figure.of_plan is not None:
            old, new = figure.of_plan(before), figure.of_plan(after)
            if old != new:
                found.append(FigureChange(figure, old, new, trend(figure, old, new)))
    return tuple(sorted(found, key=lambda change: change.trend))


def effects(before: Picture, after: Picture, changes: Changes) -> tuple[Effect, ...]:
    """What became of the items that are there before and after, what is worse first."""
    telling = [figure for figure in figures().values() if figure.told is not None]
    found = [
        effect
        for old, new in changes.pairs
        for figure in telling
        if figure.fits(new)
        for effect in _effect(figure, before, old, after, new)
    ]
    found.sort(key=lambda effect: effect.trend)
    return tuple(found)


def _effect(figure: Figure, before: Picture, old: Node, after: Picture, new: Node) -> Iterator[Effect]:
    assert figure.of_item is not None
    assert figure.told is not None
    was, is_now = figure.of_item(before, old), figure.of_item(after, new)
    if was != is_now:
        text = figure.told(after, new, was, is_now)
        if text:
            yield Effect(new, figure.name, was, is_now, text, trend_of(figure, after, new, was, is_now))


def by_item(found: Iterable[Effect]) -> dict[str, list[Effect]]:
    """The effects of each item, by its id."""
    items: dict[str, list[Effect]] = {}
    for effect in found:
        items.setdefault(effect.node.id, []).append(effect)
    return items
