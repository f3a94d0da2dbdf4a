"""`load/1`: demand against capacity, period by period; money; alignment."""

from alignplan.output.contracts.interface import (
    BOOLEAN,
    COUNT,
    DAY,
    NUMBER,
    PERCENT,
    TEXT,
    Schema,
    answer,
    listed,
    may_be,
    one_of,
    record,
)
from alignplan.output.what_if_schema import supposable

_ITEMS = listed(record(id=TEXT, days=NUMBER))
_LOADED: dict[str, Schema] = {
    "period": {**TEXT, "description": "2026-W48, 2026-11 or 2026-Q4."},
    "from": DAY,
    "to": DAY,
    "capacity_days": may_be({**NUMBER, "description": "Person-days; of a thing days of use."}),
    "demand_days": NUMBER,
    "percent": may_be({**PERCENT, "description": "Demand ÷ capacity; null where that is unknown or 0."}),
    "over_days": {**NUMBER, "description": "By how much there is too much, else 0."},
    "items": _ITEMS,
}
_AMOUNT = may_be({**NUMBER, "description": "In the plan's currency."})
_MONEY = record(
    id=TEXT,
    kind=one_of("plan", "objective", "tactic"),
    title=TEXT,
    depth=COUNT,
    planned=_AMOUNT,
    spent=_AMOUNT,
    open_cost=_AMOUNT,
    committed=_AMOUNT,
    forecast=_AMOUNT,
    uncosted_days=may_be(NUMBER),
    over=_AMOUNT,
)
_ALIGNMENT = record(
    objective=TEXT,
    of=may_be({**TEXT, "description": "The objective above; null of root objectives."}),
    weight=PERCENT,
    money_share=may_be(PERCENT),
    effort_share=may_be(PERCENT),
    money=NUMBER,
    effort_days=NUMBER,
    money_apart=may_be({**NUMBER, "description": "Points above its weight."}),
    effort_apart=may_be({**NUMBER, "description": "Points above its weight."}),
    misinvested={**BOOLEAN, "description": "As A109 says."},
)
CONTRACT = supposable(
    answer(
        "load",
        "Demand against capacity, period by period, and what it serves.",
        of_plan=True,
        **{
            "by": one_of("week", "month", "quarter"),
            "from": may_be(DAY),
            "until": may_be(DAY),
            "periods": listed(record(who=TEXT, kind=one_of("person", "team", "resource"), **_LOADED)),
            "idle": listed(TEXT),
            "skills": listed(record(skill=TEXT, holders=listed(TEXT), **_LOADED)),
            "nobody": listed({**record(id=TEXT, days=NUMBER), "description": "Work with nobody to do it."}),
            "undated": listed({**TEXT, "description": "Nobody knows until when."}),
            "unestimated": listed({**TEXT, "description": "Open actions that say no effort."}),
            "money": listed(_MONEY),
            "alignment": listed(_ALIGNMENT),
            "serves_nothing": listed(record(id=TEXT, days=NUMBER, money=NUMBER)),
        },
    ),
    "periods",
    "skills",
    "money",
    "alignment",
)
