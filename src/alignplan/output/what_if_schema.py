"""What an answer holds beside its own where some of the plan is supposed to be otherwise."""

from __future__ import annotations

from alignplan.output.contracts.check import FINDING
from alignplan.output.contracts.interface import TEXT, Schema, listed, may_be, one_of, record

__all__ = ["supposable"]

_VALUE: Schema = {
    "anyOf": [{"type": "number"}, TEXT, {"type": "null"}],
    "description": "Percentages have 100 = all; dates are ISO; null is unknown.",
}
_SUPPOSED = record(
    **{
        "option": one_of("without", "with", "set"),
        "item": may_be(TEXT),
        "field": may_be(TEXT),
        "from": {"description": "What stands in the plan: null is nothing."},
        "to": may_be({**TEXT, "description": "What was typed: null is nothing."}),
        "file": may_be({**TEXT, "description": "The file that is laid over the plan."}),
    }
)
_FIGURE = record(
    **{
        "figure": TEXT,
        "unit": one_of("percent", "count", "amount", "date", "word"),
        "from": _VALUE,
        "to": _VALUE,
        "trend": {"enum": [-1, 0, 1], "description": "1: becomes better, -1: worse, 0: neither."},
    }
)
_FINDINGS = record(new=listed(FINDING), solved=listed(FINDING))
_WHAT_IF = {
    **record(
        supposed=listed(_SUPPOSED),
        was={"type": "object", "description": "What is another today, of all that is no entry with an id."},
        gone={"type": "object", "description": "The entries that are there today only, list by list."},
        figures=listed(_FIGURE),
        findings=_FINDINGS,
    ),
    "description": "Only where something is supposed: the answer is then that of the supposed plan.",
}
_WAS: Schema = {
    "type": ["object", "null"],
    "description": "What is another today, by the names of the entry; null of what is new.",
}
_DIFFERENCE: Schema = {"type": "object", "description": "By how much the numbers are more than today."}


def supposable(contract: Schema, *lists: str) -> Schema:
    """The same answer where it may be that of a supposed plan; the entries of `lists` then say what they are today."""
    fields = dict(contract["properties"])
    for name in lists:
        entry = fields[name]["items"]
        beside = {**entry["properties"], "was": _WAS, "difference": _DIFFERENCE}
        fields[name] = {**fields[name], "items": {**entry, "properties": beside}}
    return {**contract, "properties": {**fields, "what_if": _WHAT_IF}}
