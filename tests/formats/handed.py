"""A plan with all that a schedule may hold, and what is exported of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.plans import TODAY, written

from alignplan import open_plan
from alignplan.analysis.assessment import Assessment
from alignplan.analysis.schedule.computing import Search, scheduled
from alignplan.analysis.selectors.choice import choose
from alignplan.formats.interface import Exported, Source, exporter
from alignplan.loading.files import text_of

HARBOUR = """\
alignplan: 1
plan: {title: Harbour, calendar: office, currency: EUR, horizon: {start: 2026-11-01, due: 2027-12-31}}
calendars:
  office: {workdays: [mon, tue, wed, thu, fri], hours: 8, holidays: [2026-12-24, 2026-12-25, 2027-01-01]}
  shop: {workdays: [mon, tue, wed, sat], hours: 6}
people:
  mia: {name: Mia Lund, cost: 640, leave: [{from: 2026-12-07, until: 2026-12-09}, {from: 2026-12-02, hours: 4}]}
  tom: {name: Tom Ek, capacity: 50%}
  ida: {name: Ida Berg, calendar: shop, until: 2027-06-30}
  jo: {name: Jo}
resources:
  crane: {title: Crane, capacity: 2}
objectives: {depth: {title: Deeper}}
tactics:
  dredge:
    title: Dredge <the> "harbour" & more
    supports: depth
    owner: mia
    due: 2027-03-31
    actions:
      survey: {title: Survey, owner: mia, effort: 6d, status: done, started: 2026-11-02, finished: 2026-11-13}
      permit: {title: Permit, elapsed: 14d, after: [survey]}
      plan: {title: Plan it, owner: mia, effort: 10d, started: 2026-11-16, progress: 40%, tags: [desk, "a,b"]}
      dig:
        title: Dig
        assigned: {mia: 100%, jo: 100%}
        effort: 12d
        uses: {crane: 2}
        after: [permit, {plan: finish-start + 2d}]
      half: {title: Half time, assigned: {tom: 50%}, effort: 3d, after: [{plan: start-start + 1d}]}
      tidy: {title: Tidy up, owner: jo, effort: 2d, after: [{dig: finish-finish + 1d}]}
      dry: {title: Dry, duration: 1w, after: [{dig: finish-start + 3d elapsed}]}
    milestones:
      ready: {title: Ready, due: {date: 2027-02-26, must: true}, after: [dig, dry], criterion: "20 m; no rocks"}
  shore:
    title: Shore
    supports: depth
    owner: ida
    not_before: 2026-12-14
    after: [dredge/permit]
    actions:
      wall: {title: Wall, effort: 5d, description: "Line one\\nline two, longer; and \\\\ more"}
      paint: {title: Paint, effort: 10h, after: [wall], due: 2027-01-29}
  fair: {title: Fair, supports: depth, start: 2027-01-11, due: 2027-01-15}
"""
DAYS = {
    "dredge": ("2026-11-02", "2026-12-29"),
    "dredge/survey": ("2026-11-02", "2026-11-13"),
    "dredge/permit": ("2026-11-22", "2026-12-05"),
    "dredge/plan": ("2026-11-16", "2026-11-30"),
    "dredge/dig": ("2026-12-10", "2026-12-17"),
    "dredge/half": ("2026-11-23", "2026-11-30"),
    "dredge/tidy": ("2026-12-18", "2026-12-21"),
    "dredge/dry": ("2026-12-21", "2026-12-29"),
    "dredge/ready": ("2026-12-29", "2026-12-29"),
    "shore": ("2026-12-14", "2026-12-28"),
    "shore/wall": ("2026-12-14", "2026-12-23"),
    "shore/paint": ("2026-12-23", "2026-12-28"),
    "fair": ("2027-01-11", "2027-01-15"),
}
"""The days of the schedule, as `alignplan schedule` shows them."""
HOSTILE = """\
alignplan: 1
plan: {title: "Ev${il} $(HOME) \\"x\\\\\\" \\\\"}
people:
  mia: {name: "Mia\\\\", capacity: 80%}
  tom: {name: "Tom ]]> <!-- &amp; -->"}
teams: {crew: {title: "Crew\\nBEGIN:VEVENT", capacity: 300%}}
objectives: {depth: {title: Deeper}}
tactics:
  task:
    title: "task } \\u202e \\"\\n resource"
    supports: depth
    actions:
      start: {title: "${x}", assigned: {mia: 50%}, effort: 3d, description: "<script>\\r\\nEND:VTODO"}
      2end.a-b: {title: "-8<-", assigned: {mia: 30%}, effort: 3d}
      2end.a_b: {title: "]]></Name>;,:", assigned: {tom: 100%}, effort: 3d, after: [start]}
      q: {title: "q # // /* */", assigned: {tom: 25%}, effort: 1d, after: [2end.a_b]}
      r: {title: "\\u0007 ÄÖ 🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢", assigned: {tom: 75%}, effort: 1d, after: [2end.a_b]}
      c: {title: c, assigned: {crew: 200%}, effort: 10d}
      d: {title: d, assigned: {crew: 100%}, effort: 3d}
      e: {title: e, elapsed: 6h, after: [start]}
      f: {title: f, duration: 6h, after: [start]}
      g: {title: g, duration: 2d, after: [{f: finish-start - 3h}]}
      h: {title: h, duration: 2d, after: [{f: start-finish + 3d}]}
"""


def source(folder: Path, text: str, *specs: str, view: str = "") -> Source:
    """What is exported of a plan in one file, which `check` finds no error in."""
    plan = open_plan(written(folder, text), as_of=TODAY)
    assert plan.loaded.findings == [], plan.loaded.findings
    chosen = choose(plan.assessment, specs)
    return Source(
        plan.assessment, chosen, tuple(plan.files), lambda path: text_of(plan.source, path), str, view
    )


def exported(name: str, folder: Path, text: str, *specs: str, view: str = "") -> Exported:
    """The plan in a format."""
    one = exporter(name)
    return one.convert(source(folder, text, *specs, view=one.view_named(view or None)))


def text_in(name: str, folder: Path, text: str, *specs: str, view: str = "") -> str:
    """Its content, which is text."""
    content = exported(name, folder, text, *specs, view=view).content
    assert isinstance(content, str)
    return content


def days_of(plan: Assessment) -> dict[str, tuple[str, str]]:
    """The days of each item as `alignplan schedule` has them."""
    items: Any = scheduled(plan, Search("default")).items
    return {id: (str(item.start), str(item.finish)) for id, item in items.items()}
