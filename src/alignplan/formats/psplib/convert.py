"""An instance → the files of a plan: one day for each period, every day a working day, and nothing else in it."""

from __future__ import annotations

import os
import re
from datetime import date
from typing import Any

from alignplan.formats.interface import Imported
from alignplan.formats.psplib.instance import Instance, Job, Pool
from alignplan.formats.psplib.read import read
from alignplan.text.compose import compose

__all__ = ["convert"]

_WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def convert(source: bytes, *, name: str, today: date) -> Imported:
    """The plan of an instance that starts on the day `today`: its jobs are the actions of one tactic.

    A job that takes no time is a milestone. The first and the last job only say where the project starts and ends, and
    are left out. Raises :class:`~alignplan.formats.interface.ImportRefused` for what is not such a file.
    """
    name = "".join(sign if sign.isprintable() else "?" for sign in name)
    instance = read(source, name=name)
    title = os.path.splitext(os.path.basename(name))[0]
    plan = {
        "alignplan": 1,
        "plan": {"title": title, "calendar": "every-day"},
        "calendars": {"every-day": {"workdays": _WEEK, "hours": 8}},
        "resources": {
            _of_pool(pool): {"title": pool.label, "capacity": pool.capacity} for pool in instance.pools
        },
        "tactics": {"project": _tactic(instance, title, today)},
    }
    text = compose(plan, comment=f"Imported from {name} (PSPLIB).", spaced=("resources", "tactics"))
    return Imported({"alignplan.yaml": text}, _report(instance, name))


def _tactic(instance: Instance, title: str, today: date) -> dict[str, Any]:
    steps: dict[str, dict[str, Any]] = {"actions": {}, "milestones": {}}
    points = {job.number for job in instance.jobs if not job.duration}
    for job in instance.jobs:
        steps["milestones" if job.number in points else "actions"][_of_job(job.number)] = _step(instance, job)
    return {
        "title": f"Project {title}",
        "start": today,
        **{kind: entries for kind, entries in steps.items() if entries},
    }


def _step(instance: Instance, job: Job) -> dict[str, Any]:
    step: dict[str, Any] = {"title": f"Job {job.number}"}
    if job.duration:
        step["duration"] = f"{job.duration}d"
        uses = {_of_pool(pool): units for pool, units in zip(instance.pools, job.needs, strict=True) if units}
        if uses:
            step["uses"] = uses
    if job.after:
        step["after"] = [_of_job(number) for number in job.after]
    return step


def _of_job(number: int) -> str:
    return f"job-{number}"


def _of_pool(pool: Pool) -> str:
    return re.sub("[^a-z0-9]+", "-", pool.label.lower())


def _report(instance: Instance, name: str) -> tuple[str, ...]:
    points = sum(not job.duration for job in instance.jobs)
    counts = {"action": len(instance.jobs) - points, "milestone": points, "resource": len(instance.pools)}
    said = (f"{count:,} {what}{'' if count == 1 else 's'}" for what, count in counts.items())
    return f"{name}: PSPLIB, one mode", f"  imported: {', '.join(said)}"
