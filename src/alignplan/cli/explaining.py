"""`explain` itself: which figure is meant, how deep it is taken apart, and where its inputs stand."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.growing import grown
from alignplan.analysis.explaining.naming import listed, meant
from alignplan.analysis.selectors.find import item_named
from alignplan.cli.settings import Settings
from alignplan.cli.stated import StatedPlaces
from alignplan.cli.viewing import Viewing, open_view
from alignplan.graph.nodes import Node
from alignplan.views.explain import LUXURY, Told, answer, answer_list, document, list_document, sheet

__all__ = ["show_explanation"]

_USUAL = 2
_DEEPEST = 64
"""JSON is nested as deep as the tree; readers have limits."""


def show_explanation(
    settings: Settings,
    item: str,
    figure: str | None,
    depth: int | None,
    at: str | None,
    output_format: str | None,
) -> int:
    """Print a figure with its inputs, or the figures that there are; the exit code."""
    viewing = open_view(settings, output_format, at)
    grounds = Grounds(viewing.plan.picture())
    node = item_named(viewing.assessment.graph, item)
    if figure is None:
        return _show_list(viewing, grounds, node)
    levels = depth or (_DEEPEST if viewing.is_json or viewing.is_sheet else _USUAL)
    twigs = grown(
        grounds, node, meant(grounds, node, figure), min(levels, _DEEPEST) if viewing.is_json else levels
    )
    places = StatedPlaces(viewing.plan, viewing.shown)
    spots = [None if twig.place is None else places.spot(twig.place) for twig in twigs]
    if viewing.is_json:
        return viewing.show("explain", answer(twigs, spots), ())
    blocks = sheet(twigs, spots) if viewing.is_sheet else document(node, twigs, spots)
    return viewing.show("explain", {}, blocks, luxury=LUXURY)


def _show_list(viewing: Viewing, grounds: Grounds, node: Node) -> int:
    told = list(_told(grounds, node))
    if viewing.is_json:
        return viewing.show("figures", answer_list(node, told), ())
    return viewing.show("figures", {}, list_document(node, told, exact=viewing.is_sheet))


def _told(grounds: Grounds, node: Node) -> Iterator[Told]:
    for name, figure in listed(grounds, node):
        found = grounds.explain(node, name)
        yield Told(name, found.value, found.unit, figure.meaning, found.reason)
