"""What was answered, at a glance, before it is written."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from alignplan.starters.asked import Answers, Metric, Objective, Tactic, items_of

__all__ = ["summary"]


def summary(answers: Answers) -> Iterator[str]:
    """Lines with the texts as they were typed."""
    yield ""
    yield _joined(answers.title, _span(answers), answers.currency)
    for number, objective in enumerate(answers.objectives, 1):
        yield f"  {number}. {_item(objective)}"
        if objective.metric:
            yield f"     {_measured(objective.metric)}"
        for tactic in objective.tactics:
            yield f"     - {_item(tactic)}"
    left_out = list(_left_out(answers))
    if left_out:
        yield f"  Left out for now: {', '.join(left_out)}."
    yield ""


def _span(answers: Answers) -> str:
    if answers.start and answers.due:
        return f"{answers.start} to {answers.due}"
    return f"from {answers.start}" if answers.start else f"until {answers.due}" if answers.due else ""


def _item(item: Objective | Tactic) -> str:
    return _joined(item.title, f"due {item.due}" if item.due else "", item.owner)


def _measured(metric: Metric) -> str:
    where = "?" if metric.baseline is None else _number(metric.baseline)
    return f"{metric.title}: {where} → {_number(metric.target)} {metric.unit}"


def _number(value: Decimal) -> str:
    return format(value, "f")


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _left_out(answers: Answers) -> Iterator[str]:
    """What `gaps` and `check` will ask for."""
    said = {"organization": answers.organization, "vision": answers.vision, "mission": answers.mission}
    yield from (name for name, text in said.items() if not text)
    items = list(items_of(answers.objectives))
    yield from _counted("due date", sum(not item.due for item in items))
    yield from _counted("owner", sum(not item.owner for item in items))
    yield from _counted("metric", sum(objective.metric is None for objective in answers.objectives))
    yield from _counted("baseline", sum(
        objective.metric is not None and objective.metric.baseline is None for objective in answers.objectives
    ))  # fmt: skip
    yield from (["objectives"] if not answers.objectives else [])
    yield from _counted("objective without a tactic", sum(not one.tactics for one in answers.objectives))


def _counted(name: str, number: int) -> Iterator[str]:
    """Such as `2 due dates`."""
    first, _, rest = name.partition(" without ")
    if number:
        yield f"{number} {first}{'' if number == 1 else 's'}{f' without {rest}' if rest else ''}"
