"""Whatever stands in a plan: its workbook is sound, and every text of it is the text of one cell."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.output.workbooks.reading import pages
from tests.views.report.test_sheets import sheets

from alignplan.output.workbooks.sheet import Workbook
from alignplan.output.workbooks.texts import written_text
from alignplan.output.workbooks.writing import workbook_bytes

pytest.importorskip("xlsxwriter")
HOSTILE = json.loads((Path(__file__).parents[2] / "output" / "hostile.json").read_text("utf-8"))


def is_read(text: str) -> bool:
    """Whether a plan may hold it at all."""
    return bool(text.strip()) and text.isprintable() and len(text) < 500


def test_hostile_titles_everywhere_are_the_texts_of_cells(tmp_path: Path) -> None:
    texts = [text for text in HOSTILE if is_read(text)][:150]
    named = "".join(
        f"  o{at}: {{title: {json.dumps(text, ensure_ascii=False)}}}\n" for at, text in enumerate(texts)
    )
    work = "".join(
        f"  t{at}: {{title: {json.dumps(text, ensure_ascii=False)}, supports: o{at}}}\n"
        for at, text in enumerate(texts)
    )
    head = json.dumps("=cmd|' /C calc'!A0 <r>&</r>")
    plan = f"alignplan: 1\nplan: {{title: {head}, vision: {head}}}\nobjectives:\n{named}tactics:\n{work}"
    made = sheets(tmp_path, plan)
    content = workbook_bytes(Workbook("=1+1", date(2026, 11, 22), tuple(made.values())))
    found = pages(content)
    assert list(found) == list(made)
    assert found["Summary"].cells["B2"].value == "=cmd|' /C calc'!A0 <r>&</r>"
    assert found["Summary"].cells["B2"].quoted
    for name, sheet in (("Objectives", made["Objectives"]), ("Tactics", made["Tactics"])):
        titles = [found[name].cells[f"B{at}"] for at in range(2, len(texts) + 2)]
        assert [cell.value.rstrip() for cell in titles] == [
            str(written_text(text).text).rstrip() for text in texts
        ]
        assert {cell.type for cell in titles} == {"s"}
        assert all(cell.quoted for cell in titles if cell.value.lstrip()[:1] in "=+-@")
        assert len(sheet.rows) == len(texts)
