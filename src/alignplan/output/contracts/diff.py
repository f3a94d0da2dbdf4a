"""`diff/1`: what changed between two versions of a plan, and what that causes."""

from alignplan.output.contracts.check import FINDING
from alignplan.output.contracts.interface import DAY, TEXT, Schema, answer, listed, may_be, one_of, record

_VERSION = record(name=TEXT, commit=may_be(TEXT), day=may_be(DAY))
_FIGURE_VALUE: Schema = {
    "anyOf": [{"type": "number"}, TEXT, {"type": "null"}],
    "description": "Percentages have 100 = all; dates are ISO; null is unknown.",
}
_WRITTEN: Schema = {
    "description": "What stands in the file: null is nothing; mappings and lists as they are."
}
_TREND: Schema = {"enum": [-1, 0, 1], "description": "1: became better, -1: worse, 0: neither."}
_CHANGED = {"from": _FIGURE_VALUE, "to": _FIGURE_VALUE, "trend": _TREND}
_FIGURE = record(figure=TEXT, unit=one_of("percent", "count", "amount", "date", "word"), **_CHANGED)
_EFFECT = record(id=TEXT, kind=TEXT, figure=TEXT, text=TEXT, **_CHANGED)
_CHANGE = record(
    op=one_of("added", "removed", "changed", "moved", "renamed"),
    id=TEXT,
    kind={**TEXT, "description": "The kind of item; `lint`: the settings of check."},
    title=TEXT,
    was=may_be({**TEXT, "description": "The id before, of what was renamed."}),
    fields=listed(record(**{"field": TEXT, "from": _WRITTEN, "to": _WRITTEN})),
    effects=listed(TEXT),
)

_SIDES: dict[str, Schema] = {"from": _VERSION, "to": _VERSION}

CONTRACT = answer(
    "diff",
    "What changed between two versions of a plan, and what that causes; both are judged on the same day.",
    of_plan=True,
    **_SIDES,
    figures=listed(_FIGURE),
    effects=listed(_EFFECT),
    changes=listed(_CHANGE),
    findings=record(new=listed(FINDING), solved=listed(FINDING)),
)
