"""The same linked items in the formats of two peers, checked by each: alignplan beside TRLC and Doorstop.

usage: python benchmarks/peers.py [--items 10000]        needs `trlc` and `doorstop` on PATH; what is missing is left out

Each gets its own format as it wants it: TRLC the same items with the same fields and links as typed records, Doorstop one file for
each objective and tactic, without the rest.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measure import Sample, median, once
from benchmarks.plans import DAY, write_plan
from benchmarks.run import COMMAND

_TYPES = """package Plan
type Person { name String  role String  cost Integer }
type Objective { title String  owner Person  parent optional Objective  start String  due String  baseline Integer
  target Integer  unit String }
type Tactic { title String  description String  supports Objective  owner Person  start String  due String
  planned Integer  spent Integer  tags String[0..9] }
type Action { title String  part_of Tactic  owner Person  effort Integer  after optional Action }
"""


def write_trlc(folder: Path, items: int) -> None:
    """The items that the plan of that size has, with the same fields and links, as records in files of the same size."""
    folder.mkdir(parents=True)
    (folder / "plan.rsl").write_text(_TYPES)
    people, objectives = max(3, items // 4), max(3, items // 10)
    _records(folder, "people", (
        f'Person p{i} {{ name = "Person {i}"  role = "Planner"  cost = {300 + i % 400} }}' for i in range(people)
    ))  # fmt: skip
    _records(folder, "objectives", (
        f'Objective o{i} {{ title = "Serve the district {i}"  owner = p{i % people}  start = "2026-09-01"'
        f'  due = "2030-12-31"  baseline = 20  target = 70  unit = "%" {f"parent = o{i // 10}" if i else ""} }}'
        for i in range(objectives)
    ))  # fmt: skip
    _records(folder, "tactics", (_tactic(i, people, objectives) for i in range(items)))


def _tactic(i: int, people: int, objectives: int) -> str:
    lines = [
        f'Tactic t{i} {{ title = "Open the shop {i}"  description = """Early mobile north lab. Shared digital course."""'
        f'  supports = o{i % objectives}  owner = p{i % people}  start = "2027-02-01"  due = "2027-09-30"'
        f'  planned = {i % 90 * 1000}  spent = 0  tags = ["early", "lab"] }}'
    ]
    for step in range(4):
        after = f"  after = a{i}x{step - 1}" if step else ""
        lines.append(
            f'Action a{i}x{step} {{ title = "Train the late team {step}"  part_of = t{i}  owner = p{(i + step) % people}'
            f"  effort = {step + 1}{after} }}"
        )
    return "\n".join(lines)


def _records(folder: Path, name: str, records: Iterable[str]) -> None:
    """Files of 200 records each; what is used must be declared before, so that files are read in order."""
    listed = list(records)
    for part in range(0, len(listed), 200):
        (folder / f"{name}-{part // 200:04}.trlc").write_text(
            "package Plan\n" + "\n".join(listed[part : part + 200]) + "\n"
        )


def write_doorstop(folder: Path, items: int) -> None:
    """Two documents with a file an item; Doorstop wants them in a working copy."""
    objectives = max(1, items // 10)
    for prefix, parent, number in (("OBJ", None, objectives), ("TAC", "OBJ", items)):
        document = folder / prefix.lower()
        document.mkdir(parents=True)
        settings = f"settings:\n  digits: 6\n  prefix: {prefix}\n  sep: ''\n"
        (document / ".doorstop.yml").write_text(settings + (f"  parent: {parent}\n" if parent else ""))
        for i in range(1, number + 1):
            links = f"links:\n- OBJ{(i % objectives) + 1:06}: null\n" if parent else "links: []\n"
            text = f"active: true\nderived: false\nheader: ''\nlevel: 1.{i}\n{links}normative: true\nref: ''\nreviewed: null\n"
            (document / f"{prefix}{i:06}.yml").write_text(f"{text}text: |\n  Open the shop {i}\n")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)


def main() -> None:
    """Print CPU seconds and memory of each, and how many times faster alignplan is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=10_000)
    items = parser.parse_args().items
    with tempfile.TemporaryDirectory(prefix="alignplan-peers-") as place:
        folder = Path(place)
        environment = {
            **os.environ,
            "ALIGNPLAN_AS_OF": DAY.isoformat(),
            "XDG_CACHE_HOME": str(folder / "cache"),
        }
        plan = write_plan(folder / "plan", items)
        write_trlc(folder / "trlc", items)
        write_doorstop(folder / "doorstop", items)

        def cold() -> Sample:
            shutil.rmtree(folder / "cache", ignore_errors=True)
            return once([COMMAND, "check"], cwd=plan, environment=environment)

        ours = median([cold() for _ in range(3)])
        print(f"alignplan  {ours.cpu:7.2f} s  {ours.memory:6.0f} MiB")
        for name, command in (("trlc", ["trlc", "."]), ("doorstop", ["doorstop"])):
            program = shutil.which(name)
            if program is None:
                print(f"{name:<9}  not installed")
                continue
            theirs = once([program, *command[1:]], cwd=folder / name)
            assert theirs.code == 0 or name == "doorstop", f"{name} refused its input"
            print(f"{name:<9}  {theirs.cpu:7.2f} s  {theirs.memory:6.0f} MiB  {theirs.cpu / ours.cpu:5.1f} x")


if __name__ == "__main__":
    main()
