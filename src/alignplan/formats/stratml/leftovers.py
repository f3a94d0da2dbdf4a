"""What a document says that has no field in a plan, as it stands under `x-stratml`.

A key without content is left out, so that each block holds only what is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from alignplan.formats.stratml.document import Descriptor, Extra, Indicator, Relationship, Role
from alignplan.formats.stratml.measures import Figure, Series
from alignplan.formats.stratml.report import Tally
from alignplan.text.compose import Packed

__all__ = ["filled", "kept_extra", "kept_indicator", "kept_roles"]

_FEW = 3
"""From so many results on that differ in day and number alone, they are kept as one."""


def filled(**fields: Any) -> dict[str, Any]:
    """The fields that hold something; `_` in a name is written `-`."""
    return {
        name.replace("_", "-"): value for name, value in fields.items() if value not in ("", None, [], {})
    }


def kept_extra(extra: Extra) -> dict[str, Any]:
    """Unknown attributes and elements, as raw XML."""
    return filled(attributes=list(extra.attributes), elements=list(extra.elements))


def kept_roles(roles: Iterable[Role]) -> list[dict[str, Any]]:
    """The roles of a stakeholder in one place."""
    return [filled(name=role.name, description=role.description, types=list(role.types)) for role in roles]


def kept_indicator(
    indicator: Indicator, figures: Sequence[Figure], series: Series | None, tally: Tally
) -> dict[str, Any]:
    """All of an indicator that its KPI (with that series) does not show; without a KPI (None) all of it."""
    results = _results(figures, series, tally)
    relationships = [_relationship(one) for one in indicator.relationships]
    tally.kept("relationship{s}", len(relationships))
    return filled(
        identifier=indicator.identifier,
        stage=indicator.stage,
        type=indicator.type,
        indicator_type=indicator.old_type,
        relationships=relationships,
        results=results,
        **kept_extra(indicator.extra),
    )


def _relationship(one: Relationship) -> dict[str, Any]:
    return filled(
        type=one.type,
        identifier=one.identifier,
        to=list(one.referents),
        name=one.name,
        description=one.description,
    )


def _results(figures: Sequence[Figure], series: Series | None, tally: Tally) -> list[dict[str, Any]]:
    used = series.used() if series else frozenset()
    frequency = series.frequency if series else ""
    groups: dict[object, list[Figure]] = {}
    for figure in figures:
        if figure.position not in used or _says_more(figure, frequency):
            groups.setdefault(_alike(figure, figure.position in used), []).append(figure)
            if figure.position not in used:
                tally.kept(_sort(figure))
    return [record for group in groups.values() for record in _records(group, used)]


def _sort(figure: Figure) -> str:
    """What a result that no KPI holds is called in the report."""
    kind = figure.result.kind.value
    if figure.value is not None:
        return f"further {kind} figure{{s}}"
    if figure.result.text or figure.result.descriptors or figure.result.number:
        return f"{kind}{{s}} in words"
    return f"{kind} period{{s}} without number and words"


def _says_more(figure: Figure, frequency: str) -> bool:
    """Whether a result that a KPI holds says more than the KPI: words, another spelling, the start of its period."""
    result = figure.result
    starts = bool(result.start) and not (figure.period and figure.period == frequency)
    return bool(result.text or result.descriptors or starts or not _is_as_written(figure))


def _is_as_written(figure: Figure) -> bool:
    return (
        _number(figure) == figure.value
        and figure.end is not None
        and figure.end.isoformat() == figure.result.end
    )


def _number(figure: Figure) -> Decimal | str:
    """The number, where writing it gives just what the document has; else the document's words."""
    value, written = figure.value, figure.result.number
    return value if value is not None and format(value, "f") == written else written


def _alike(figure: Figure, used: bool) -> object:
    """What results that can be kept as one have in common; a result that cannot is like itself alone."""
    result = figure.result
    if not _is_as_written(figure) or bool(result.start) != bool(figure.period):
        return figure.position
    words = bool(result.text or result.descriptors)
    return (result.kind, result.text, result.descriptors, figure.period, words or used)


def _records(group: list[Figure], used: frozenset[int]) -> list[dict[str, Any]]:
    days = {figure.day: figure for figure in group}
    if len(group) < _FEW or len(days) < len(group):
        return [_record(figure, figure.position in used) for figure in group]
    first = group[0]
    values = Packed({figure.end: figure.value for figure in sorted(group, key=lambda one: str(one.end))})
    common = filled(of=first.result.kind.value, period=first.period, text=first.result.text)
    return [{**common, **_descriptors(first.result.descriptors), "values": values}]


def _record(figure: Figure, is_used: bool) -> dict[str, Any]:
    result = figure.result
    number = _number(figure)
    common = filled(
        of=result.kind.value,
        start=figure.start if figure.start and figure.start.isoformat() == result.start else result.start,
        due=figure.end if figure.end and figure.end.isoformat() == result.end else result.end,
        number="" if is_used and number == figure.value else number,
        text=result.text,
    )
    return {**common, **_descriptors(result.descriptors)}


def _descriptors(found: Sequence[Descriptor]) -> dict[str, Any]:
    written = [filled(name=one.name, value=one.value) for one in found]
    return filled(descriptor=written[0]) if len(written) == 1 else filled(descriptors=written)
