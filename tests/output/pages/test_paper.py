"""Pages on paper: numbers, contents and titles on the sheets, nothing fetched, the same bytes each time."""

from __future__ import annotations

import builtins
import re
import shutil
import socket
import subprocess
import zlib
from pathlib import Path
from typing import Any

import pytest

from alignplan.errors import Misuse
from alignplan.output.document import Cell, Column, Prose, Row, Table
from alignplan.output.pages.element import element
from alignplan.output.pages.paper import paper
from alignplan.output.pages.report import report_page
from alignplan.output.reports.interface import Report, Section

try:
    import weasyprint
except (ImportError, OSError):  # not there, or without Pango
    weasyprint = None
needs_weasyprint = pytest.mark.skipif(weasyprint is None, reason="WeasyPrint or its Pango is not installed")
needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")

LONG = tuple(Row((Cell(f"row {at}"), Cell("told"))) for at in range(90))
REPORT = Report(
    title="Bakery <2030>",
    organization="Old Mill",
    subtitle="Good bread",
    day="2026-11-22",
    origin="",
    root="alignplan.yaml",
    sections=(
        Section("first", "Where it stands", "All is well.", (Prose((Cell("Bread rises."),)),)),
        Section("second", "A long table", "", (Table((Column("what", "what"), Column("how", "how")), LONG),)),
        Section("third", "The end", "", (Prose((Cell("It is baked."),)),)),
    ),
)


def told(content: bytes, folder: Path) -> list[str]:
    """The text of each sheet."""
    (folder / "it.pdf").write_bytes(content)
    done = subprocess.run(
        ["pdftotext", "-layout", "it.pdf", "-"], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.removesuffix("\f").split("\f")


@pytest.fixture(scope="module")
def printed() -> bytes:
    if weasyprint is None:
        pytest.skip("WeasyPrint or its Pango is not installed")
    return paper(report_page(REPORT))


def test_it_is_a_pdf_with_the_title_of_the_plan(printed: bytes) -> None:
    assert printed.startswith(b"%PDF-1.7")
    assert b"/Title (Bakery <2030>)" in printed or b"Bakery <2030>" in inflated(printed)


def inflated(content: bytes) -> bytes:
    """All streams of a PDF that are packed, unpacked."""
    found = []
    for match in re.finditer(rb"stream\n(.*?)\nendstream", content, re.DOTALL):
        try:
            found.append(zlib.decompress(match[1]))
        except zlib.error:
            continue
    return b"\n".join(found)


@needs_pdftotext
def test_the_first_sheet_has_the_title_and_the_contents_with_the_numbers_of_the_sheets(
    printed: bytes, tmp_path: Path
) -> None:
    first, *rest = told(printed, tmp_path)
    assert [words in first for words in ("Old Mill", "Bakery <2030>", "Good bread", "As of 2026-11-22")] == [
        True
    ] * 4
    numbers = {
        title: int(number)
        for title, number in re.findall(r"^ *(\w[\w ]*?) ?\.{3,} *(\d+)$", first, re.MULTILINE)
    }
    assert list(numbers) == ["Where it stands", "A long table", "The end"]
    sheets = [first, *rest]
    for title, number in numbers.items():
        assert re.search(rf"^ *{title}$", sheets[number - 1], re.MULTILINE)
    assert numbers["The end"] == len(sheets)


@needs_pdftotext
def test_every_sheet_but_the_first_has_its_number_and_says_what_it_belongs_to(
    printed: bytes, tmp_path: Path
) -> None:
    sheets = told(printed, tmp_path)
    assert "/" not in sheets[0].replace("2026", "")
    for number, sheet in enumerate(sheets[1:], start=2):
        assert re.search(rf"\b{number} ?/ ?{len(sheets)}$", sheet, re.MULTILINE)
        assert sheet.lstrip().startswith("Bakery <2030>")
        assert "As of 2026-11-22" in sheet
    assert [sheet.splitlines()[0].split("  ")[-1].strip() for sheet in sheets[1:]] == [
        "Where it stands", *["A long table"] * (len(sheets) - 3), "The end",
    ]  # fmt: skip


@needs_pdftotext
def test_a_table_that_goes_on_has_its_head_on_every_sheet(printed: bytes, tmp_path: Path) -> None:
    long = [sheet for sheet in told(printed, tmp_path) if re.search(r"row \d+", sheet)]
    assert len(long) > 1
    assert all(re.search(r"what +how", sheet) for sheet in long)
    assert [int(at) for sheet in long for at in re.findall(r"row (\d+)", sheet)] == list(range(90))


@needs_weasyprint
def test_the_same_page_gives_the_same_bytes(printed: bytes) -> None:
    assert paper(report_page(REPORT)) == printed


@needs_weasyprint
def test_nothing_is_fetched_from_a_network_or_a_disk(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.png"
        head = element("head", element("title", "x"), element("link", rel="stylesheet", href=address))
        body = element(
            "body",
            element("p", "words"),
            element("img", src=address, alt="gone"),
            element("img", src=(tmp_path / "secret.txt").as_uri(), alt="gone"),
            element("a", "attached", rel="attachment", href=(tmp_path / "secret.txt").as_uri()),
        )
        content = paper(element("html", head, body, lang="en"))
        with pytest.raises(TimeoutError):
            server.accept()
    assert b"secret" not in inflated(content)


@pytest.mark.parametrize(
    ("error", "message", "hint"),
    [
        (
            ModuleNotFoundError("weasyprint"),
            "the format `pdf` needs WeasyPrint",
            "pip install 'alignplan[pdf]'",
        ),
        (
            OSError("cannot load library 'libpango-1.0-0'"),
            "WeasyPrint does not find Pango, which sets its texts",
            "Debian and Ubuntu: apt install libpangoft2-1.0-0",
        ),
    ],
)
def test_what_is_missing_is_said_in_a_line(
    error: Exception, message: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = builtins.__import__

    def absent(name: str, *arguments: Any, **named: Any) -> Any:
        if name == "weasyprint":
            raise error
        return there(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(Misuse) as refused:
        paper(report_page(REPORT))
    assert (refused.value.message, refused.value.hint) == (message, hint)
