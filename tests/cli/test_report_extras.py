"""`alignplan report` on paper and as a workbook: what is written, and what is said where it cannot be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.output.workbooks.reading import pages
from tests.plans import written

PLAN = "alignplan: 1\nplan: {title: Bakery}\nobjectives:\n  sell-more: {title: Sell more bread}\n"


def absent(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(sys.modules, name, None)


def test_a_workbook_is_written_under_the_name_of_the_file(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    done = typed(written(tmp_path, PLAN), "report", "-o", "plan.xlsx")
    assert (done.code, done.out, done.err) == (0, "", "wrote plan.xlsx, as of 2026-11-22\n")
    found = pages((tmp_path / "plan.xlsx").read_bytes())
    assert found["Summary"].row(2) == ["plan", "Bakery"]
    assert found["Objectives"].row(2)[:2] == ["sell-more", "Sell more bread"]


def test_a_text_that_a_cell_has_no_room_for_is_told(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    long = PLAN.replace("Sell more bread", "x" * 40_000)
    done = typed(written(tmp_path, long), "report", "-o", "plan.xlsx")
    assert done.code == 0
    assert "texts are longer than 32,767 letters and cut in the workbook\n" in done.err


def test_the_same_plan_is_the_same_workbook(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    written(tmp_path, PLAN)
    for name in ("one.xlsx", "two.xlsx"):
        assert typed(tmp_path, "report", "-o", name).code == 0
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("output_format", "package", "library"),
    [("xlsx", "xlsxwriter", "XlsxWriter"), ("pdf", "weasyprint", "WeasyPrint")],
)
def test_without_the_extra_one_line_says_how_to_get_it_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output_format: str, package: str, library: str
) -> None:
    absent(monkeypatch, package)
    done = typed(written(tmp_path, PLAN), "report", "-f", output_format)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"error: the format `{output_format}` needs {library}\nhelp: pip install 'alignplan[{output_format}]'\n"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alignplan.yaml"]


def test_a_workbook_is_not_for_a_terminal(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    done = typed(written(tmp_path, PLAN), "report", "-f", "xlsx", "-o", "-")
    assert (done.code, done.out) == (2, "")
    assert done.err == "error: xlsx is not for standard output\nhelp: name a file: -o report.xlsx\n"


def test_the_document_on_paper(tmp_path: Path) -> None:
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        pytest.skip("WeasyPrint or its Pango is not installed")
    done = typed(written(tmp_path, PLAN), "report", "--document", "-f", "pdf")
    assert (done.code, done.out, done.err) == (0, "", "wrote plan.pdf, as of 2026-11-22\n")
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF-1.7")
