"""The questions about objectives, each with its metric and its tactics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from alignplan.cli.asking import Asker
from alignplan.cli.interview.reading import Amount, Window, as_amount, metric_of
from alignplan.starters.asked import Metric, Objective, Tactic

__all__ = ["PartQuestions"]

_SHARES = ("%", "percent", "share", "rate")


class PartQuestions:
    """Asks for objectives and what belongs to them until one is left out; all are due in the window."""

    def __init__(self, asker: Asker, window: Window) -> None:
        self._asker = asker
        self._window = window
        self._explained = False
        self._owner = ""
        """Who was named last: the next one to be expected."""

    def objectives(self) -> tuple[Objective, ...]:
        """Objectives, each with its metric and its tactics."""
        self._asker.tell("", "Objectives: what you want to reach. Enter ends the list.")
        return tuple(self._each_objective())

    def served(self, objectives: Iterable[Objective]) -> tuple[Objective, ...]:
        """Objectives that are known, with the tactics that are asked for."""
        self._asker.tell("")
        return tuple(self._with_tactics(*numbered) for numbered in enumerate(objectives, 1))

    def _each_objective(self) -> Iterator[Objective]:
        number = 1
        while title := self._asker.text(f"Objective {number}"):
            due = self._due("  ", self._window)
            owner = self._named("  ", self._owner)
            objective = Objective(title, owner=owner, due=due, metric=self._metric(title))
            yield replace(objective, tactics=tuple(self._tactics(objective)))
            self._asker.tell("")
            number += 1

    def _with_tactics(self, number: int, objective: Objective) -> Objective:
        self._asker.tell(f"Objective {number}: {objective.title}")
        tactics = tuple(self._tactics(objective))
        self._asker.tell("")
        return replace(objective, tactics=tactics)

    def _tactics(self, objective: Objective) -> Iterator[Tactic]:
        window = self._window.until(objective.due, "its objective is due")
        if not self._explained:
            self._asker.tell("  Tactics: what you will do for it. Enter ends the list.")
        self._explained = True
        number = 1
        while title := self._asker.text(f"  Tactic {number}"):
            due = self._due("    ", window, objective.due)
            owner = self._named("    ", objective.owner or self._owner)
            yield Tactic(title, owner=owner, due=due)
            number += 1

    def _due(self, margin: str, window: Window, default: str = "") -> str:
        wished = default or (str(window.last) if window.last else "")
        return self._asker.day(f"{margin}Due", default=wished, fits=window.fits) or ""

    def _named(self, margin: str, default: str) -> str:
        self._owner = self._asker.text(f"{margin}Owner", default=default) or ""
        return self._owner

    def _metric(self, objective: str) -> Metric | None:
        title = self._asker.text("  Metric, how you will tell")
        if not title:
            return None
        baseline = self._asker.value("    Today, such as 18 %", as_amount)

        def read(text: str) -> Amount:
            amount = as_amount(text)
            metric_of(title, baseline, amount, "" if baseline and baseline.unit else amount.unit or "?")
            return amount

        target = self._asker.value("    Target", read)
        if target is None:
            self._asker.tell("    Without a target nobody can judge it: the metric is left out.")
            return None
        unit = (baseline.unit if baseline else "") or target.unit or self._unit(f"{objective} {title}")
        return metric_of(title, baseline, target, unit)

    def _unit(self, said: str) -> str:
        """What is counted; a target without a unit would mean nothing to others."""
        usual = "%" if any(word in said.casefold() for word in _SHARES) else "units"
        return self._asker.text("    Unit", default=usual, needed="a metric needs a unit") or usual
