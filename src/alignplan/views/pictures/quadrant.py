"""Execution × effect of the tactics of a plan."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.effects import Effect, Place
from alignplan.analysis.effects.chosen import chosen_effects
from alignplan.analysis.selectors.choice import Choice
from alignplan.analysis.wording import change_text, percent_text
from alignplan.graph.nodes import Node
from alignplan.output.pictures.picture import Picture
from alignplan.output.pictures.quadrant import Entry, Field, Quadrant, quadrant
from alignplan.output.readable import state
from alignplan.views.pictures.naming import plan_name, title_of

__all__ = ["drawn", "picture"]

_MEANS = {
    Place.LUCKY: "The KPI moves, but the work is behind: something else may move it.",
    Place.WORKING: "The work is done as planned, and the KPI moves.",
    Place.STUCK: "The work is behind, and the KPI does not move.",
    Place.NOT_WORKING: "The work is done as planned, and the KPI does not move: try another way.",
    Place.TOO_EARLY: "Too little is done, or too little time has passed, to say anything.",
}
_ORDER = (Place.LUCKY, Place.WORKING, Place.STUCK, Place.NOT_WORKING)


def picture(plan: Assessment, choice: Choice | None = None) -> Picture | None:
    """The chosen tactics and those of chosen objectives and KPIs; none where none of them moves a KPI."""
    found = drawn(plan, choice or Choice(plan.graph))
    return None if found is None else quadrant(found)


def drawn(plan: Assessment, choice: Choice) -> Quadrant | None:
    """What the four fields show."""
    effects = list(chosen_effects(plan, choice))
    if not effects:
        return None
    one, two, three, four = (_field(place, effects) for place in _ORDER)
    early = _field(Place.TOO_EARLY, effects)
    return Quadrant(plan_name(plan), (one, two, three, four), early)


def _field(place: Place, effects: Sequence[Effect]) -> Field:
    """A place with the tactics in it, each once, with what is seen of the KPIs that it moves."""
    shown = state(place.value)
    lines: dict[Node, list[tuple[str, str]]] = {}
    for effect in effects:
        if effect.place is place:
            lines.setdefault(effect.share.tactic, []).append(_line(effect))
    entries = tuple(Entry(tactic.id, title_of(tactic), tuple(told)) for tactic, told in lines.items())
    return Field(shown.text, shown.tone, _MEANS[place], entries)


def _line(effect: Effect) -> tuple[str, str]:
    """The title of the KPI, and what is seen of what was to come by now, or why nothing is said."""
    moves = effect.moves
    if effect.place is Place.TOO_EARLY or moves.seen is None or moves.delivered is None:
        return title_of(moves.kpi.node), effect.reason
    seen, due = change_text(moves.seen, moves.kpi.unit), change_text(moves.delivered, None)
    ratio = "" if effect.ratio is None else f" ({percent_text(effect.ratio)})"
    return title_of(moves.kpi.node), f"{seen} of {due}{ratio}"
