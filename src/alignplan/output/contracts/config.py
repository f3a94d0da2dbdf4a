"""`config/1`: the settings in force."""

from alignplan.output.contracts.interface import TEXT, answer, listed, record

_VALUE = {"type": ["string", "number", "null"]}

CONTRACT = answer(
    "config",
    "The settings in force.",
    of_plan=False,
    settings=listed(record(setting=TEXT, value=_VALUE, default=_VALUE, source=TEXT)),
)
