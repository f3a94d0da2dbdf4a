"""`explain/1`: a figure, and what it was computed from, each input the same again."""

from alignplan.output.contracts.interface import COUNT, TEXT, Schema, answer, listed, may_be, one_of, record
from alignplan.output.what_if_schema import supposable

_VALUE: Schema = {
    "anyOf": [{"type": "number"}, {"type": "boolean"}, TEXT, {"type": "null"}],
    "description": "Percentages have 100 = all; dates are ISO; null is unknown, or stated nowhere.",
}
_FIELDS: dict[str, Schema] = {
    "id": may_be(
        {**TEXT, "description": "The item whose figure it is; null for what stands in a file, and the day."}
    ),
    "figure": TEXT,
    "role": may_be({**TEXT, "description": "What it is to the operation above."}),
    "value": _VALUE,
    "unit": {
        **TEXT,
        "description": "percent, count, number, days, money, date, word, truth; else the unit of the KPI.",
    },
    "operation": may_be(
        {**TEXT, "description": "What makes the value of the inputs; null for what is stated."}
    ),
    "formula": may_be(TEXT),
    "reason": may_be({**TEXT, "description": "Why; of what is unknown, why it is."}),
    "path": may_be(TEXT),
    "line": may_be(COUNT),
    "cut": may_be(
        {
            **one_of("depth", "above"),
            "description": "Why there are no inputs: too deep, or taken apart further up.",
        }
    ),
    "inputs": listed({"$ref": "#/$defs/input"}),
}

CONTRACT = {
    **supposable(
        answer(
            "explain",
            "How a figure came about: its inputs, and theirs, down to lines of files.",
            of_plan=True,
            **_FIELDS,
        )
    ),
    "$defs": {"input": record(**_FIELDS)},
}
