"""`matrix/1`: what is linked to what, and how much."""

from alignplan.output.contracts.interface import NUMBER, TEXT, answer, listed, may_be, record

_CELL = record(row=TEXT, column=TEXT, value=may_be(NUMBER))

CONTRACT = answer(
    "matrix", "Rows against columns.", name=TEXT, rows=listed(TEXT), columns=listed(TEXT), cells=listed(_CELL)
)
