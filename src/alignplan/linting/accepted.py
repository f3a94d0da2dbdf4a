"""Accepted exceptions: every waiver of a plan with what it waives today, those that ended included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from alignplan.linting.engine import judge
from alignplan.linting.waivers import Waivers, with_ended
from alignplan.model.kinds import addressed
from alignplan.records import record
from alignplan.rules.catalog import all_rules

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.diagnostics.finding import Place
    from alignplan.linting.selection import Selection
    from alignplan.linting.waivers import Comment
    from alignplan.loading.load import Loaded

__all__ = ["Accepted", "accepted"]


@record
class Accepted:
    """A waiver: the rules as they are written, the item and field that it stands at (empty: none), and its words.

    `findings` are those that it waives today; of one that has ended those that it waived, which are told again.
    """

    rules: tuple[str, ...]
    item: str
    field: str
    reason: str
    until: date | None
    ended: bool
    findings: int
    place: Place
    at: int
    """Where the comment begins, in characters of its file."""


def accepted(
    plan: Assessment, loaded: Loaded, selection: Selection, text_of: Callable[[str], str]
) -> list[Accepted]:
    """All waivers, the soonest end first, those without an end last; else in the order of the plan.

    The rules that they name are run, whether selected or not.
    """
    files = [file.path for file in loaded.files if file.waivers]
    found = [pair for path in files for pair in with_ended(path, text_of(path), plan.today)]
    counted = _counted(plan, loaded, selection, text_of, [comment for comment, _ in found])
    listed = [_accepted(comment, ended, counted[number]) for number, (comment, ended) in enumerate(found)]
    return sorted(listed, key=lambda one: one.until or date.max)


def _counted(
    plan: Assessment,
    loaded: Loaded,
    selection: Selection,
    text_of: Callable[[str], str],
    comments: list[Comment],
) -> Counter[int]:
    """How many findings each of the comments waives, by its number."""
    named = {code for comment in comments for code in comment.codes}
    running = {rule.code for rule in selection.rules} | named
    rules = [rule for code, rule in all_rules().items() if code in running]
    verdict = judge(plan, loaded, replace(selection, rules=rules), text_of)
    waivers, numbers = Waivers(comments), {id(comment): at for at, comment in enumerate(comments)}
    nearest = (waivers.nearest(entry.finding) for entry in (*verdict.judged, *verdict.hidden))
    return Counter(numbers[id(comment)] for comment in nearest if comment is not None)


def _accepted(comment: Comment, ended: bool, findings: int) -> Accepted:
    item, field = addressed(comment.routes[0]) if comment.routes else ("", "")
    until = date.fromisoformat(comment.waiver.until) if comment.waiver.until else None
    return Accepted(
        comment.specs,
        item,
        field,
        comment.waiver.reason,
        until,
        ended,
        findings,
        comment.place,
        comment.span[0],
    )
