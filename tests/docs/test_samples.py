"""Every command that a page shows is run, and shows what the page says."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from tests.docs.pages import short, written_pages
from tools.docs.sessions import Session, refreshed


@pytest.mark.parametrize("page", written_pages(), ids=short)
def test_commands_show_what_the_page_says(page: Path, tmp_path: Path) -> None:
    said = page.read_text(encoding="utf-8")
    shown = refreshed(said, Session(tmp_path))
    changes = "\n".join(
        difflib.unified_diff(said.splitlines(), shown.splitlines(), "the page", "today", lineterm="")
    )
    assert shown == said, f"run `python tools/docs/generate.py`, and read what it changed:\n{changes}"


def test_a_page_is_run_in_order(tmp_path: Path) -> None:
    page = (
        '```yaml title="alignplan.yaml"\nalignplan: 1\nplan: {title: One}\n\nvalues: {a: Old}\n```\n'
        '```yaml title="alignplan.yaml"\nvalues: {b: New}\n```\n'
        "```console\n$ cat alignplan.yaml\nalignplan: 1\n…\n$ alignplan check\nnothing\n$ echo $?\n0\n```\n"
    )
    shown = refreshed(page, Session(tmp_path))
    assert shown == page.replace("nothing", "No findings in 1 file (1 item).")


def test_a_dot_line_stands_for_lines_but_not_for_other_lines(tmp_path: Path) -> None:
    page = '```text title="a.txt"\none\ntwo\nthree\n```\n```console\n$ cat a.txt\n{}\n```\n'
    right, wrong = page.format("one\n…\nthree"), page.format("…\ntwo")
    for name in ("1", "2"):
        (tmp_path / name).mkdir()
    assert refreshed(right, Session(tmp_path / "1")) == right
    assert refreshed(wrong, Session(tmp_path / "2")) == page.format("one\ntwo\nthree")
