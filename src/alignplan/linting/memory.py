"""What is kept of a check, so that it need not be made again as a whole: see :mod:`alignplan.linting.again`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, fields
from typing import TYPE_CHECKING, Any

from alignplan.analysis.linked import linked_tactics
from alignplan.analysis.partly import signs
from alignplan.analysis.triggers.budgets import watched_budgets
from alignplan.diagnostics.finding import Part, Place
from alignplan.linting.judged import Judged
from alignplan.linting.parted import ignored_in
from alignplan.linting.watched import open_in, watched
from alignplan.records import record
from alignplan.rules.interface import Reach

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.linting.selection import Selection
    from alignplan.loading.load import Loaded

__all__ = ["Memory", "Symbols", "memory_of", "place_of", "symbols_of"]

_CALLING = (Reach.CALLS, Reach.FIGURES)
Symbols = list[Any]
"""The places of a finding as symbols, as plain data: its own, then those of what it is related to."""


@record
class Memory:
    """What a check knew, as plain data: texts, numbers, lists and mappings."""

    root: str
    """The path of the root file."""
    year_starts: int
    language: str | None
    currency: str | None
    hours: float
    days: int
    """The plan's working week."""
    own: list[str]
    """The rules that ran and judge items by themselves."""
    work: list[str]
    """Those of them that do so with tactics and steps only."""
    steps: list[str]
    """The rules that ran and look at which steps are open."""
    spent: dict[str, float | None]
    """Tactic → what it has spent, where a rule that ran looks at that from elsewhere."""
    watching: list[str]
    """The rules that ran and look at how far the work of certain tactics has come."""
    works: dict[str, str]
    """Those tactics, each with a digest of its work."""
    severities: dict[str, str]
    thresholds: dict[str, float]
    files: dict[str, list[str]]
    """Of each file, in order, its face (empty where it has none that can be relied on), its signs, and the rules that
    the settings ignore in it."""
    symbols: list[Symbols]
    """The places of the findings of the answer, in their order."""
    linked: list[str] | None = None
    """The tactics that are linked with others, where a rule ran that looks at which linked steps have begun."""
    open: dict[str, str] | None = None
    """Of each file how much work is open in it, in short, where a rule ran that looks at that from elsewhere."""
    meant: dict[str, str] = field(default_factory=dict)
    """The objectives that something was confirmed against, each with the sign of what it means."""

    def to_data(self) -> list[Any]:
        """Its fields in their order: `Memory(*data)` is the same again."""
        known: Any = self
        return [getattr(known, entry.name) for entry in fields(known)]


def memory_of(
    plan: Assessment, loaded: Loaded, selection: Selection, judged: Iterable[Judged]
) -> Memory | None:
    """What is kept of a check; none where a rule ran that looks at all that is written, or asked git for its past."""
    reach: Mapping[str, Reach] = {rule.code: rule.reach for rule in selection.rules}
    if Reach.ALL in reach.values():
        return None
    links = plan.judged_links if Reach.PAST in reach.values() else None
    if links is not None and links.from_git:
        return None
    about, known = loaded.plan, signs(plan)
    return Memory(
        root=loaded.root.path,
        year_starts=about.year_starts or 0,
        language=about.language,
        currency=about.currency,
        hours=plan.week.hours,
        days=plan.week.days,
        own=[code for code, reach in reach.items() if reach in (Reach.OWN, Reach.WORK)],
        work=[code for code, reach in reach.items() if reach is Reach.WORK],
        steps=[code for code, reach in reach.items() if reach in (Reach.STEPS, Reach.LINKED, *_CALLING)],
        spent=watched_budgets(plan.graph) if any(one in _CALLING for one in reach.values()) else {},
        watching=[rule.code for rule in selection.rules if rule.watches is not None],
        works=watched(plan, selection.rules),
        severities={code: severity.value for code, severity in selection.severities.items()},
        thresholds=selection.thresholds,
        files={
            file.path: [
                "" if file.waivers else file.face,
                known.get(file.path, ""),
                *sorted(ignored_in(file.path, selection.per_file)),
            ]
            for file in loaded.files
        },
        symbols=[symbols_of(entry) for entry in judged],
        linked=linked_tactics(plan) if Reach.LINKED in reach.values() else None,
        open=open_in(plan) if Reach.LOAD in reach.values() else None,
        meant=dict(links.signs) if links is not None else {},
    )


def symbols_of(judged: Judged) -> Symbols:
    """The places of a finding, its own first."""
    places = (judged.finding.place, *(entry.place for entry in judged.finding.related))
    return [[place.file, list(place.route), place.part.value] for place in places]


def place_of(symbol: list[Any]) -> Place:
    """A place again."""
    file, route, part = symbol
    return Place(file, tuple(route), Part(part))
