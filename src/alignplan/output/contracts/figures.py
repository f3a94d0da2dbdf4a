"""`figures/1`: the figures that an item has, of `explain` without a figure."""

from alignplan.output.contracts.interface import TEXT, Schema, answer, listed, record
from alignplan.output.what_if_schema import supposable

_VALUE: Schema = {
    "anyOf": [{"type": "number"}, {"type": "boolean"}, TEXT, {"type": "null"}],
    "description": "Percentages have 100 = all; dates are ISO; null is unknown.",
}
_FIGURE = record(figure=TEXT, value=_VALUE, unit=TEXT, meaning=TEXT, reason=TEXT)

CONTRACT = supposable(
    answer("figures", "The figures that an item has.", id=TEXT, kind=TEXT, figures=listed(_FIGURE)), "figures"
)
