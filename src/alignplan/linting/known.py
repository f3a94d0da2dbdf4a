"""Findings that are known already, in the baseline or from a revision, are taken out of an answer and counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from alignplan import storage
from alignplan.diagnostics.baseline import BASELINE, Baseline, read_baseline
from alignplan.diagnostics.identity import identity_of, known_among
from alignplan.diagnostics.report import INTERNAL, CheckAnswer, Known, Reported
from alignplan.errors import Misuse
from alignplan.linting.parted import ALWAYS
from alignplan.linting.report import summary_of
from alignplan.records import record
from alignplan.storage.folders import Folder

__all__ = [
    "KeptBaseline",
    "baseline_content",
    "candidates",
    "counted_anew",
    "kept_baseline",
    "may_be_known",
    "of_baseline",
    "without",
]


@record
class KeptBaseline:
    """The baseline beside a plan, and the state of its file before it was read; both none where there is none."""

    baseline: Baseline | None = None
    stamp: storage.Stamp | None = None
    digest: str = ""


def kept_baseline(folder: Folder, shown: str) -> KeptBaseline:
    """The baseline of the plan in a folder; `shown` is its path as it is printed. Raises Misuse where it is none."""
    stamp, content = folder.stamp(BASELINE), baseline_content(folder, shown)
    if content is None:
        return KeptBaseline()
    return KeptBaseline(read_baseline(content, shown), stamp, storage.digest(content))


def baseline_content(folder: Folder, shown: str) -> bytes | None:
    """What the file holds, whatever that is; none where there is none. Raises Misuse where it cannot be read."""
    if not folder.exists(BASELINE):
        return None
    if not folder.inside(BASELINE):
        raise Misuse(f"{shown} leads out of the plan's folder", "put the file itself there")
    try:
        return folder.read(BASELINE)
    except storage.Unreadable as reason:
        raise Misuse(f"{shown} cannot be read: {reason}", "`check --no-baseline` does without it") from None


def may_be_known(code: str) -> bool:
    """Whether findings of a rule may be left out for being known: not where all else is in doubt for them."""
    return code not in ALWAYS and code != INTERNAL


def of_baseline(answer: CheckAnswer, baseline: Baseline | None) -> CheckAnswer:
    """The answer without the findings that the baseline has."""
    if not baseline:
        return answer
    found = candidates(answer)
    return without(answer, known_among([identity_of(one) for one in found], baseline.entries), Known.BASELINE)


def candidates(answer: CheckAnswer) -> list[Reported]:
    """The findings of an answer that may be known."""
    return [finding for finding in answer.findings if _is_candidate(finding)]


def _is_candidate(finding: Reported) -> bool:
    return finding.waived is None and may_be_known(finding.code)


def without(answer: CheckAnswer, marks: Sequence[bool], why: Known) -> CheckAnswer:
    """The answer without those of its candidates that are marked."""
    marked = iter(marks)
    kept: list[Reported] = []
    gone: list[tuple[Reported, Known]] = []
    for finding in answer.findings:
        if _is_candidate(finding) and next(marked):
            gone.append((finding, why))
        else:
            kept.append(finding)
    return counted_anew(answer, tuple(kept), (*answer.known, *gone)) if gone else answer


def counted_anew(
    answer: CheckAnswer, findings: tuple[Reported, ...], known: tuple[tuple[Reported, Known], ...]
) -> CheckAnswer:
    """The answer with these findings, those that are not shown beside them."""
    day = date.fromisoformat(answer.as_of)
    summary = summary_of(findings, answer.summary.files, answer.summary.items, day)
    reasons = [why for _, why in known]
    summary = replace(summary, baseline=reasons.count(Known.BASELINE), since=reasons.count(Known.SINCE))
    return replace(answer, findings=findings, summary=summary, known=known)
