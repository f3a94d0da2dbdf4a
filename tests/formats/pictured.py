"""A small plan in every picture format; run as a module it writes the golden files anew: look at the difference.

usage: python -m tests.formats.pictured
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.plans import TODAY, written

from alignplan import open_plan
from alignplan.analysis.selectors.choice import choose
from alignplan.formats.interface import Exported, Source, exporter

GOLDEN = Path(__file__).parent / "drawings"
FORMATS = {"svg": "svg", "mermaid": "mmd", "dot": "dot"}
"""Format → how the names of its golden files end."""
PLAN = """\
alignplan: 1
plan:
  title: Northwind
  vision: Every household eats one of ours
  horizon: {start: 2026-01-01, due: 2026-12-31}
teams: {kitchen: {title: Kitchen, lead: mia}}
people: {mia: {name: Mia Lund, team: kitchen}, tom: {name: Tom Ek}}
objectives:
  share: {title: Win a quarter of the market, owner: mia}
  shelf:
    title: Be on every shelf
    parent: share
    owner: tom
    weight: 60
    kpis:
      shops:
        title: Shops that sell it
        unit: shops
        baseline: {value: 10, date: 2026-01-01}
        target: {value: 50, date: 2026-12-31}
        actuals: {2026-03-31: 18, 2026-06-30: 24, 2026-09-30: 33}
tactics:
  line:
    title: Enhance the line
    supports: shelf
    owner: mia
    start: 2026-03-01
    due: 2026-12-18
    moves: {shelf/shops: 30}
    actions:
      taste: {title: Taste, effort: 20d, status: done, started: 2026-03-02, finished: 2026-04-03}
      cook: {title: Cook, effort: 12d, after: taste, progress: 50, status: active, started: 2026-10-05}
    milestones:
      ready: {title: Ready, after: cook, due: 2026-11-13}
  fees:
    title: Pay the fees
    supports: {share: 40, shelf: 60}
    owner: tom
    start: 2026-11-01
    due: 2026-12-31
    actions:
      ask: {title: Ask six buyers, effort: 6d}
risks:
  fire: {title: The kitchen burns, threatens: shelf, probability: 10, impact: high}
"""


def exported(folder: Path, name: str, view: str, *asked: str, plan: str = PLAN, file: str = "") -> Exported:
    """A plan in a format, as it would be written into `file`."""
    opened = open_plan(written(folder, plan), as_of=TODAY)
    assert opened.loaded.findings == [], opened.loaded.findings
    chosen = choose(opened.assessment, asked)
    return exporter(name).convert(Source(opened.assessment, chosen, (), str, str, view, file))


def all_views() -> list[tuple[str, str]]:
    """Every format with each of its views."""
    return [(name, view) for name in FORMATS for view in exporter(name).views]


def main() -> None:
    """Write the golden files."""
    GOLDEN.mkdir(exist_ok=True)
    for name, view in all_views():
        with tempfile.TemporaryDirectory() as folder:
            content = exported(Path(folder), name, view).content
            assert isinstance(content, str)
            (GOLDEN / f"{view}.{FORMATS[name]}").write_text(content, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
