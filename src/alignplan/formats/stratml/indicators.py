"""The indicators of one objective, with their results: what the document says, before any of it is a figure."""

from __future__ import annotations

from alignplan.formats.stratml.document import Descriptor, Extra, Indicator, Relationship, Result, ResultKind
from alignplan.formats.stratml.element import Element
from alignplan.formats.stratml.fields import Fields
from alignplan.formats.stratml.report import Tally
from alignplan.formats.stratml.texts import is_pending, is_placeholder, line

__all__ = ["indicators"]

_KINDS = {"TargetResult": ResultKind.TARGET, "ActualResult": ResultKind.ACTUAL}


def indicators(fields: Fields, tally: Tally) -> tuple[Indicator, ...]:
    """Every indicator that says more than its identifier."""
    found = []
    for element in fields.all("PerformanceIndicator"):
        indicator = _indicator(element, tally)
        if _says_something(indicator):
            found.append(indicator)
        else:
            tally.dropped("empty PerformanceIndicator{s}")
    return tuple(found)


def _says_something(indicator: Indicator) -> bool:
    texts = (indicator.code, indicator.dimension, indicator.unit, indicator.notes)
    return any((*texts, indicator.relationships, indicator.results, indicator.extra.elements))


def _indicator(element: Element, tally: Tally) -> Indicator:
    fields = Fields(element, tally)
    results, extras = _results(fields, tally)
    own = fields.extra
    return Indicator(
        code=fields.line("SequenceIndicator"),
        dimension=fields.line("MeasurementDimension"),
        unit=fields.unit("UnitOfMeasurement"),
        identifier=fields.line("Identifier"),
        stage=fields.attribute("ValueChainStage"),
        type=fields.attribute("PerformanceIndicatorType"),
        old_type=fields.attribute("IndicatorType"),
        notes=fields.prose("OtherInformation"),
        relationships=_relationships(fields, tally),
        results=results,
        extra=Extra(own.attributes, (*own.elements, *extras)),
    )


def _relationships(fields: Fields, tally: Tally) -> tuple[Relationship, ...]:
    """Relationships that name something: an identifier of their own alone relates nothing."""
    found = []
    for element in fields.all("Relationship"):
        inner = Fields(element, tally)
        referents = tuple(line(one.text()) for one in inner.all("ReferentIdentifier"))
        referents = tuple(one for one in referents if not is_placeholder(one))
        name, description = inner.line("Name"), inner.prose("Description")
        if referents or name or description:
            kind = inner.attribute("RelationshipType")
            found.append(Relationship(kind, inner.line("Identifier"), referents, name, description))
    return tuple(found)


def _results(fields: Fields, tally: Tally) -> tuple[tuple[Result, ...], tuple[str, ...]]:
    """The results of all instances in document order, and what of them is unknown, as raw XML."""
    found: list[Result] = []
    extras: list[str] = []
    for number, element in enumerate(fields.all("MeasurementInstance")):
        instance = Fields(element, tally)
        for child in element.children:
            kind = _KINDS.get(child.name)
            if kind is not None and not child.is_empty():
                inner = Fields(child, tally)
                found.append(_result(inner, kind, number, tally))
                extras.extend(inner.extra.elements)
        extras.extend(instance.extra.elements)
    targeted = _targeted(found)
    return tuple(result for result in found if _has_content(result, targeted, tally)), tuple(extras)


def _result(fields: Fields, kind: ResultKind, instance: int, tally: Tally) -> Result:
    number = fields.line("NumberOfUnits")
    if is_pending(fields.raw("Description")) and not number.strip("+-0."):
        # The form's own default: a 0 beside "[To be determined]" is no measurement.
        tally.dropped("zero{s} beside a text that says there is no result yet", int(bool(number)))
        number = ""
    return Result(
        kind=kind,
        instance=instance,
        start=fields.line("StartDate"),
        end=fields.line("EndDate"),
        number=number,
        text=fields.prose("Description"),
        descriptors=_descriptors(fields, tally),
    )


def _descriptors(fields: Fields, tally: Tally) -> tuple[Descriptor, ...]:
    found = []
    for element in fields.all("Descriptor"):
        inner = Fields(element, tally)
        name, value = inner.line("DescriptorName"), inner.line("DescriptorValue")
        if value or name.casefold() not in ("", "status"):
            found.append(Descriptor(name, value))
    return tuple(found)


def _targeted(results: list[Result]) -> set[tuple[int, str, str]]:
    return {(one.instance, one.start, one.end) for one in results if one.kind is ResultKind.TARGET}


def _has_content(result: Result, targeted: set[tuple[int, str, str]], tally: Tally) -> bool:
    """False for a result without number and words whose period, if any, is that of a target beside it."""
    if result.number or result.text or result.descriptors:
        return True
    period = (result.instance, result.start, result.end)
    if (result.start or result.end) and (result.kind is ResultKind.TARGET or period not in targeted):
        return True
    tally.dropped(f"{result.kind.value} result{{s}} without number and words")
    return False
