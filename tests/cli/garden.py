"""A small plan in two files, without any finding: what commands that write are tried on."""

from __future__ import annotations

from pathlib import Path

from tests.plans import written

__all__ = ["FILES", "ROOT", "WORK", "planted", "text"]

ROOT = """\
alignplan: 1
plan:
  title: The garden
  horizon: {start: 2026-01-01, due: 2030-12-31}
include: [work.yaml, "more/*.yaml"]

people:
  mia: {title: Mia Lund}
  ben: {title: Ben Holm}

objectives:
  harvest:  # the first of all
    title: Harvest 40 kg
    owner: mia
    due: 2027-10-31
    kpis:
      kilos: {title: Kilos, unit: kg, baseline: 10, target: 40, actuals: {2026-10-31: 25}}
"""
WORK = """\
# What we do.
tactics:
  beds:
    title: Build raised beds
    supports: harvest
    owner: mia
    due: 2027-03-31
    moves: {harvest/kilos: +20}
    actions:
      wood: {title: Buy wood, due: 2026-12-15}
      build: {title: Build, after: [wood], due: 2027-02-28}  # two of us

  # Nobody else has one.
  well:
    title: Dig a well
    supports: {harvest: 100}
    owner: ben
    due: 2027-09-30
    after: [beds/build]
    actions:
      dig: Dig
"""
FILES = {"alignplan.yaml": ROOT, "work.yaml": WORK}


def planted(folder: Path, **changed: str) -> Path:
    """The plan in a folder; `root` and `work` take the place of its texts."""
    files = {"alignplan.yaml": changed.get("root", ROOT), "work.yaml": changed.get("work", WORK)}
    (folder / "more").mkdir(exist_ok=True)
    (folder / "more/nothing.yaml").write_text("x-nothing: here\n")
    return written(folder, files)


def text(folder: Path, name: str = "work.yaml") -> str:
    """What a file says, to the byte."""
    return (folder / name).read_bytes().decode()
