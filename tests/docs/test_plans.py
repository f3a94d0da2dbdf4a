"""Every plan that a page shows can be read; of a part of one, every key and value is of the format."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.docs.pages import all_pages, short
from tools.docs.markdown import Block, blocks
from tools.docs.sessions import Session

from alignplan import open_plan
from alignplan.linting.selection import Asked
from alignplan.model.kinds import ROOT_ONLY, SECTIONS

_READ = ("E001", "E002", "E003", "E004", "E005", "E006", "E007", "E012", "E013", "E015")
_HEAD = "alignplan: 1\nplan: {title: A plan of the documentation}\n"
# Pages that show what is wrong.
_BROKEN = {"rules", "gallery", "fixing.md"}


def plans(page: Path) -> list[Block]:
    """The blocks of a page that are plan files or parts of one."""
    found = []
    for block in blocks(page.read_text(encoding="utf-8")):
        keys = {line.partition(":")[0] for line in block.text.splitlines() if line[:1].isalpha()}
        if block.language == "yaml" and keys & {*ROOT_ONLY, *SECTIONS}:
            found.append(block)
    return found


_PLANS = [
    pytest.param(block, id=f"{short(page)}:{block.line}")
    for page in all_pages()
    if not _BROKEN & {page.parent.name, page.name}
    for block in plans(page)
]


@pytest.mark.parametrize("block", _PLANS)
def test_a_plan_can_be_read(block: Block, tmp_path: Path) -> None:
    text = block.text if "\nplan:" in f"\n{block.text}" else f"{_HEAD}{block.text}"
    text = text if "alignplan: 1" in text else f"alignplan: 1\n{text}"
    (tmp_path / "alignplan.yaml").write_text(text, encoding="utf-8")
    found = open_plan(tmp_path).check(Asked(select=_READ)).findings
    assert [(finding.code, finding.message) for finding in found if finding.code in _READ] == []


def test_there_are_plans_in_the_pages() -> None:
    assert len(_PLANS) > 20


def test_a_section_takes_the_place_of_another(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.write("alignplan.yaml", "alignplan: 1\nvalues:\n  a: A\n\nrisks:\n  r: R\n")
    session.write("alignplan.yaml", "values:\n  b: B\npeople:\n  p: {name: P}\n")
    text = (session.folder / "alignplan.yaml").read_text(encoding="utf-8")
    assert text == "alignplan: 1\nvalues:\n  b: B\n\nrisks:\n  r: R\npeople:\n  p: {name: P}\n"
