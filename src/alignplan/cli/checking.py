"""`check` itself, apart from how its options were read: the front door and the program ask the same."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace

from alignplan.cli.settings import Settings
from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import CheckAnswer, Summary
from alignplan.errors import Misuse
from alignplan.linting.selection import Asked
from alignplan.loading.discover import find_roots
from alignplan.workspace import Plan

__all__ = ["FAIL_ON", "CheckRequest", "checked", "failed", "report"]

FAIL_ON = ("error", "warning", "info", "never")


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What was asked of `check`."""

    paths: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    fail_on: str = "error"
    asked: Asked = field(default_factory=Asked)


def report(settings: Settings, request: CheckRequest) -> int:
    """Check, print, and give the exit code."""
    from alignplan.cli.paths import written_reports

    if request.fail_on not in FAIL_ON:
        raise Misuse(f"--fail-on {request.fail_on}: no such severity", "write one of " + ", ".join(FAIL_ON))
    answer = checked(settings, request)
    written_reports(answer, request.formats, settings)
    return 1 if failed(answer, request.fail_on) else 0


def checked(settings: Settings, request: CheckRequest) -> CheckAnswer:
    """The answer for all paths: every plan once, its findings limited to the files that were named."""
    from alignplan.cli.paths import display_base, shown_from

    wanted: dict[str, set[str] | None] = {}
    for path in request.paths or (".",):
        full = os.path.realpath(path)
        for root in find_roots(path):
            own = os.path.isfile(full) and full != os.path.realpath(root)
            files = wanted.setdefault(root, set() if own else None)
            if not own:
                wanted[root] = None
            elif files is not None:
                files.add(full)
    answers: list[CheckAnswer] = []
    for root, files in wanted.items():
        plan = Plan(root, settings.today)
        base = display_base(root)
        answer = plan.check(request.asked, shown=shown_from(base, plan.folder))
        if request.asked == Asked(strict=request.asked.strict):
            plan.remember(answer, strict=request.asked.strict, base=base)
        answers.append(answer if files is None else _limited(plan, answer, files, request))
    return answers[0] if len(answers) == 1 else _joined(answers)


def _limited(plan: Plan, answer: CheckAnswer, files: set[str], request: CheckRequest) -> CheckAnswer:
    """Only the findings in the named files, which must be part of the plan."""
    from alignplan.cli.paths import display_base, shown_from
    from alignplan.linting.report import summary_of

    shown = shown_from(display_base(plan.root), plan.folder)
    known = {os.path.realpath(os.path.join(plan.folder, path)): shown(path) for path in plan.files}
    for file in files:
        if file not in known:
            raise Misuse(
                f"{os.path.relpath(file)} is no part of the plan",
                f"{os.path.relpath(plan.root)} does not include it",
            )
    names = {known[file] for file in files}
    findings = tuple(finding for finding in answer.findings if finding.spot.path in names)
    summary = summary_of(findings, answer.summary.files, answer.summary.items, plan.as_of)
    return replace(answer, findings=findings, summary=summary)


def _joined(answers: list[CheckAnswer]) -> CheckAnswer:
    findings = tuple(finding for answer in answers for finding in answer.findings)
    ends = [answer.summary.waiver_ends for answer in answers if answer.summary.waiver_ends is not None]
    names = ("files", "items", "error", "warning", "info", "waived", "baseline")
    totals = {name: sum(getattr(answer.summary, name) for answer in answers) for name in names}
    root = os.path.commonpath([answer.root for answer in answers]) if answers else ""
    return CheckAnswer(
        answers[0].as_of, root, findings, Summary(**totals, waiver_ends=min(ends, default=None))
    )


def failed(answer: CheckAnswer, fail_on: str) -> bool:
    """Whether something at or above the severity was found and is not waived."""
    if fail_on == "never":
        return False
    limit = Severity(fail_on).rank
    return any(finding.waived is None and finding.severity.rank <= limit for finding in answer.findings)
