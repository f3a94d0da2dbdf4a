"""Plans as they were: at a commit, or as they are staged."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

from alignplan.errors import Misuse
from alignplan.records import record
from alignplan.workspace import Plan

if TYPE_CHECKING:
    from alignplan.history.commits import Commit
    from alignplan.history.revision import Revision
    from alignplan.loading.kept import KeptFiles

__all__ = ["Origin", "origin_of", "plan_at", "plan_of"]


@record
class Origin:
    """Where a plan of the past comes from: the revision as it was typed, its commit and that one's day."""

    typed: str
    commit: str
    short: str
    day: date

    def __str__(self) -> str:
        named = "" if self.commit.startswith(self.typed) else f"{self.typed} "
        return f"{named}({self.short}, {self.day})" if named else f"{self.short} ({self.day})"


def origin_of(typed: str, commit: Commit) -> Origin:
    """The origin of a plan at a commit."""
    return Origin(typed, commit.id, commit.short, commit.day)


def plan_at(here: Plan, typed: str, as_of: date | None) -> tuple[Plan, Origin]:
    """The plan as it was at a revision; judged as of that commit's day where no day is given. Raises Misuse."""
    from alignplan.history.repository import Repository

    repository = Repository(here.folder)
    try:
        commit = repository.commit(typed)
        origin = origin_of(typed, commit)
        revision = repository.at(commit)
        name = os.path.basename(here.root)
        if not revision.exists(name):
            raise Misuse(
                f"there is no {name} in {origin}", "`alignplan history` shows since when there is a plan"
            )
        return plan_of(revision, here, as_of or commit.day), origin
    finally:
        repository.close()


def plan_of(revision: Revision, here: Plan, as_of: date, kept: KeptFiles | None = None) -> Plan:
    """The plan in a folder of the past; all of it is read."""
    plan = Plan(here.root, as_of, past=revision, kept=kept)
    assert plan.loaded is not None
    return plan
