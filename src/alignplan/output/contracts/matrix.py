"""`matrix/1`: what is linked to what, and how much."""

from alignplan.output.contracts.interface import NUMBER, TEXT, answer, listed, may_be, record
from alignplan.output.what_if_schema import supposable

_CELL = record(row=TEXT, column=TEXT, value=may_be(NUMBER))

CONTRACT = supposable(
    answer(
        "matrix",
        "Rows against columns.",
        name=TEXT,
        rows=listed(TEXT),
        columns=listed(TEXT),
        cells=listed(_CELL),
    ),
    "cells",
)
