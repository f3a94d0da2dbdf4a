"""Which rules run, how grave they are, and with which numbers: the project's settings and what was typed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from alignplan.analysis.risks import HIGH_PRIORITY
from alignplan.analysis.standpoint import LEAD_DAYS
from alignplan.diagnostics.finding import Finding, Part, Place, Severity
from alignplan.errors import Misuse
from alignplan.linting.parted import ALWAYS
from alignplan.model.plan import Lint
from alignplan.model.values import percent_of
from alignplan.records import record
from alignplan.rules.catalog import all_rules
from alignplan.rules.interface import Rule, Tier

__all__ = [
    "GENERAL_THRESHOLDS",
    "Asked",
    "Selection",
    "known_thresholds",
    "matching",
    "nearest",
    "select",
]

_SEVERITIES = tuple(severity.value for severity in Severity)
GENERAL_THRESHOLDS: Mapping[str, float] = {"lead": float(LEAD_DAYS), "priority": HIGH_PRIORITY}
"""Numbers that several rules share: the days within which work is planned finely, the priority that is high."""


@record
class Asked:
    """What was typed: rules by code, name or prefix."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False


@dataclass(slots=True)
class Selection:
    """The rules in force."""

    rules: list[Rule]
    severities: dict[str, Severity]
    thresholds: dict[str, float]
    per_file: list[tuple[str, frozenset[str]]]
    findings: list[Finding] = field(default_factory=list)
    """What is wrong with the settings themselves."""


def matching(spec: str) -> list[str]:
    """The codes that a code, a name or a prefix of codes stands for; empty where it stands for none."""
    rules = all_rules()
    if spec in rules:
        return [spec]
    named = [code for code, rule in rules.items() if rule.name == spec]
    if named:
        return named
    if spec == "ALL":
        return list(rules)
    return [code for code in rules if spec and code.startswith(spec)]


def nearest(spec: str) -> str:
    """The rule that was probably meant, as a hint."""
    known = [*all_rules(), *(rule.name for rule in all_rules().values())]
    near = difflib.get_close_matches(spec, known, n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else "`alignplan rule` lists them"


def select(lint: Lint, root: str, asked: Asked) -> Selection:
    """The rules in force; raises :class:`Misuse` for what was typed wrong, finds what the file has wrong."""
    reading = _Reading(root)
    for spec in (*asked.select, *asked.extend_select, *asked.ignore):
        if not matching(spec):
            raise Misuse(f"there is no rule {spec}", nearest(spec))
    chosen = _chosen(lint, asked, reading)
    rules = [rule for code, rule in all_rules().items() if code in chosen or code in ALWAYS]
    return Selection(
        rules, reading.severities(lint), reading.thresholds(lint), reading.per_file(lint), reading.findings
    )


def _chosen(lint: Lint, asked: Asked, reading: _Reading) -> set[str]:
    """What was typed comes before the file, what is ignored before what is selected in the same place."""
    stated = reading.codes(lint.select or (), "select")
    extended = reading.codes(lint.extend_select, "extend-select")
    ignored = reading.codes(lint.ignore, "ignore")
    typed = _codes(asked.select) | _codes(asked.extend_select)
    if asked.select:
        chosen = typed
    else:
        chosen = (_of(Tier.BASIC) if lint.select is None else stated) | extended
        # Whatever the file selects, what is wrong with its settings is told.
        chosen = ((chosen | {"E015"}) - ignored) | typed
    strict = _of(Tier.STRICT) - ignored if asked.strict else set()
    return (chosen | strict) - _codes(asked.ignore)


def _of(tier: Tier) -> set[str]:
    return {code for code, rule in all_rules().items() if rule.tier is tier}


def _codes(specs: Iterable[str]) -> set[str]:
    return {code for spec in specs for code in matching(spec)}


class _Reading:
    """Reads the `lint` section; what does not fit becomes E015."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.findings: list[Finding] = []

    def codes(self, specs: Iterable[str], key: str) -> set[str]:
        found: set[str] = set()
        for spec in specs:
            codes = matching(spec)
            if not codes:
                self._unknown(spec, (key, spec), Part.VALUE)
            found.update(codes)
        return found

    def severities(self, lint: Lint) -> dict[str, Severity]:
        found: dict[str, Severity] = {}
        # Whatever their order, a rule of its own comes before a family.
        for spec, word in sorted(lint.severity.items(), key=lambda entry: -len(matching(entry[0]))):
            if word not in _SEVERITIES:
                hint = "write " + " | ".join(_SEVERITIES)
                self._fault(f"`{word}` is no severity", ("severity", spec), Part.VALUE, hint)
            elif not matching(spec):
                self._unknown(spec, ("severity", spec), Part.KEY)
            else:
                found.update((code, Severity(word)) for code in matching(spec))
        return found

    def thresholds(self, lint: Lint) -> dict[str, float]:
        found = dict(GENERAL_THRESHOLDS)
        known = known_thresholds()
        for key, text in lint.thresholds.items():
            number = percent_of(text)
            if key not in known:
                near = difflib.get_close_matches(key, sorted(known), n=1, cutoff=0.5)
                hint = f"did you mean `{near[0]}`?" if near else "`alignplan config` lists them"
                self._fault(f"there is no threshold `{key}`", ("thresholds", key), Part.KEY, hint)
            elif number is None or number < 0:
                hint = "write a number such as 15"
                self._fault(f"`{text}` is not a number from 0", ("thresholds", key), Part.VALUE, hint)
            else:
                found[key] = number
        return found

    def per_file(self, lint: Lint) -> list[tuple[str, frozenset[str]]]:
        found: list[tuple[str, frozenset[str]]] = []
        for pattern, specs in lint.per_file.items():
            for spec in specs:
                if not matching(spec):
                    self._unknown(spec, ("per-file", pattern, spec), Part.VALUE)
            found.append((pattern, frozenset(_codes(specs))))
        return found

    def _unknown(self, spec: str, steps: tuple[str, ...], part: Part) -> None:
        self._fault(f"there is no rule `{spec}`", steps, part, nearest(spec))

    def _fault(self, message: str, steps: tuple[str, ...], part: Part, help: str) -> None:
        place = Place(self.root, ("lint", *steps), part)
        self.findings.append(Finding("E015", message, place, "", "lint/" + "/".join(steps), help=help))


def known_thresholds() -> dict[str, float]:
    """Every threshold with its default, the shared ones first."""
    known = dict(GENERAL_THRESHOLDS)
    for code, rule in all_rules().items():
        known.update((f"{code}.{name}" if name else code, value) for name, value in rule.thresholds.items())
    return known
