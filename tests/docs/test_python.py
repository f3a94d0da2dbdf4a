"""What the page on Python shows is run."""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import Any

import pytest
from tests.docs.pages import DOCS, ROOT
from tools.docs.markdown import blocks

PAGE = DOCS / "python.md"


def test_python_on_the_page_does_what_it_shows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    runner = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF)
    shown = 0
    for block in blocks(PAGE.read_text(encoding="utf-8")):
        if block.language == "python":
            exec(compile(block.text, str(PAGE), "exec"), names)
        elif block.language == "pycon":
            test = doctest.DocTestParser().get_doctest(block.text, names, str(PAGE), str(PAGE), block.line)
            result = runner.run(test, clear_globs=False)
            names.update(test.globs)
            shown += result.attempted
            assert result.failed == 0
    assert shown >= 8
