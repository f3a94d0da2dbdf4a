"""Speed and memory against their budgets: ratios in one run, medians of interleaved runs.

usage: python benchmarks/run.py [--largest 100000] [--rounds 5]

Seconds depend on the machine, ratios hardly: the unit is a bare Python (`python -c pass`), for large plans the time
libyaml takes to parse the same files in C.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.histories import write_history
from benchmarks.measure import Sample, median, once
from benchmarks.plans import DAY, write_plan

BARE = [sys.executable, "-c", "pass"]
PARSE = (
    "import sys,pathlib;from yaml.cyaml import CParser\n"
    "for f in sorted(pathlib.Path(sys.argv[1]).rglob('*.yaml')): CParser(f.read_text('utf-8')).raw_parse()"
)
COMMAND = shutil.which("alignplan", path=str(Path(sys.executable).parent)) or "alignplan"


@dataclass(frozen=True)
class Line:
    """A figure beside its budget."""

    name: str
    value: float
    unit: str
    budget: float | None
    note: str = ""

    def __str__(self) -> str:
        verdict = "" if self.budget is None else "ok" if self.value <= self.budget else "OVER"
        budget = "" if self.budget is None else f"{self.budget:g}"
        return f"{self.name:<52} {self.value:>9.2f} {self.unit:<11} {budget:>7}  {verdict:<5} {self.note}"


class Bench:
    """Runs what is to be compared in turn, so that a busy machine slows all alike."""

    def __init__(self, folder: Path, rounds: int) -> None:
        self.folder = folder
        self.rounds = rounds
        self.environment = {
            **os.environ,
            "XDG_CACHE_HOME": str(folder / "cache"),
            "ALIGNPLAN_AS_OF": DAY.isoformat(),
        }

    def plan(self, tactics: int) -> Path:
        """The plan of a size, written once."""
        place = self.folder / f"plan-{tactics}"
        return place if place.exists() else write_plan(place, tactics)

    def cold(self, arguments: list[str], plan: Path) -> Sample:
        """A run that finds no cache."""
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        return self.warm(arguments, plan)

    def warm(self, arguments: list[str], plan: Path) -> Sample:
        """A run that finds what the last one left."""
        return once([COMMAND, *arguments], cwd=plan, environment=self.environment)

    def bare(self) -> Sample:
        """A Python that does nothing."""
        return once(BARE, environment=self.environment)

    def interleaved(self, *runs: object, rounds: int | None = None) -> list[Sample]:
        """The medians of several runs, taken in turn."""
        samples: list[list[Sample]] = [[] for _ in runs]
        for _ in range(rounds or self.rounds):
            for found, run in zip(samples, runs, strict=True):
                assert callable(run)
                found.append(run())
        return [median(found) for found in samples]


def start_up(bench: Bench) -> list[Line]:
    """What a user feels first."""
    small, middle = bench.plan(10), bench.plan(1000)
    bare, version, help_, completion, cold = bench.interleaved(
        bench.bare,
        lambda: bench.warm(["--version"], small),
        lambda: bench.warm(["--help"], small),
        lambda: bench.warm(["__complete", "zsh", "tactic-99", "alignplan", "show"], middle),
        lambda: bench.cold(["check"], small),
        rounds=bench.rounds * 3,
    )
    return [
        Line("--version", version.cpu / bare.cpu, "x bare", 2, f"bare Python {bare.cpu * 1000:.0f} ms"),
        Line("--help", help_.cpu / bare.cpu, "x bare", 10),
        Line("completion of an id, 1,000 tactics", completion.cpu / bare.cpu, "x bare", 10),
        Line("check, 50 items, cold", cold.cpu / bare.cpu, "x bare", 20, f"{cold.memory:.0f} MiB"),
        *unchanged(bench, middle, "1,000 tactics"),
    ]


def unchanged(bench: Bench, plan: Path, name: str) -> list[Line]:
    """A plan that was checked before."""
    bench.cold(["check"], plan)
    bench.warm(["check"], plan)
    bare, warm = bench.interleaved(bench.bare, lambda: bench.warm(["check"], plan))
    return [Line(f"check, unchanged, {name}", warm.cpu / bare.cpu, "x bare", 5)]


def cold_check(bench: Bench, tactics: int, rounds: int) -> tuple[list[Line], Sample]:
    """A plan that was never seen, against libyaml's own parse of it."""
    plan = bench.plan(tactics)
    parse, cold = bench.interleaved(
        lambda: once([sys.executable, "-c", PARSE, str(plan)]),
        lambda: bench.cold(["check"], plan),
        rounds=rounds,
    )
    memory_budget = 300.0 if tactics == 100_000 else None
    lines = [
        Line(f"check, {tactics:,} tactics, cold", cold.cpu / parse.cpu, "x C parse", 10, f"{cold.cpu:.2f} s"),
        Line(f"check, {tactics:,} tactics, cold: peak memory", cold.memory, "MiB", memory_budget),
    ]
    return lines, cold


def one_changed(bench: Bench, tactics: int) -> list[Line]:
    """A plan in which one file changed: in what is an item's own, and in what others look at."""
    plan = bench.plan(tactics)
    changed = next(iter(sorted((plan / "tactics").rglob("*.yaml"))))
    text = changed.read_text("utf-8")
    bench.warm(["check"], plan)
    turn = iter(range(1_000_000))

    def own() -> Sample:
        changed.write_text(text.replace("title: ", f"title: Again {next(turn)} ", 1), encoding="utf-8")
        return bench.warm(["check"], plan)

    def others() -> Sample:
        changed.write_text(
            text.replace("    due: ", "    weight: 40\n    due: ", 1 + next(turn)), encoding="utf-8"
        )
        return bench.warm(["check"], plan)

    bare, one = bench.interleaved(bench.bare, own, rounds=min(bench.rounds, 3))
    (whole,) = bench.interleaved(others, rounds=1)
    name = f"check, {tactics:,} tactics, one file changed"
    return [
        Line(f"{name}: a title", one.cpu / bare.cpu, "x bare", 20, f"{one.cpu:.2f} s"),
        Line(f"{name}: weights", whole.cpu / bare.cpu, "x bare", None, f"{whole.cpu:.2f} s, the whole plan"),
    ]


def views(bench: Bench) -> list[Line]:
    """The other questions, against the cold check of the same plan."""
    plan = bench.plan(10_000)
    names = ("progress", "gaps", "tree")
    cold, *others = bench.interleaved(
        lambda: bench.cold(["check"], plan),
        *[(lambda name=name: bench.warm([name], plan)) for name in names],
        rounds=3,
    )
    return [
        Line(f"{name}, 10,000 tactics", other.cpu / cold.cpu, "x check", 2)
        for name, other in zip(names, others, strict=True)
    ]


def history(bench: Bench, commits: int) -> list[Line]:
    """A plan of 1,000 tactics with a past, one file changed in each commit: as it is shown, again, and commit by commit."""
    plan = bench.folder / "past"
    if not plan.exists():
        write_history(plan, 1000, commits)
    some = ["history", "--every", "commit", "-n", "100", "-f", "json"]
    check, cold, each = bench.interleaved(
        lambda: bench.cold(["check"], plan),
        lambda: bench.cold(["history"], plan),
        lambda: bench.cold(some, plan),
        rounds=min(bench.rounds, 3),
    )
    bench.cold(["history"], plan)
    bare, warm = bench.interleaved(bench.bare, lambda: bench.warm(["history"], plan), rounds=3)
    return [
        Line(f"history, {commits:,} commits", cold.cpu / check.cpu, "x check", 30, f"{cold.cpu:.2f} s"),
        Line(
            f"history, {commits:,} commits, again", warm.cpu / bare.cpu, "x bare", None, f"{warm.cpu:.2f} s"
        ),
        Line(
            "history, each of 100 commits", each.cpu / 100 / check.cpu, "x check", None, f"{each.cpu:.2f} s"
        ),
    ]


def main() -> None:
    """Print every figure beside its budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=100_000, help="tactics of the largest plan")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    print(f"{'':<52} {'measured':>9} {'':<11} {'budget':>7}")
    with tempfile.TemporaryDirectory(prefix="alignplan-bench-") as folder:
        bench = Bench(Path(folder), asked.rounds)
        show(start_up(bench))
        before: Sample | None = None
        size = 10_000
        while size <= asked.largest:
            lines, cold = cold_check(bench, size, 3 if size <= 10_000 else 1)
            show(lines)
            if before is not None:
                show(
                    [Line(f"growth from {size // 10:,} to {size:,} tactics", cold.cpu / before.cpu, "x", 11)]
                )
            show(unchanged(bench, bench.plan(size), f"{size:,} tactics"))
            show(one_changed(bench, size))
            before, size = cold, size * 10
        show(views(bench))
        show(history(bench, 1000))


def show(lines: list[Line]) -> None:
    """Print as soon as it is known."""
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
