"""A plan with links, in a repository, and what is suspect in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.history.gits import Repo

from alignplan import open_plan
from alignplan.diagnostics.report import Reported
from alignplan.linting.selection import Asked
from alignplan.workspace import Plan

__all__ = ["GOALS", "TODAY", "WORK", "judged", "planted", "said", "suspect"]

TODAY = date(2026, 11, 22)
ROOT = """\
alignplan: 1
plan: {title: The orchard}
include: ["*s.yaml"]
people: {mia: Mia Lund}
"""
GOALS = """\
objectives:
  fruit:
    title: Sell fruit
    owner: mia
    due: 2030
    kpis: {tons: {title: Tons sold, unit: t, baseline: 1, target: 9, actuals: {2026-01-31: 1}}}
  apples:
    title: Sell apples
    parent: fruit
    owner: mia
    due: 2028
    kpis: {tons: {title: Tons of apples, unit: t, baseline: 1, target: 5}}
"""
WORK = """\
tactics:
  trees:
    title: Plant trees
    supports: {apples: 100}
    owner: mia
    due: 2027
    budget: {planned: 400, spent: 10}
    actions:
      dig: {title: Dig holes, effort: 2d, progress: 10%}
"""


def planted(folder: Path, **files: str) -> Repo:
    """The plan, committed on 2026-09-01."""
    repo = Repo(folder)
    repo.write(alignplan=ROOT, goals=GOALS, works=WORK)
    repo.write(**files)
    repo.commit("2026-09-01")
    return repo


def judged(repo: Repo | Path) -> tuple[Plan, list[Reported]]:
    """The plan as it stands, and what A112 says of it."""
    plan = open_plan(repo.folder if isinstance(repo, Repo) else repo, as_of=TODAY)
    found = plan.check(Asked(select=("A112",))).findings
    return plan, [finding for finding in found if finding.code == "A112"]


def said(repo: Repo | Path) -> list[str]:
    """The messages."""
    return [finding.message for finding in judged(repo)[1]]


def suspect(repo: Repo | Path) -> list[str]:
    """The links: `child: field/parent`."""
    return [f"{finding.item}: {finding.field}" for finding in judged(repo)[1]]
