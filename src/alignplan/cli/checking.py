"""`check` itself, apart from how its options were read: the front door and the program ask the same."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import field, replace
from typing import TYPE_CHECKING

from alignplan.cache.request import FOR_PEOPLE
from alignplan.cli.paths import display_base, shown_from
from alignplan.cli.reports import Reports
from alignplan.cli.settings import Settings
from alignplan.cli.waiting import watcher
from alignplan.diagnostics.baseline import BASELINE
from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import CheckAnswer, RuleNote, Since, Summary
from alignplan.errors import Misuse
from alignplan.linting.known import of_baseline
from alignplan.linting.selection import Asked
from alignplan.loading.discover import find_roots
from alignplan.records import record
from alignplan.workspace import Plan

if TYPE_CHECKING:
    from alignplan.analysis.gates import Bound
    from alignplan.cli.ratchet import Ratchet

__all__ = ["FAIL_ON", "CheckRequest", "Fixing", "Wanted", "failed", "limited", "report"]

FAIL_ON = ("error", "warning", "info", "never")


@record
class Fixing:
    """That findings are to be fixed: guesses too where `unsafe`; with `dry_run` it is only shown."""

    unsafe: bool = False
    dry_run: bool = False


@record
class CheckRequest:
    """What was asked of `check`."""

    paths: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    fail_on: str = "error"
    asked: Asked = field(default_factory=Asked)
    fixing: Fixing | None = None
    baseline: bool = True
    """Whether the baseline counts, where there is one."""
    since: str | None = None
    """The revision whose findings are not told."""
    scope: tuple[str, ...] = ()
    """Selectors of the items that are told of; all where there is none."""
    bounds: tuple[Bound, ...] = ()
    """What figures of the plan as a whole have to reach."""


@record
class Wanted:
    """A plan to check, the folder that its paths are shown from, and the files that were named (none: all)."""

    plan: Plan
    base: str
    files: frozenset[str] | None

    def shown(self, path: str) -> str:
        """A path relative to the plan's folder, as it is printed."""
        return shown_from(self.base, self.plan.folder)(path)

    def ratchet(self, request: CheckRequest) -> Ratchet:
        """What is known of the plan already. Raises Misuse."""
        from alignplan.cli.ratchet import ratchet_of

        return ratchet_of(
            self.plan, request.asked, shown=self.shown, baseline=request.baseline, since=request.since
        )

    def real(self, path: str) -> str:
        """The same as a real path."""
        return os.path.realpath(os.path.join(self.plan.folder, path))


def report(settings: Settings, request: CheckRequest) -> int:
    """Check, print, and give the exit code."""
    if request.fail_on not in FAIL_ON:
        raise Misuse(f"--fail-on {request.fail_on}: no such severity", "write one of " + ", ".join(FAIL_ON))
    reports = Reports.asked(request.formats)
    if request.fixing is not None:
        from alignplan.cli.fixing import fix, shown

        if request.fixing.dry_run:
            return shown(settings, request, request.fixing, _wanted(settings, request))
        fix(settings, request, request.fixing, _wanted(settings, request))
    plans = _wanted(settings, request)
    answers = [_answer(settings, wanted, request) for wanted in plans]
    answer = answers[0] if len(answers) == 1 else _joined(answers)
    if request.bounds and not answer.crashed:
        from alignplan.cli.gating import gated

        answer = replace(answer, gates=gated(plans, request.bounds))
    answer = replace(answer, fails_from=None if request.fail_on == "never" else Severity(request.fail_on))
    if reports.tell_of_rules:
        answer = replace(answer, rules=_rules(plans, request.asked, answer))
    reports.write(answer, settings, {wanted.real(path) for wanted in plans for path in _sources(wanted.plan)})
    if answer.crashed:
        _tell_crashes(plans)
        return 3
    if not all(gate.met for gate in answer.gates):
        _tell_unmet(settings, reports, answer)
        return 1
    return 1 if failed(answer, request.fail_on) else 0


def _tell_unmet(settings: Settings, reports: Reports, answer: CheckAnswer) -> None:
    """Which bounds are not met, where what is printed does not say so in words."""
    if reports.to_stdout not in (*FOR_PEOPLE, "github"):
        from alignplan.output.closing import unmet
        from alignplan.output.ink import ink_for
        from alignplan.output.streams import refusal, say

        ink = ink_for(sys.stderr, os.environ, settings.color)
        for text in unmet(answer):
            say(refusal(Misuse(text), ink))


def _rules(plans: list[Wanted], asked: Asked, answer: CheckAnswer) -> tuple[RuleNote, ...]:
    """The rules that ran on any of the plans, with the pages of those that found something."""
    from alignplan.linting.notes import rule_notes

    found = {finding.code for finding in answer.findings}
    notes = (note for wanted in plans for note in rule_notes(wanted.plan.selection(asked), found))
    return tuple({note.code: note for note in notes}.values())


def _wanted(settings: Settings, request: CheckRequest) -> list[Wanted]:
    """Every plan once, whole or limited to the files that were named."""
    found: dict[str, set[str] | None] = {}
    for path in request.paths or (".",):
        roots = find_roots(path)
        full = os.path.realpath(path)
        for root in roots:
            is_part = os.path.isfile(full) and full != os.path.realpath(root)
            named = found.setdefault(root, set())
            if not is_part:
                found[root] = None
            elif named is not None:
                named.add(full)
    # Of several plans without git, paths from each one's own folder would not tell which plan is meant.
    common = os.path.commonpath([os.path.dirname(root) for root in found]) if len(found) > 1 else ""
    return [
        Wanted(
            Plan(root, settings.today, watcher(settings), remembered=_is_plain(request.asked)),
            display_base(root, common),
            None if files is None else frozenset(files),
        )
        for root, files in found.items()
    ]


def _answer(settings: Settings, wanted: Wanted, request: CheckRequest) -> CheckAnswer:
    plan, asked = wanted.plan, request.asked
    ratchet = wanted.ratchet(request)
    report = plan.report(asked, shown=wanted.shown)
    answer = of_baseline(report.answer, ratchet.baseline)
    if plan.loaded.note:
        _note(settings, plan.loaded.note)
    if plan.untold:
        _note(settings, plan.untold)
    if plan.unlocked:
        _note(settings, plan.unlocked)
    if settings.verbose:
        _note_what_ran(settings, plan, asked)
    if _is_plain(asked) and request.baseline and not answer.crashed:
        plan.remember(report, answer, asked, base=wanted.base)
    for words in ratchet.notes():
        _note(settings, words)
    return limited(settings, wanted, request, ratchet.applied_since(answer))


def _is_plain(asked: Asked) -> bool:
    """Whether no rules were typed, so that the answer is worth keeping."""
    return asked == Asked(strict=asked.strict)


def _note_what_ran(settings: Settings, plan: Plan, asked: Asked) -> None:
    from alignplan.output.closing import counted

    rules, files = counted(len(plan.selection(asked).rules), "rule"), counted(len(plan.files), "file")
    _note(settings, f"{plan.root}: {rules} on {files}, as of {plan.as_of}")


def _note(settings: Settings, text: str) -> None:
    from alignplan.cli.viewing import note

    note(settings, text)


def _sources(plan: Plan) -> Iterator[str]:
    """The files that a plan was read from."""
    yield from plan.files
    yield from (series.path for series in plan.loaded.series)
    yield BASELINE


def limited(settings: Settings, wanted: Wanted, request: CheckRequest, answer: CheckAnswer) -> CheckAnswer:
    """Only the findings in the files that were named, and about the items that were; both must be in the plan."""
    if wanted.files is None and not request.scope:
        return answer
    from alignplan.cli.limiting import about, in_files

    if wanted.files is not None:
        answer = in_files(wanted, sorted(wanted.files), list(_sources(wanted.plan)), answer)
    return about(settings, wanted, request.scope, answer) if request.scope else answer


def _joined(answers: list[CheckAnswer]) -> CheckAnswer:
    """One answer of several plans; its root is the folder that holds them all."""
    findings = tuple(finding for answer in answers for finding in answer.findings)
    ends = [answer.summary.waiver_ends for answer in answers if answer.summary.waiver_ends is not None]
    names = ("files", "items", "error", "warning", "info", "waived", "baseline", "since")
    totals = {name: sum(getattr(answer.summary, name) for answer in answers) for name in names}
    root = os.path.commonpath([answer.root for answer in answers]) or "."
    summary = Summary(**totals, waiver_ends=min(ends, default=None))
    known = tuple(entry for answer in answers for entry in answer.known)
    return CheckAnswer(answers[0].as_of, root, findings, summary, known=known, since=_past(answers))


def _past(answers: list[CheckAnswer]) -> Since | None:
    """What all are compared with; where it is another commit for each, as it was typed."""
    pasts = [answer.since for answer in answers if answer.since is not None]
    if not pasts:
        return None
    whole = all(past.whole for past in pasts)
    same = len({past.commit for past in pasts}) == 1
    return replace(pasts[0], whole=whole) if same else Since(pasts[0].revision, "", "", whole)


def failed(answer: CheckAnswer, fail_on: str) -> bool:
    """Whether something at or above the severity was found and is not waived."""
    if fail_on == "never":
        return False
    limit = Severity(fail_on).rank
    return any(finding.waived is None and finding.severity.rank <= limit for finding in answer.findings)


def _tell_crashes(plans: list[Wanted]) -> None:
    from alignplan.cli.ends import tell_bug

    for wanted in plans:
        for code, error in wanted.plan.crashed:
            tell_bug(error, f"the rule {code} failed: ")
