"""DOT: graphs of a plan as text, for Graphviz."""

from __future__ import annotations

from alignplan.formats.interface import Exported, Exporter, Source
from alignplan.views.pictures.lacking import nothing_to_show

__all__ = ["EXPORTER"]

_VIEWS = ("map", "tree", "matrix")
_MOST, _MATRIX = 2000, (200, 200)


def _convert(source: Source) -> Exported:
    """The graph of the view."""
    from alignplan.output.diagrams import dot
    from alignplan.views.pictures import matrix, tree

    found = None
    if source.view == "matrix":
        crossed = matrix.drawn(source.plan, source.choice, *_MATRIX)
        found = None if crossed is None else dot.matrix_graph(crossed)
    else:
        outline = tree.drawn(source.plan, source.choice, _MOST)
        draw = dot.map_graph if source.view == "map" else dot.tree_graph
        found = None if outline is None else draw(outline)
    if found is None:
        raise nothing_to_show(source.view, source.choice.asked)
    return Exported(found.text, found.lost)


EXPORTER = Exporter("dot", "map.dot", "graphs for Graphviz", _convert, views=_VIEWS)
