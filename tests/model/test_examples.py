"""The plans that come with the program, as an editor checks them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.model.reading import schema_faults

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(EXAMPLES.rglob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(EXAMPLES).as_posix())
def test_the_schema_has_nothing_against_it(file: Path) -> None:
    assert schema_faults(file.read_text(encoding="utf-8")) == []
