"""What a rule is, and the few words in which rules speak."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from alignplan.analysis.assessment import Assessment
from alignplan.diagnostics.finding import Finding, Part, Place, Related, Remedy, Safety, Severity
from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.editing.manuscript import Manuscript
    from alignplan.text.patching import Change, Edit

__all__ = [
    "Finding",
    "Fix",
    "Part",
    "Place",
    "Reach",
    "Related",
    "Remedy",
    "Rule",
    "Safety",
    "Severity",
    "Tier",
    "at",
    "from_engine",
    "from_loading",
    "place",
    "related",
]


class Tier(StrEnum):
    """When a rule runs: by default, with `--strict`, or only when it is selected."""

    BASIC = "basic"
    STRICT = "strict"
    ON_DEMAND = "on demand"


class Reach(Enum):
    """What the findings of a rule about an item depend on; a test holds each rule to it.

    *Own* keys are those that :data:`alignplan.loading.faces.OWN` names: prose, and how far the work has come.
    """

    OWN = "the item alone, its own keys too, and where tactics stand"
    WORK = "as `OWN` for tactics and their steps, as `PLAN` for all else"
    STEPS = "as `PLAN`, and whether steps are open: it may speak of what is open, never of what is done alone"
    LINKED = "as `STEPS`, and whether steps have begun, of tactics with links of `after` in them or to them"
    CALLS = "as `STEPS`, and what was spent of the budgets that triggers name"
    FIGURES = "as `CALLS`, and how far the work of the tactics that it watches has come"
    LOAD = "as `PLAN`, and how much work is open in all actions, and whether it has begun"
    PLAN = "the whole plan but for own keys, and where tactics stand"
    ALL = "all that is written"
    PAST = "all that is written, and what git knows of when it was written"


@record
class Fix:
    """What is done about a finding, in the file that it is in: in a few words, and as changes.

    `edits` are of the text as it is, where no data are changed.
    """

    title: str
    changes: tuple[Change, ...] = ()
    edits: tuple[Edit, ...] = ()


@record
class Rule:
    """One rule. Its module's docstring is its page; `find` gives what does not fit, in the order of the plan.

    `thresholds` are its numbers with their defaults: the empty name is the code alone (`A109: 15`), others follow a
    dot (`A110.high: 3`). `quiet_after` names rules whose finding on the same item says all that there is to say.
    `fix` says how what a finding with a remedy tells of is changed; it is asked only when something is to be fixed.
    `watches` gives the tactics of whose progress, dates and spending a rule of the reach `FIGURES` makes something.
    `from_whole` marks a rule that concludes from what is missing elsewhere: where a file could not be read it is mute.
    """

    code: str
    name: str
    tier: Tier
    severity: Severity
    find: Callable[[Assessment], Iterator[Finding]]
    since: str = "0.1"
    thresholds: Mapping[str, float] = field(default_factory=dict)
    quiet_after: tuple[str, ...] = ()
    from_whole: bool = False
    reach: Reach = Reach.PLAN
    watches: Callable[[Assessment], Iterator[Node]] | None = None
    fix: Callable[[Finding, Manuscript], Fix] | None = None

    def threshold(self, plan: Assessment, name: str = "") -> float:
        """A number of this rule, as the project set it, else its default."""
        key = f"{self.code}.{name}" if name else self.code
        return plan.thresholds.get(key, self.thresholds[name])


def place(node: Node, *steps: str | int, part: Part = Part.KEY) -> Place:
    """The place of an item, or of what stands at `steps` below it."""
    return Place(node.file, node.route + steps, part)


def part_of(reference: Reference) -> Part:
    """What of a reference to point at: a key where it is one (`after: {ID: start-start}`), else the value."""
    steps = reference.steps
    return Part.KEY if len(steps) > 1 and reference.field != "when" else Part.VALUE


def related(node: Node, message: str, *steps: str | int, part: Part = Part.KEY) -> Related:
    """Another place that a finding speaks of."""
    return Related(place(node, *steps, part=part), message)


def at(
    code: str,
    node: Node,
    message: str,
    *,
    field: str = "",
    steps: tuple[str | int, ...] | None = None,
    part: Part | None = None,
    label: str = "",
    help: str = "",
    related: tuple[Related, ...] = (),
    remedy: Remedy | None = None,
) -> Finding:
    """A finding about an item, or about a field of it.

    Without `steps` it points at the value of `field` where the item has one, else at the item's key.
    """
    if steps is None:
        steps = (field,) if field and _has(node, field) else ()
    where = place(node, *steps, part=part or (Part.VALUE if steps else Part.KEY))
    return Finding(code, message, where, node.id, field, label, help, related, remedy=remedy)


def _has(node: Node, field: str) -> bool:
    value = getattr(node.model, field.partition("/")[0], None)
    return value is not None and (bool(value) or not isinstance(value, (tuple, dict)))


def from_loading(code: str) -> Callable[[Assessment], Iterator[Finding]]:
    """The `find` of a rule whose findings come up while the files are read."""

    def find(plan: Assessment) -> Iterator[Finding]:
        return (fault for fault in plan.faults if fault.code == code)

    return find


def from_engine(_plan: Assessment) -> Iterator[Finding]:
    """The `find` of a rule that the engine itself speaks: it is about what rules said."""
    return iter(())
