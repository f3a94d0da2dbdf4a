"""Run the rules on an assessment; mute what only follows, waive what is accepted. Places stay symbols here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from alignplan.analysis.assessment import Assessment
from alignplan.diagnostics.finding import Finding, Place, Severity
from alignplan.diagnostics.report import Waiver
from alignplan.linting.selection import ALWAYS, Selection
from alignplan.linting.waivers import Comment, comments, unused
from alignplan.loading.load import Loaded
from alignplan.model.kinds import addressed
from alignplan.rules.catalog import all_rules
from alignplan.rules.interface import Rule

__all__ = ["Judged", "Verdict", "judge"]

INTERNAL = "X999"
"""The code of a rule that crashed: a bug of ours."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding with its rule and severity; waived ones say why."""

    finding: Finding
    rule: Rule
    severity: Severity
    waived: Waiver | None = None


@dataclass(slots=True)
class Verdict:
    """What the rules say of a plan; `crashed` names rules that failed, with the error."""

    judged: list[Judged] = field(default_factory=list)
    hidden: list[Judged] = field(default_factory=list)
    """What is ignored for its file: not shown, and not met either."""
    crashed: list[tuple[str, Exception]] = field(default_factory=list)


def judge(plan: Assessment, loaded: Loaded, selection: Selection, text_of: Callable[[str], str]) -> Verdict:
    """Run the selected rules. `text_of` gives the text of a file, to read its suppressions."""
    verdict = Verdict()
    held, faults = _comments(plan, loaded, text_of)
    found = [*selection.findings, *faults]
    codes = {rule.code for rule in selection.rules}
    for rule in selection.rules:
        if rule.from_whole and not loaded.whole:
            continue
        try:
            found.extend(rule.find(plan))
        except Exception as error:
            verdict.crashed.append((rule.code, error))
    found = [finding for finding in found if finding.code in codes]
    found = _spoken(found, _lost_fields(loaded))
    ignored = [finding for finding in found if _is_ignored(finding, selection)]
    verdict.hidden = [*_waived(ignored, selection, held)]
    verdict.judged = [*_waived((entry for entry in found if not _is_ignored(entry, selection)), selection, held)]
    if "E016" in codes:
        ran = frozenset(codes)
        verdict.judged.extend(_waived(unused(held, ran), selection, []))
    return verdict


def _comments(
    plan: Assessment, loaded: Loaded, text_of: Callable[[str], str]
) -> tuple[list[Comment], list[Finding]]:
    held: list[Comment] = []
    findings: list[Finding] = []
    for file in loaded.files:
        if file.waivers:
            some, faults = comments(file.path, text_of(file.path), plan.today)
            held.extend(some)
            findings.extend(faults)
    return held, findings


def _lost_fields(loaded: Loaded) -> set[tuple[str, str]]:
    """Items and fields that could not be understood: nothing follows from what they lack."""
    return {addressed(route) for file in loaded.files for route in file.broken if route}


def _spoken(found: list[Finding], lost: set[tuple[str, str]]) -> list[Finding]:
    """Without what only follows from something else that was found."""
    reasons = lost | {
        (finding.item, finding.field) for finding in found if finding.code[0] == "E" and finding.item
    }
    by_item: dict[str, set[str]] = {}
    for finding in found:
        by_item.setdefault(finding.item, set()).add(finding.code)
    rules = all_rules()
    spoken: list[Finding] = []
    seen: set[tuple[object, ...]] = set()
    for finding in found:
        others = by_item[finding.item] if finding.item else set()
        quiet = not others.isdisjoint(rules[finding.code].quiet_after)
        quiet = quiet or any(code in by_item.get(item, ()) for code, item in finding.after)
        follows = finding.code[0] != "E" and (
            (finding.item, finding.field) in reasons or (finding.item, "") in lost
        )
        key = (finding.identity, finding.place, finding.message)
        if not quiet and not follows and key not in seen:
            seen.add(key)
            spoken.append(finding)
    return spoken


def _waived(found: Iterable[Finding], selection: Selection, held: list[Comment]) -> Iterator[Judged]:
    rules = all_rules()
    for finding in found:
        rule = rules[finding.code]
        severity = selection.severities.get(finding.code) or finding.severity or rule.severity
        covering = [comment for comment in held if comment.covers(finding)]
        for comment in covering:
            comment.used = True
        yield Judged(finding, rule, severity, covering[0].waiver if covering else None)


def _is_ignored(finding: Finding, selection: Selection) -> bool:
    """Whether the settings ignore the rule in the file of the finding."""
    code, file = finding.code, finding.place.file
    return code not in ALWAYS and any(
        code in codes and fnmatchcase(file, _plain(pattern)) for pattern, codes in selection.per_file
    )


def _plain(pattern: str) -> str:
    """`**` and `*` both run over folders here, as in settings of other linters."""
    return pattern.replace("**/", "*").replace("**", "*")
