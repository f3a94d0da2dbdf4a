"""What is known of a plan already, so that `check` tells only what is new: its baseline, and what a revision has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from alignplan.diagnostics.identity import identity_of, known_among
from alignplan.diagnostics.report import INTERNAL, CheckAnswer, Known, Since
from alignplan.linting.compared import known_from
from alignplan.linting.known import candidates, may_be_known, of_baseline, without

if TYPE_CHECKING:
    from alignplan.cli.comparing import Before
    from alignplan.diagnostics.baseline import Baseline
    from alignplan.diagnostics.finding import Finding
    from alignplan.linting.judged import Judged
    from alignplan.linting.selection import Asked
    from alignplan.workspace import Plan

__all__ = ["Ratchet", "ratchet_of"]


class Ratchet:
    """The baseline of a plan and its past, each where there is one. `plan` is the plan whose rules are in force."""

    def __init__(self, plan: Plan, asked: Asked, baseline: Baseline | None, before: Before | None) -> None:
        self.baseline = baseline
        self._plan = plan
        self._asked = asked
        self._before = before

    @property
    def is_idle(self) -> bool:
        """Whether nothing is known."""
        return not self.baseline and self._before is None

    def notes(self) -> Iterator[str]:
        """What there is to say of how the past was read."""
        if self._before is None:
            return
        yield from self._before.notes
        for code in self._crashed:
            yield f"the rule {code} failed at {self._before.name}: what it finds there is not known"

    @cached_property
    def _had(self) -> list[Finding]:
        """What the rules in force today say of the past; what is ignored in a file there is there all the same."""
        judged, hidden = self._judged
        return [entry.finding for entry in (*judged, *hidden) if entry.waived is None]

    @cached_property
    def _judged(self) -> tuple[list[Judged], list[Judged]]:
        if self._before is None or self._before.plan is None:
            return [], []
        past = self._before.plan
        own = past.selection(
            self._asked
        ).findings  # what is wrong with the settings themselves was wrong then, or not
        selection = replace(self._plan.selection(self._asked), findings=own)
        verdict = past.verdict_by(selection, self._plan.loaded.lint)
        return verdict.judged, verdict.hidden

    @property
    def _crashed(self) -> list[str]:
        judged, _ = self._judged
        return [str(entry.finding.place.route[-1]) for entry in judged if entry.finding.code == INTERNAL]

    def applied(self, answer: CheckAnswer) -> CheckAnswer:
        """The answer without what is known."""
        return self.applied_since(of_baseline(answer, self.baseline))

    def applied_since(self, answer: CheckAnswer) -> CheckAnswer:
        """The answer without what the past has."""
        before = self._before
        if before is None:
            return answer
        whole = before.whole and not self._crashed
        since = Since(before.typed, before.commit.id, before.commit.day.isoformat(), whole)
        marks = known_from(self._had, candidates(answer), before.names)
        return replace(without(answer, marks, Known.SINCE), since=since)

    def marks(self, findings: Sequence[Finding]) -> list[bool]:
        """Of each open finding whether it is known."""
        kept = [at for at, finding in enumerate(findings) if may_be_known(finding.code)]
        known = self._found([findings[at] for at in kept])
        gone = {at for at, is_known in zip(kept, known, strict=True) if is_known}
        return [at in gone for at in range(len(findings))]

    def _found(self, findings: list[Finding]) -> list[bool]:
        entries = self.baseline.entries if self.baseline else {}
        marks = known_among([identity_of(finding) for finding in findings], entries)
        if self._before is None:
            return marks
        left = [finding for finding, is_known in zip(findings, marks, strict=True) if not is_known]
        had = iter(known_from(self._had, left, self._before.names))
        return [is_known or next(had) for is_known in marks]


def ratchet_of(
    plan: Plan, asked: Asked, *, shown: Callable[[str], str], baseline: bool, since: str | None
) -> Ratchet:
    """What is known of a plan. Raises Misuse for a baseline that is none, and where git does not know `since`."""
    known = plan.baseline(shown=shown).baseline if baseline else None
    if since is None:
        return Ratchet(plan, asked, known, None)
    from alignplan.cli.comparing import before

    return Ratchet(plan, asked, known, before(plan, since))
