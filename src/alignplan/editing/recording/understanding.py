"""From what was said of a measurement to what is meant: which KPI, which day, which number."""

from __future__ import annotations

import re
from datetime import date

from alignplan.diagnostics.finding import Safety
from alignplan.editing.manuscript import Manuscript
from alignplan.editing.recording.interface import Entry, Measurement
from alignplan.editing.recording.receiver import kpi_named, receiver
from alignplan.editing.whole import refuse_duplicate
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.loading.days import day_meant
from alignplan.model.values import Fault, Percentage, day_of, shown
from alignplan.model.values.numbers import read_amount

__all__ = ["Understanding"]

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_YES = {"yes": "true", "no": "false"}


class Understanding:
    """What measurements of a plan mean on a day; each KPI is looked up once."""

    def __init__(self, manuscript: Manuscript, today: date) -> None:
        self._manuscript = manuscript
        self._today = today
        self._kpis: dict[str, tuple[Node, Node] | Misuse] = {}

    def entry(self, said: Measurement) -> Entry:
        """A measurement understood. Raises Misuse."""
        if not said.kpi or not said.day:
            raise Misuse("no KPI is named" if not said.kpi else "no day is named")
        if _CONTROLS.search(said.note):
            raise Misuse("the note holds a control character", "leave it out")
        asked, kpi = self._kpi(said.kpi)
        day = self._day(said.day, kpi)
        text = said.value.strip()
        if kpi.model.unit == "yes/no":
            text = _YES.get(text.casefold(), text)
        return Entry(said, asked, kpi, day, _number(text, kpi), text)

    def _kpi(self, name: str) -> tuple[Node, Node]:
        if name not in self._kpis:
            self._kpis[name] = self._looked_up(name)
        found = self._kpis[name]
        if isinstance(found, Misuse):
            raise Misuse(found.message, found.hint)
        return found

    def _looked_up(self, name: str) -> tuple[Node, Node] | Misuse:
        graph = self._manuscript.graph
        try:
            asked = kpi_named(graph, name)
            kpi = receiver(graph, asked)
            refuse_duplicate(self._manuscript, kpi.parent or kpi)
        except Misuse as refused:
            return refused
        return asked, kpi

    def _day(self, text: str, kpi: Node) -> date:
        """The day, of a period its last; not one that is still to come. Raises Misuse."""
        day = day_of(text, self._manuscript.year_starts)
        if day is None:
            if text.startswith("FY") and not self._manuscript.year_starts:
                hint = "state the month in which the year starts, such as `year_starts: 7`"
                raise Misuse(f"{shown(text)} needs `plan.year_starts`", hint)
            raise Misuse(f"{shown(text)} is not a date or period", _meant(text))
        if day > self._today:
            said = (
                f"{shown(text)} is" if text == day.isoformat() else f"{shown(text)} ends on {day}, which is"
            )
            raise Misuse(
                f"{said} still to come",
                "correct the date; what is planned for a day belongs in `checkpoints`: "
                f"alignplan set {kpi.id} checkpoints.{day}=…",
            )
        return day


def _meant(text: str) -> str:
    meant = day_meant(text)
    if meant is not None and meant.instead and meant.safety is Safety.SAFE:
        return f"did you mean `{meant.instead}`?"
    return "write a day such as 2026-11-22, or a period: 2026-11, 2026-Q4, 2026"


def _number(text: str, kpi: Node) -> float:
    """The number that a value is, in the unit of its KPI. Raises Misuse in the words of `check`."""
    unit = kpi.model.unit
    try:
        number = read_amount(text)
    except Fault as fault:
        help = "write yes or no" if unit == "yes/no" else fault.help
        raise Misuse(fault.message if text else "there is no value", help) from None
    if isinstance(number, Percentage) and unit is not None and unit != "%":
        raise Misuse(f"the unit of `{kpi.id}` is {shown(unit)}, not `%`", "write the number alone")
    return float(number)
