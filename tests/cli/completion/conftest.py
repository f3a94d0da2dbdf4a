"""Shells that find `alignplan`, a plan to complete in, and one that means harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.completion.shells import place

PLAN = {
    "alignplan.yaml": """\
alignplan: 1
plan:
  title: Jam
  vision: Jam for all
include: [people.yaml, "tactics/*.yaml"]
position:
  snack-boom: Snacking grows by 9 % a year
objectives:
  market-share:
    title: Capture 25 % of the market
    kpis:
      share: {title: Regional share, unit: "%"}
  snack-shelf:
    title: Be on every snack shelf
    parent: market-share
""",
    "people.yaml": """\
# who does it
teams:
  brand: {title: Brand}
people:
  mia: {name: Mia Lund, team: brand}
  mike: Mike
""",
    "tactics/snacks.yaml": """\
tactics:

  snack-bar:
    title: "Launch a fruit snack bar"
    supports: snack-shelf
    owner: mia
    tags: [launch, 'north']
    actions:
      recipe:
        title: Find the recipe
      pilot: Make the first thousand
    milestones:
      shelf-ready: {title: On the shelf}

  listing-fund: Pay for a place on the shelf
""",
}
HOSTILE = r"""
alignplan: 1
plan: {title: Harm}
include: ["more/*.yaml"]
tactics:
  plain: "$(touch PWNED) `touch PWNED`; touch PWNED & $HOME \\ 'x'"
  coloured: "%%F{red}%%n !! \e[31m\a\n:colon: \u202Eback"
  quoted: 'touch "PWNED" > PWNED | touch PWNED'
  tabbed: "one\ttwo\r\nthree"
  "$(touch PWNED)": Id that runs
  "`touch PWNED`": Id that runs
  "a;touch PWNED": Id that runs
  "new\nline": Id on two lines
  "co:lon": Id with a colon
  -dash: Id like an option
  long: %s
  labelled:
    title: Labelled
    tags: [good, "$(touch PWNED)", "a b", "x;touch PWNED", "it's", "*"]
    owner: mia
people:
  mia: {name: "Mia $(touch PWNED)"}
""".lstrip()


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """The environment of a shell."""
    return place(tmp_path)


@pytest.fixture
def jam(tmp_path: Path) -> Path:
    """A plan of three files, its folder in a folder that has no plan."""
    folder = tmp_path / "plans" / "jam"
    for path, text in PLAN.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A plan whose ids, titles, tags and file names are commands."""
    folder = tmp_path / "it's $(touch PWNED) a plan"
    (folder / "more").mkdir(parents=True)
    (folder / "alignplan.yaml").write_text(HOSTILE % ("x" * 100_000))
    (folder / "more" / "$(touch PWNED).yaml").write_text("tactics: {hidden: In a file}\n")
    (folder / "more" / "fine.yaml").write_text("tactics: {seen: In a file}\n")
    return folder
