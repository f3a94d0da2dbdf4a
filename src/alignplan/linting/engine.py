"""Run the rules on an assessment; mute what only follows, waive what is accepted. Places stay symbols here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from alignplan.analysis.assessment import Assessment
from alignplan.diagnostics.finding import Finding, Part, Place, Severity
from alignplan.diagnostics.report import INTERNAL
from alignplan.linting.judged import Judged
from alignplan.linting.muting import lost_fields, spoken
from alignplan.linting.parted import parted
from alignplan.linting.selection import Selection
from alignplan.linting.waivers import Waivers, read_waivers
from alignplan.loading.load import Loaded
from alignplan.rules.catalog import all_rules
from alignplan.rules.interface import Rule, Tier, from_engine

__all__ = ["Verdict", "is_whole", "judge"]

_CRASH = Rule(INTERNAL, "internal-error", Tier.BASIC, Severity.ERROR, from_engine)


@dataclass(slots=True)
class Verdict:
    """What the rules say of a plan."""

    judged: list[Judged] = field(default_factory=list)
    hidden: list[Judged] = field(default_factory=list)
    """What is ignored for its file: not shown, and not met either."""
    muted: list[Finding] = field(default_factory=list)
    """What is not told because something else says more."""
    crashed: list[tuple[str, Exception]] = field(default_factory=list)
    """Rules that failed, with the error: a bug of ours. Each is a finding among `judged`, too."""


def judge(plan: Assessment, loaded: Loaded, selection: Selection, text_of: Callable[[str], str]) -> Verdict:
    """Run the selected rules. `text_of` gives the text of a file, to read its suppressions."""
    verdict = Verdict()
    waivers, faults = read_waivers(loaded, text_of, plan.today)
    codes = {rule.code for rule in selection.rules}
    whole = is_whole(loaded)
    running = [rule for rule in selection.rules if whole or not rule.from_whole]
    found = [*selection.findings, *faults, *_found(plan, running, verdict)]
    said, verdict.muted = spoken([finding for finding in found if finding.code in codes], lost_fields(loaded))
    for finding in verdict.muted:
        waivers.use(finding)  # it would be there, had something else not said more
    shown, ignored = parted(said, selection.per_file)
    verdict.hidden = [*_judged(ignored, selection, waivers)]
    verdict.judged = [*_judged(shown, selection, waivers)]
    if "E016" in codes:
        ran = {rule.code for rule in running} - {code for code, _ in verdict.crashed}
        verdict.judged.extend(_judged(waivers.unused(ran), selection, None))
    verdict.judged.extend(_crash(code, error, loaded) for code, error in verdict.crashed)
    return verdict


def _found(plan: Assessment, rules: Iterable[Rule], verdict: Verdict) -> Iterator[Finding]:
    """What the rules say; each is asked once of a plan, however many answers need it."""
    for rule in rules:
        if rule.code not in plan.said:
            try:
                plan.said[rule.code] = list(rule.find(plan))
            except Exception as error:  # noqa: BLE001  a rule that crashes hides nothing of what the others say
                verdict.crashed.append((rule.code, error))
                continue
        yield from plan.said[rule.code]


def is_whole(loaded: Loaded) -> bool:
    """Whether something can be concluded from what is missing: it may stand in what could not be read."""
    if not loaded.whole or any(finding.code == "E003" for finding in loaded.findings):
        return False
    return not any(route[:1] == ("include",) for route in loaded.root.broken)


def _judged(found: Iterable[Finding], selection: Selection, waivers: Waivers | None) -> Iterator[Judged]:
    rules = all_rules()
    for finding in found:
        rule = rules[finding.code]
        severity = selection.severities.get(finding.code) or finding.severity or rule.severity
        yield Judged(finding, rule, severity, waivers.use(finding) if waivers is not None else None)


def _crash(code: str, error: Exception, loaded: Loaded) -> Judged:
    """The finding of a rule that crashed. It is about no place, so it stands at the head of the root file."""
    message = f"the rule {code} failed: {type(error).__name__}: {error}"
    place = Place(loaded.root.path, ("#", code), Part.VALUE, (0, 0))
    help = "this is a bug of alignplan, not of the plan: please report it"
    return Judged(Finding(INTERNAL, message, place, help=help), _CRASH, Severity.ERROR)
