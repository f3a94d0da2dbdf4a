"""Which columns go where a terminal is narrow."""

from __future__ import annotations

import pytest

from alignplan.cli.fitting import fitted
from alignplan.output.document import Cell, Column, Row, Table

TABLE = Table(
    (Column("id", "id"), Column("kind", "kind"), Column("title", "title", shrink=True), Column("due", "due")),
    (Row((Cell("an-id-of-16-cells"), Cell("objective"), Cell("t" * 40), Cell("2026-11-22"))),),
)


@pytest.mark.parametrize(
    ("width", "gone"),
    [
        (None, []),
        (82, []),
        (70, []),  # the title still has 28 cells
        (69, ["kind"]),
        (45, ["kind"]),  # the title has 14
        (38, ["kind", "due"]),
        (20, ["kind", "due"]),  # nothing else can go
    ],
)
def test_luxury_goes_first_and_the_rest_only_at_the_edge(width: int | None, gone: list[str]) -> None:
    blocks, names = fitted([TABLE], width, ("due",), ("kind",))
    assert names == gone
    table = blocks[0]
    assert isinstance(table, Table)
    assert [column.key for column in table.columns] == [
        key for key in ("id", "kind", "title", "due") if key not in gone
    ]
    assert [len(row.cells) for row in table.rows] == [len(table.columns)]
