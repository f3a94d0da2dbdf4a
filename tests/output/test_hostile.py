"""Whatever a plan's text tries, every format keeps the structure it has for a harmless text."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Callable
from io import StringIO

import pytest
from markdown_it import MarkdownIt

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import CheckAnswer, Excerpt, LocatedRelated, Reported, Spot, Summary, Waiver
from alignplan.output.document import Document
from alignplan.output.formats import findings_renderer, renderer
from alignplan.output.ink import Ink
from alignplan.output.json import dumps

Build = Callable[[str], Document]
HARMLESS = "harmless"
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printed(document: Document, name: str, ink: Ink | None = None) -> str:
    return "".join(f"{line}\n" for line in renderer(name)(document, ink or Ink()))


def assert_calm(text: str) -> None:
    """No character that acts on a terminal, no line that a CI runner obeys."""
    bad = [char for char in text if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\n"]
    assert not bad
    assert not BIDI & set(text)
    assert not [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in text
    assert "##vso[" not in text


@pytest.mark.parametrize("name", ["plain", "table"])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_lines_of_text_stay_as_many(hostile: str, document_with: Build, name: str, encoding: str) -> None:
    text = printed(document_with(hostile), name, Ink(encoding=encoding))
    harmless = printed(document_with(HARMLESS), name, Ink(encoding=encoding))
    assert_calm(text)
    text.encode(encoding)
    # an empty title has no line of its own: one for the table, one for the facts
    assert text.count("\n") == harmless.count("\n") - (0 if hostile else 2)


def test_colours_are_our_own_only(hostile: str, document_with: Build) -> None:
    text = printed(document_with(hostile), "table", Ink(colour=True, width=80))
    for code in ("0", "1", "2", "31"):
        text = text.replace(f"\x1b[{code}m", "")
    assert_calm(text)


def test_csv_reads_back_as_the_same_rows(hostile: str, document_with: Build) -> None:
    text = printed(document_with(hostile), "csv")
    assert_calm(text)
    rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    assert [rows[0], rows[1][0], rows[1][2:], rows[2][1:]] == [
        ["id", "title", "due"],
        "one",
        ["4"],
        ["title of two", ""],
    ]
    assert [len(row) for row in rows] == [3, 3, 3]
    assert rows[1][1] == rows[2][0]
    assert rows[1][1][:1] not in tuple("=+-@＝＋－＠")


def test_tsv_has_one_line_for_each_row(hostile: str, document_with: Build) -> None:
    text = printed(document_with(hostile), "tsv")
    assert_calm(text.replace("\t", ""))
    assert [line.count("\t") for line in text.splitlines()] == [2, 2, 2]
    rows = list(csv.reader(StringIO(text, newline=""), "excel-tab", strict=True))
    assert [row[2] for row in rows] == ["due", "4", ""]


def test_markdown_has_the_same_tokens(hostile: str, document_with: Build) -> None:
    reader = MarkdownIt("gfm-like", {"linkify": False})
    text = printed(document_with(hostile), "markdown")
    assert_calm(text)
    kinds = [token.type for token in reader.parse(text)]
    # text before and after: even an empty one must not change what is around it
    framed = [token.type for token in reader.parse(printed(document_with(f"a{hostile}z"), "markdown"))]
    expected = [token.type for token in reader.parse(printed(document_with(HARMLESS), "markdown"))]
    assert framed == expected
    if hostile.strip():
        assert kinds == expected
    inline = {child.type for token in reader.parse(text) for child in token.children or []}
    assert inline <= {"text", "strong_open", "strong_close"}


def test_json_carries_the_text_whole(hostile: str) -> None:
    text = dumps({"title": hostile, hostile: [hostile]})
    assert_calm(text)
    assert json.loads(text) == {"title": hostile, hostile: [hostile]}
    assert dumps(hostile, ascii=True).isascii()


def answer_with(text: str) -> CheckAnswer:
    spot = Spot(f"{text}.yaml", 7, 3, 7, 9)
    excerpt = Excerpt(6, ("tactics:", f"  {text}", f"  {text}: 1"))
    related = (
        LocatedRelated(Spot(f"other{text}", 3, 1, 4, 2), text, Excerpt(3, (text, text))),
        LocatedRelated(spot, text),
    )
    finding = Reported(
        "A101", "orphan", Severity.ERROR, text, spot, text, text, text, text, "", None, excerpt, related
    )
    waived = Reported("A102", "x", Severity.INFO, text, spot, waived=Waiver(text, "2026-12-31"))
    return CheckAnswer("2026-01-01", "alignplan.yaml", (finding, waived), Summary(1, 2, 1, 0, 0, 1, 0, 4))


@pytest.mark.parametrize("name", ["full", "concise"])
def test_findings_keep_their_lines(hostile: str, name: str) -> None:
    ink = Ink(width=80)
    lines = list(findings_renderer(name)(answer_with(f"a{hostile}z"), ink))
    harmless = list(findings_renderer(name)(answer_with(HARMLESS), ink))
    assert len(lines) == len(harmless)
    assert not [line for line in lines if "\n" in line]
    assert_calm("\n".join(lines))
    if name == "full":  # what stands in the gutter: line numbers, bars, arrows, notes
        assert [line[:4] for line in lines[1:]] == [line[:4] for line in harmless[1:]]


def test_findings_in_json_carry_the_text_whole(hostile: str) -> None:
    (text,) = findings_renderer("json")(answer_with(hostile), Ink())
    assert_calm(text)
    first, waived = json.loads(text)["findings"]
    assert first["message"] == first["help"] == first["related"][0]["message"] == hostile
    assert first["item"] == first["field"] == (hostile or None)
    assert waived["waived"] == {"reason": hostile, "until": "2026-12-31"}
