"""The heat map of the risks of a plan."""

from __future__ import annotations

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.exposure import Field, heat_map
from alignplan.analysis.register import register
from alignplan.analysis.selectors.choice import Choice
from alignplan.output.pictures.picture import Picture
from alignplan.output.pictures.risks import HeatMap, Hot
from alignplan.output.pictures.risks import heat_map as picture_of
from alignplan.output.tone import Tone
from alignplan.views.pictures.naming import plan_name, title_of

__all__ = ["drawn", "picture"]

_LEVELS = {"low": ("● low", Tone.GOOD), "medium": ("▲ medium", Tone.WARN), "high": ("× high", Tone.BAD)}


def picture(plan: Assessment, choice: Choice | None = None) -> Picture | None:
    """The chosen risks and those that threaten a chosen item; none where none of them is open."""
    found = drawn(plan, choice or Choice(plan.graph))
    return None if found is None else picture_of(found)


def drawn(plan: Assessment, choice: Choice) -> HeatMap | None:
    """What the fields show."""
    fields = heat_map(register(plan, choice).risks)
    if not any(field.risks for field in fields):
        return None
    chances = list(dict.fromkeys(field.probability for field in fields))
    rows = [fields[at : at + len(chances)] for at in range(0, len(fields), len(chances))]
    return HeatMap(
        plan_name(plan),
        tuple(str(row[0].impact or "unknown") for row in rows),
        tuple(_chance(chance, plan) for chance in chances),
        tuple(tuple(_hot(field) for field in row) for row in rows),
    )


def _hot(field: Field) -> Hot:
    words, tone = ("– unknown", Tone.MUTED) if field.exposure is None else _LEVELS[field.exposure]
    return Hot(words, tone, tuple((one.node.id, title_of(one.node)) for one in field.risks))


def _chance(level: str | None, plan: Assessment) -> str:
    medium, high = plan.risk_borders["high"], plan.risk_borders["medium"]
    named = {"low": f"under {medium:g} %", "medium": f"from {medium:g} %", "high": f"from {high:g} %"}
    return "unknown" if level is None else named[level]
