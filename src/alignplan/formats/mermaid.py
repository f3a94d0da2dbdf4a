"""Mermaid: charts of a plan as text, which GitHub, GitLab and many wikis draw.

A Mermaid file holds one chart. Where a view takes several they are blocks of a Markdown text; into a file whose name
does not end in `.md` goes the first alone, and the others are counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignplan.formats.interface import Exported, Exporter, Source
from alignplan.output.escape import markdown
from alignplan.views.pictures.lacking import nothing_to_show

if TYPE_CHECKING:
    from alignplan.output.diagrams.interface import Diagram

__all__ = ["EXPORTER"]

_VIEWS = ("map", "tree", "matrix", "gantt", "kpis", "quadrant", "load")
_MARKDOWN = (".md", ".markdown")


def _convert(source: Source) -> Exported:
    """The chart, or the charts, of the view."""
    from alignplan.views.pictures.charts import CHARTS

    charts, lost = CHARTS[source.view](source.plan, source.choice)
    if not charts:
        raise nothing_to_show(source.view, source.choice.asked)
    as_markdown = source.name.casefold().endswith(_MARKDOWN)
    if as_markdown or (len(charts) > 1 and not source.name):
        return Exported(_blocks(charts), tuple(lost))
    if len(charts) > 1:
        lost.insert(
            0,
            f"a Mermaid file holds one chart: {len(charts) - 1} more go into a Markdown file (`-o plan.md`)",
        )
    return Exported(charts[0].text, tuple(lost))


def _blocks(charts: Sequence[Diagram]) -> str:
    """Each chart below its title, in a block that Markdown hosts draw."""
    return "\n".join(f"## {markdown(chart.title)}\n\n```mermaid\n{chart.text}```\n" for chart in charts)


EXPORTER = Exporter("mermaid", "map.mmd", "charts that GitHub, GitLab and wikis draw", _convert, views=_VIEWS)
