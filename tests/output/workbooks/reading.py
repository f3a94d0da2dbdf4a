"""Workbooks, read back by a reader of our own: what stands in the file, not what a library makes of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Cell:
    """A cell: its type as the file has it (`s` a text, `n` a number, `b` a truth value), its value, its look."""

    type: str
    value: str
    shape: str = "General"
    quoted: bool = False
    indent: int = 0


@dataclass(frozen=True)
class Page:
    """A sheet: its cells by address, and the whole of its XML."""

    cells: Mapping[str, Cell]
    tree: ElementTree.Element

    def row(self, number: int) -> list[str]:
        """The values of a row from left to right; gaps are empty."""
        found = {
            _column(name): cell.value
            for name, cell in self.cells.items()
            if re.sub(r"\D", "", name) == str(number)
        }
        return [found.get(at, "") for at in range(max(found, default=-1) + 1)]


def pages(content: bytes) -> dict[str, Page]:
    """The sheets of a workbook by name, in order; every part of the file has to be sound XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    shared = [_text(entry) for entry in parts.get("xl/sharedStrings.xml", ElementTree.Element("none"))]
    looks = _looks(parts["xl/styles.xml"])
    targets = {one.get("Id"): one.get("Target") for one in parts["xl/_rels/workbook.xml.rels"]}
    sheets = parts["xl/workbook.xml"].iter(f"{_MAIN}sheet")
    return {
        str(sheet.get("name")): _page(parts[f"xl/{targets[sheet.get(_RELATION)]}"], shared, looks)
        for sheet in sheets
    }


def _text(entry: ElementTree.Element) -> str:
    """A shared text; markup in it (`<r>`) would be a text of ours that was taken for markup."""
    assert [child.tag for child in entry] == [f"{_MAIN}t"], ElementTree.tostring(entry)
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), entry[0].text or "")


def _looks(styles: ElementTree.Element) -> list[tuple[str, bool, int]]:
    shapes = {one.get("numFmtId"): str(one.get("formatCode")) for one in styles.iter(f"{_MAIN}numFmt")}
    built_in = {"0": "General", "3": "#,##0", "9": "0%", **shapes}
    cells = styles.find(f"{_MAIN}cellXfs")
    assert cells is not None
    found = []
    for one in cells:
        alignment = one.find(f"{_MAIN}alignment")
        left = alignment is not None and alignment.get("horizontal") == "left"  # nowhere else programs indent
        indent = int(alignment.get("indent", "0")) if alignment is not None and left else 0
        found.append((built_in[str(one.get("numFmtId"))], one.get("quotePrefix") == "1", indent))
    return found


def _page(tree: ElementTree.Element, shared: list[str], looks: list[tuple[str, bool, int]]) -> Page:
    cells = {}
    for one in tree.iter(f"{_MAIN}c"):
        assert one.find(f"{_MAIN}f") is None, "a formula"
        value = one.find(f"{_MAIN}v")
        if value is None:
            continue
        kind, text = one.get("t", "n"), value.text or ""
        cells[str(one.get("r"))] = Cell(
            kind, shared[int(text)] if kind == "s" else text, *looks[int(one.get("s", "0"))]
        )
    return Page(cells, tree)


def _column(address: str) -> int:
    number = 0
    for letter in re.sub(r"\d", "", address):
        number = 26 * number + ord(letter) - 64
    return number - 1
