"""The cells of explanations: values as the tables of the commands have them, and where they come from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from alignplan.analysis.explaining.growing import Cut, Twig
from alignplan.analysis.explaining.interface import Measure
from alignplan.analysis.explaining.operations.interface import Value
from alignplan.analysis.wording import amount_text
from alignplan.diagnostics.report import Spot
from alignplan.output.document import Cell, Tone
from alignplan.output.figures import exact_text
from alignplan.output.readable import UNKNOWN, number, percent, state
from alignplan.records import record

__all__ = ["Told", "exact_cell", "exactly", "operation_word", "source_text", "value_cell", "value_with_exact"]


@record
class Told:
    """A figure that an item has, with its value; `reason` says why it is not known where that is so."""

    figure: str
    value: Value
    unit: str
    meaning: str
    reason: str


def value_cell(twig: Twig | Told) -> Cell:
    """A value as the tables of the commands have it."""
    value = twig.value
    if value is None:
        return Cell(UNKNOWN, None, Tone.MUTED)
    if isinstance(value, bool):
        return Cell("yes" if value else "no", value)
    if isinstance(value, date):
        return Cell(value.isoformat())
    if value == "":
        return Cell("none", "")
    if isinstance(value, str):
        return (
            state(value)
            if value in _STATES
            else Cell(value.replace("_", " ") if twig.unit == Measure.WORD else value)
        )
    if twig.unit == Measure.PERCENT:
        return percent(value)
    if twig.unit in list(Measure):
        return number(value)
    return Cell(amount_text(value, twig.unit), value)


_STATES = ("on_track", "met", "at_risk", "behind", "off_track", "no_data")


def exactly(twig: Twig) -> str:
    """The exact number where the table rounds it; empty where it does not."""
    value = twig.value
    if value is None or isinstance(value, (bool, str, date)):
        return ""
    exact = exact_text(value) or ""
    shown = value_cell(twig).text.replace(",", "").partition(" ")[0]
    return "" if shown == exact else exact


def value_with_exact(twig: Twig | Told) -> Cell:
    """The value, exact too where it is a word."""
    cell, value = value_cell(twig), twig.value
    return replace(cell, value=value.isoformat() if isinstance(value, date) else value)


def exact_cell(value: object) -> Cell:
    """A value for machines."""
    if value is None or isinstance(value, (int, float)):
        return Cell("", value)
    return Cell(str(value))


def operation_word(operation: str) -> str:
    """The name of an operation, to read."""
    return operation.replace("_", " ")


def source_text(twig: Twig, spot: Spot | None, folder: str) -> str:
    """Of a leaf where it stands, else what it is; of a figure how it is worked out, else why it is not known."""
    if twig.is_leaf:
        return twig.reason if spot is None else f"{spot.path.removeprefix(folder)}:{spot.line}"
    if twig.cut is Cut.ABOVE:
        return "see above"
    return twig.reason if twig.value is None and twig.reason else operation_word(twig.operation)
