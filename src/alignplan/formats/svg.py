"""SVG: pictures of a plan, each a file of its own that needs nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignplan.catalog import member
from alignplan.formats.interface import Exported, Exporter, Source
from alignplan.views.pictures.lacking import nothing_to_show

if TYPE_CHECKING:
    from alignplan.output.pictures.picture import Picture

__all__ = ["EXPORTER"]

_VIEWS = ("map", "tree", "matrix", "xmatrix", "gantt", "kpis", "quadrant", "load", "risks")


def _convert(source: Source) -> Exported:
    """The picture of the view: it is drawn by the module of its name in `views/pictures`."""
    from alignplan.output.pictures.picture import standalone

    picture: Picture | None = member("alignplan.views.pictures", source.view).picture(
        source.plan, source.choice
    )
    if picture is None:
        raise nothing_to_show(source.view, source.choice.asked)
    return Exported(standalone(picture), picture.missing)


EXPORTER = Exporter("svg", "map.svg", "pictures of the plan", _convert, views=_VIEWS)
