"""`schedule/1`: when everything is done, by whom, and what that hangs on."""

from alignplan.output.contracts.interface import (
    BOOLEAN,
    COUNT,
    DAY,
    NUMBER,
    PERCENT,
    TEXT,
    answer,
    listed,
    may_be,
    one_of,
    record,
)
from alignplan.output.what_if_schema import supposable

_ASSIGNED = record(who=TEXT, share={**PERCENT, "description": "Of a full day, in percent."})
_WHY = record(
    ground=one_of(
        "done", "begun", "today", "not_before", "window", "planned", "waits", "busy", "away", "steps"
    ),
    item=may_be(TEXT),
    who=may_be(TEXT),
)
_TASK = record(
    id=TEXT,
    kind=one_of("tactic", "action", "milestone"),
    title=TEXT,
    status=may_be(one_of("planned", "active", "paused", "done", "dropped")),
    start=may_be(DAY),
    finish=may_be(DAY),
    early_start=may_be(DAY),
    late_finish=may_be(DAY),
    slack_days=may_be(NUMBER),
    free_days=may_be(NUMBER),
    spare_days=may_be(NUMBER),
    critical=BOOLEAN,
    assigned=listed(_ASSIGNED),
    due=may_be(DAY),
    must=BOOLEAN,
    late_days=may_be(COUNT),
    estimated=BOOLEAN,
    why=_WHY,
)
_OBJECTIVE = record(
    id=TEXT,
    title=TEXT,
    start=may_be(DAY),
    finish=may_be(DAY),
    due=may_be(DAY),
    late_days=may_be(COUNT),
    days_in_hand=may_be(COUNT),
    critical_path=listed(TEXT),
    unestimated=listed(TEXT),
)
_ODDS = record(
    id=TEXT,
    kind=one_of("plan", "objective", "tactic", "action", "milestone"),
    title=TEXT,
    p50={**DAY, "description": "The day by which half of all samples are finished."},
    p80=DAY,
    p95=DAY,
    free_p50={**DAY, "description": "The same if nobody and nothing were shared: unlimited people."},
    free_p80=DAY,
    free_p95=DAY,
    due=may_be(DAY),
    chance=may_be({**PERCENT, "description": "Samples that end by the due, in percent."}),
    critical=may_be({**PERCENT, "description": "Samples in which it has no slack, in percent."}),
)
_DRIVER = record(
    id=TEXT,
    title=TEXT,
    critical=PERCENT,
    deviation_days=NUMBER,
    ssi={**NUMBER, "description": "Criticality × deviation of its length ÷ deviation of the last finish."},
)
_RISK = record(
    samples=COUNT,
    seed={"type": "integer"},
    common={**NUMBER, "description": "The s of the common factor, LogNormal(−s² ÷ 2, s)."},
    unranged=may_be({**PERCENT, "description": "Work that has no range, in percent of its days."}),
    without=listed(TEXT),
    deviation_days=NUMBER,
    likely=may_be({**DAY, "description": "The day on which the plan ends with likely lengths."}),
    likely_chance=may_be({**PERCENT, "description": "Samples that end by it, in percent."}),
    plan=may_be(_ODDS),
    items=listed(_ODDS),
    drivers=listed(_DRIVER),
)
_SLIP = record(
    id=TEXT,
    kind=may_be(one_of("objective", "tactic", "action", "milestone")),
    title=may_be(TEXT),
    move=one_of("kept", "later", "earlier", "new", "gone", "unknown"),
    start_then=may_be(DAY),
    finish_then=may_be(DAY),
    start=may_be(DAY),
    finish=may_be(DAY),
    slip_days=may_be({"type": "integer", "description": "Working days later; below 0 earlier."}),
    cost_then=may_be(NUMBER),
    cost=may_be(NUMBER),
    cost_change=may_be(NUMBER),
    reasons=listed(TEXT),
)
_AGAINST = record(
    baseline={**TEXT, "description": "The path of the file."},
    as_of=DAY,
    finish_then=may_be(DAY),
    slip_days=may_be({"type": "integer"}),
    items=listed(_SLIP),
)
_ANSWER = answer(
    "schedule",
    "When everything is done, by whom, and what that hangs on.",
    tasks=listed(_TASK),
    objectives=listed(_OBJECTIVE),
    finish=may_be(DAY),
    makespan_days=may_be({**NUMBER, "description": "Working days from the first start to the last finish."}),
    bound_days=may_be({**NUMBER, "description": "Certified: no schedule is shorter."}),
    bound=may_be({**DAY, "description": "Certified: no schedule ends before this day."}),
    optimal=BOOLEAN,
    gap=may_be(PERCENT),
    method=TEXT,
    effort=TEXT,
    seed={"type": "integer"},
    kept={**BOOLEAN, "description": "Whether it is the schedule that was locked, with today's plan."},
    critical_path=listed(TEXT),
    broken=listed({**TEXT, "description": "What ends after a due that is a must."}),
    notes=listed(TEXT),
)
_MORE = {
    "risk": {**_RISK, "description": "With --risk."},
    "against": {**_AGAINST, "description": "With --against: what became of a schedule that was frozen."},
}
CONTRACT = supposable(
    {**_ANSWER, "properties": {**_ANSWER["properties"], **_MORE}},
    "tasks",
    "objectives",
)
