"""The same plans of people for TaskJuggler: written as a project, scheduled by `tj3` where that is installed.

tj3 may split tasks, which ours do not: a relaxation in its favour.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

from benchmarks.people import DAYS, HOURS, START, People, works_on

HEAD = """project bench "Bench" {start} +{days}d {{
  timingresolution 60 min
  dailyworkinghours {hours}
  timeformat "%Y-%m-%d-%H:%M"
  workinghours mon - fri 9:00 - 17:00
  workinghours sat, sun off
}}
"""


def installed() -> bool:
    return shutil.which("tj3") is not None


def schedule(plan: People) -> tuple[int, float] | None:
    """The finish as an hour of our grid, and the CPU seconds; None where tj3 finds none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.tjp"
        path.write_text(project(plan), encoding="utf-8")
        process = subprocess.Popen(
            ["tj3", "--silent", "--no-color", "-o", folder, str(path)],
            env={**os.environ, "TZ": "UTC"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        ends = Path(folder) / "ends.csv"
        if process.returncode or not ends.exists():
            return None
        with ends.open(encoding="utf-8") as file:
            last = max(_hour(row["End"]) for row in csv.DictReader(file, delimiter=";"))
        return last, usage.ru_utime + usage.ru_stime


def project(plan: People) -> str:
    """The text of the project."""
    parts = [HEAD.format(start=START, days=2 * DAYS, hours=HOURS)]
    for number, leave in enumerate(plan.leave):
        parts.append(f'resource p{number} "p{number}" {{')
        parts += [f"  leaves annual {day}" for day in map(_day, range(DAYS)) if _off(day, leave)]
        parts.append("}")
    for number, work in enumerate(plan.tasks):
        after = f"  depends {', '.join(f'!t{other}' for other in work.after)}\n" if work.after else ""
        parts.append(
            f'task t{number} "t{number}" {{\n  effort {work.hours}h\n  allocate p{work.owner}\n{after}}}'
        )
    parts.append('taskreport ends "ends" {\n  formats csv\n  columns id, end\n  hidetask 0\n}')
    return "\n".join(parts) + "\n"


def _day(number: int) -> date:
    return START + timedelta(days=number)


def _off(day: date, leave: frozenset[int]) -> bool:
    """Whether a day that would be worked is not."""
    return day.weekday() < 5 and not works_on((day - START).days, leave)


def _hour(text: str) -> int:
    """The hour of our grid, which has the eight of each day and no others."""
    end = datetime.strptime(text, "%Y-%m-%d-%H:%M")  # noqa: DTZ007  hours of a day, without a zone
    return (end.date() - START).days * HOURS + end.hour - 9
