"""What git knows of a plan, for its report: the commit, and what changed since a month ago."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from alignplan import storage
from alignplan.cli.viewing import Viewing
from alignplan.errors import Misuse
from alignplan.records import record
from alignplan.views.report.interface import Before, figures_of

if TYPE_CHECKING:
    from alignplan.analysis.changes.comparison import Comparison
    from alignplan.history.commits import Commit
    from alignplan.history.repository import Repository

__all__ = ["Past", "month_before", "past_of"]


@record
class Past:
    """The commit in words, and what changed; empty and none where git cannot say."""

    commit: str = ""
    comparison: Comparison | None = None
    before: Before | None = None


def past_of(viewing: Viewing) -> Past:
    """What git says of the plan that is looked at."""
    from alignplan.history.repository import Repository

    try:
        repository = Repository(viewing.plan.folder)
    except Misuse:
        return Past()
    try:
        head = repository.commit("HEAD" if viewing.origin is None else viewing.origin.commit)
        commit, before = _words(viewing, repository, head), _before(viewing, repository, head)
        then = None if before is None else _then(viewing, repository, before)
    except Misuse:
        return Past()
    finally:
        repository.close()
    return Past(commit, None if before is None else _comparison(viewing, before, head), then)


def _words(viewing: Viewing, repository: Repository, head: Commit) -> str:
    """`commit 1a2b3c4d of 2026-11-20`, and whether the files are other ones."""
    revision, source = repository.at(head), viewing.plan.source
    series = [entry.path for entry in viewing.plan.loaded.series]
    for path in (*viewing.plan.files, *series):
        try:
            same = revision.read(path) == source.read(path)
        except storage.Unreadable:
            same = False
        if not same:
            return f"Commit {head.short} of {head.day}, with changes that are not committed"
    return f"Commit {head.short} of {head.day}"


def _before(viewing: Viewing, repository: Repository, head: Commit) -> Commit | None:
    """The last commit of the plan's folder that is a month old; none where there is none with a plan."""
    until = month_before(viewing.plan.as_of)
    for commit in repository.commits(head):
        if commit.day <= until:
            there = repository.at(commit).exists(viewing.plan.loaded.root.path)
            return commit if there else None
    return None


def _then(viewing: Viewing, repository: Repository, commit: Commit) -> Before:
    """How the plan stood a month ago, judged as of that day."""
    from alignplan.cli.past import plan_of

    day = month_before(viewing.plan.as_of)
    plan = plan_of(repository.at(commit), viewing.plan, day)
    return Before(day, f"{commit.short} of {commit.day}", figures_of(plan.picture()))


def month_before(day: date) -> date:
    """The same day a month earlier, or the last one of that month.

    >>> month_before(date(2026, 3, 31)), month_before(date(2026, 1, 5))
    (datetime.date(2026, 2, 28), datetime.date(2025, 12, 5))
    """
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    if year < 1:
        return date.min
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _comparison(viewing: Viewing, before: Commit, head: Commit) -> Comparison | None:
    from alignplan.cli.comparing import compared

    typed = before.id if viewing.origin is None else f"{before.id}..{head.id}"
    settings = replace(viewing.settings, as_of=viewing.plan.as_of.isoformat())
    try:
        return compared(settings, typed)[0]
    except Misuse as reason:
        viewing.note(f"what changed in a month is not known: {reason.message}")
        return None
