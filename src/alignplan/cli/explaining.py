"""`explain` itself: which figure is meant, how deep it is taken apart, and where its inputs stand."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.growing import grown
from alignplan.analysis.explaining.naming import listed as figures_listed
from alignplan.analysis.explaining.naming import meant
from alignplan.analysis.selectors.find import item_named
from alignplan.cli.looking import Look, show_figures
from alignplan.cli.options import WhatIf
from alignplan.cli.settings import Settings
from alignplan.cli.stated import StatedPlaces
from alignplan.cli.viewing import Viewing
from alignplan.graph.nodes import Node
from alignplan.output.document import Block
from alignplan.records import record
from alignplan.views.explain import (
    LUXURY,
    Told,
    answer,
    answer_list,
    document,
    list_document,
    list_table,
    listed,
    sheet,
)

__all__ = ["Explained", "show_explanation"]

_USUAL = 2
_DEEPEST = 64
"""JSON is nested as deep as the tree; readers have limits."""


@record
class Explained:
    """What is to be explained, as it was typed."""

    item: str
    figure: str | None = None
    depth: int | None = None


def show_explanation(
    settings: Settings, asked: Explained, output_format: str | None, at: str | None, what_if: WhatIf
) -> int:
    """Print a figure with its inputs, or the figures that there are; the exit code."""

    def look(viewing: Viewing) -> Look:
        grounds = Grounds(viewing.plan.picture())
        node = item_named(viewing.assessment.graph, asked.item)
        if asked.figure is None:
            return _list(viewing, node, list(_told(grounds, node)))
        return _tree(viewing, grounds, node, meant(grounds, node, asked.figure), asked.depth)

    name = "figures" if asked.figure is None else "explain"
    return show_figures(settings, name, look, output_format=output_format, at=at, what_if=what_if)


def _tree(viewing: Viewing, grounds: Grounds, node: Node, figure: str, depth: int | None) -> Look:
    levels = depth or (_DEEPEST if viewing.is_json or viewing.is_sheet else _USUAL)
    twigs = grown(grounds, node, figure, min(levels, _DEEPEST) if viewing.is_json else levels)
    places = StatedPlaces(viewing.plan, viewing.shown)
    spots = [None if twig.place is None else places.spot(twig.place) for twig in twigs]

    def blocks() -> tuple[Block, ...]:
        return sheet(twigs, spots) if viewing.is_sheet else document(node, twigs, spots)

    return Look(lambda: answer(twigs, spots), lambda: listed(twigs, spots), blocks, luxury=LUXURY)


def _list(viewing: Viewing, node: Node, told: list[Told]) -> Look:
    return Look(
        lambda: answer_list(node, told),
        lambda: list_table(node, told),
        lambda: list_document(node, told, exact=viewing.is_sheet),
    )


def _told(grounds: Grounds, node: Node) -> Iterator[Told]:
    for name, figure in figures_listed(grounds, node):
        found = grounds.explain(node, name)
        yield Told(name, found.value, found.unit, figure.meaning, found.reason)
