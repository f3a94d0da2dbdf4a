"""Schedules against what is known of them: standard instances, plans of people, and TaskJuggler on the same plans.

usage: python benchmarks/schedule.py [--efforts quick,default,…] [--limit SECONDS] [--every N] [--no-people] [DIR]

DIR holds PSPLIB instances (.sm, one mode), one folder a set; beside the folders `best_known.csv` (set, instance, best_known), else the
gap is that to our own bound. Budgets are schedules, so that all figures but the seconds repeat; of the effort `solver`
only where OR-Tools is installed, and its figures can differ a little from run to run. Each schedule is checked slot by slot.
CPU is in milliseconds for an instance, or per 100 tasks where said so. In brackets: the figures to reach.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from benchmarks import people, taskjuggler
from tests.scheduling.checker import check

from alignplan.formats.psplib.instance import Instance
from alignplan.formats.psplib.read import read
from alignplan.scheduling.axis import Axis
from alignplan.scheduling.efforts import EFFORTS, solve
from alignplan.scheduling.problem import Link, Mode, Problem, Resource, Task
from alignplan.scheduling.schedule import Schedule
from alignplan.scheduling.solver import improve, installed

GAP = {
    "quick": {"j30": 2.0, "j60": 2.6, "j120": 6.5},
    "default": {"j30": 0.5, "j60": 1.4, "j120": 4.2},
    "thorough": {"j30": 0.25, "j60": 0.7, "j120": 2.7},
    "solver": {"j120": 3.3},
}
"""Mean gaps to the best known in percent, at most."""
PROVEN: dict[str, dict[str, float]] = {"solver": {"j30": 98, "j60": 77}}
"""Percent of instances of which the optimum is proven, at least."""
CPU = {"quick": 25, "default": 400, "thorough": 8000}
"""Milliseconds per 100 tasks, at most."""
PEOPLE = ((100, 5, 5, 1.5, 0.0), (300, 10, 5, 7.0, 1.0), (1_000, 20, 3, 3.5, 5.0))
"""Tasks, people, seeds; percent of `default` over `solver` at most; certified gap of `solver` in percent at most."""


@dataclass(frozen=True)
class Run:
    """A schedule of an effort, and its CPU seconds."""

    schedule: Schedule
    cpu: float


def run(problem: Problem, effort: str, limit: float) -> Run:
    began = time.process_time()
    if effort == "solver":
        schedule = improve(problem, solve(problem, "default"), limit=limit, workers=2)
    else:
        schedule = solve(problem, effort)
    cpu = time.process_time() - began
    check(problem, schedule)
    return Run(schedule, cpu)


# ------------------------------------------------------------ standard instances


def problem_of(instance: Instance) -> Problem:
    places = {job.number: at for at, job in enumerate(instance.jobs)}
    return Problem(
        tuple(
            Task(
                f"{job.number}",
                (Mode(job.duration, 0, tuple((at, units) for at, units in enumerate(job.needs) if units)),),
            )
            for job in instance.jobs
        ),
        tuple(Link(places[other], places[job.number]) for job in instance.jobs for other in job.after),
        tuple(Resource(pool.label, pool.capacity) for pool in instance.pools),
        (Axis(1, (), (1,) * 7),),
    )


def instances(folder: Path, every: int) -> Iterator[tuple[str, list[Path]]]:
    """The sets by size, each with every N-th instance."""
    sets: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*.sm")):
        sets.setdefault(path.parent.name, []).append(path)
    for name in sorted(sets, key=lambda name: (len(name), name)):
        yield name, sets[name][::every]


def best_known(folder: Path) -> dict[str, int]:
    path = folder / "best_known.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8") as file:
        return {row["instance"]: int(row["best_known"]) for row in csv.DictReader(file)}


def bench_instances(folder: Path, efforts: list[str], limit: float, every: int) -> None:
    known = best_known(folder)
    reference = "the best known" if known else "our bound: no best_known.csv"
    print(f"Standard instances: mean gap to {reference}; proven optimal; CPU per instance")
    print(f"{'set':6}{'effort':10}{'n':>4}{'gap %':>9}{'':9}{'proven %':>9}{'':7}{'ms':>9}{'ms/100':>9}")
    for name, paths in instances(folder, every):
        problems = [(path.stem, problem_of(read(path.read_bytes(), name=path.name))) for path in paths]
        for effort in efforts:
            runs = [(stem, run(problem, effort, limit)) for stem, problem in problems]
            tasks = sum(len(problem.tasks) for _, problem in problems)
            _tell(name, effort, runs, known, tasks)


def _tell(name: str, effort: str, runs: list[tuple[str, Run]], known: dict[str, int], tasks: int) -> None:
    gaps = []
    for stem, made in runs:
        best = known.get(stem, made.schedule.bound)
        gaps.append(100 * (made.schedule.score.finish - best) / best)
    proven = 100 * fmean(made.schedule.optimal for _, made in runs)
    cpu = sum(made.cpu for _, made in runs)
    wanted = _wanted(GAP, effort, name, "<="), _wanted(PROVEN, effort, name, ">=")
    print(
        f"{name:6}{effort:10}{len(runs):4}{fmean(gaps):9.2f}{wanted[0]:9}{proven:9.1f}{wanted[1]:7}"
        f"{1e3 * cpu / len(runs):9.1f}{1e5 * cpu / tasks:9.1f}{_limit(effort)}",
        flush=True,
    )


def _wanted(figures: dict[str, dict[str, float]], effort: str, name: str, sign: str) -> str:
    figure = figures.get(effort, {}).get(name)
    return "" if figure is None else f" ({sign}{figure:g})"


def _limit(effort: str) -> str:
    return f" (<={CPU[effort]})" if effort in CPU else ""


# ------------------------------------------------------------ plans of people


def bench_people(efforts: list[str], limit: float) -> None:
    print(
        "\nPlans of people: finish in hours of the grid, seeds apart; CPU seconds; gap to the certified bound"
    )
    for tasks, owners, seeds, over, certified in PEOPLE:
        wanted = f"default over solver <= {over:g} %, certified gap of solver <= {certified:g} %"
        print(f"{tasks:,} tasks, {owners} people ({wanted})")
        finishes: dict[str, list[int]] = {}
        plans = [people.generate(tasks, owners, seed) for seed in range(seeds)]
        problems = [people.problem(plan) for plan in plans]
        for effort in efforts:
            runs = [run(problem, effort, limit) for problem in problems]
            finishes[effort] = [made.schedule.score.finish for made in runs]
            gap = fmean(_gap(made.schedule) for made in runs)
            proven = sum(made.schedule.optimal for made in runs)
            _row(
                effort,
                finishes[effort],
                fmean(made.cpu for made in runs),
                f"gap {gap:.2f} %, {proven} of {len(runs)} proven",
            )
        _tj3(plans, finishes)
        _over(finishes)
    _largest()


def _gap(schedule: Schedule) -> float:
    return 100 * (schedule.score.finish - schedule.bound) / schedule.bound


def _row(name: str, finishes: list[int], cpu: float, more: str) -> None:
    print(f"  {name:10}{' '.join(f'{finish:6,}' for finish in finishes)}  {cpu:8.3f} s  {more}", flush=True)


def _tj3(plans: list[people.People], finishes: dict[str, list[int]]) -> None:
    if not taskjuggler.installed():
        print("  tj3 is not installed (Debian: tj3): left out")
        return
    found = [taskjuggler.schedule(plan) for plan in plans]
    if any(one is None for one in found):
        print("  tj3 found no schedule")
        return
    runs = [one for one in found if one is not None]
    ends = [finish for finish, _ in runs]
    shorter = 0.0
    if "default" in finishes:
        shorter = fmean(
            100 * (1 - ours / theirs) for ours, theirs in zip(finishes["default"], ends, strict=True)
        )
    _row(
        "tj3",
        ends,
        fmean(cpu for _, cpu in runs),
        f"default is {shorter:.1f} % shorter (>=5), longer in {_longer(finishes, ends)}",
    )


def _longer(finishes: dict[str, list[int]], ends: list[int]) -> int:
    return sum(ours > theirs for ours, theirs in zip(finishes.get("default", ends), ends, strict=True))


def _over(finishes: dict[str, list[int]]) -> None:
    if "solver" not in finishes:
        return
    for effort, found in finishes.items():
        if effort != "solver":
            over = fmean(
                100 * (ours / best - 1) for ours, best in zip(found, finishes["solver"], strict=True)
            )
            print(f"  {effort} is {over:.2f} % over solver")


def _largest() -> None:
    """Ten thousand tasks, as quickly as it goes."""
    plan = people.generate(10_000, 200, 0)
    made = run(people.problem(plan), "quick", 0)
    print("10,000 tasks, 200 people (CPU <= 0.5 s)")
    _row("quick", [made.schedule.score.finish], made.cpu, f"gap {_gap(made.schedule):.2f} %")
    _tj3([plan], {"default": [made.schedule.score.finish]})


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", nargs="?", metavar="DIR")
    known = [*EFFORTS, *(["solver"] if installed() else [])]
    options.add_argument("--efforts", default=",".join(known))
    options.add_argument(
        "--limit", type=float, default=10.0, help="seconds of the solver on each of two cores"
    )
    options.add_argument(
        "--every", type=int, default=1, metavar="N", help="only every N-th instance of a set"
    )
    options.add_argument("--no-people", action="store_true")
    given = options.parse_args()
    efforts = [effort for effort in known if effort in given.efforts.split(",")]
    if "solver" not in known:
        print("OR-Tools is not installed (pip install 'alignplan[solver]'): the effort solver is left out\n")
    if given.folder is None:
        print("No folder of instances: make bench-schedule PSPLIB=DIR")
    else:
        bench_instances(Path(given.folder), efforts, given.limit, given.every)
    if not given.no_people:
        bench_people(efforts, given.limit)


if __name__ == "__main__":
    main()
