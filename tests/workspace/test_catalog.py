"""Members of a family are found by their files' names."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from alignplan.catalog import docstring, member, members


def test_members_are_found_without_being_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    family = tmp_path / "family_of_test"
    (family / "grown").mkdir(parents=True)
    for name in ("__init__.py", "interface.py", "_private.py", "one.py", "grown/__init__.py", "notes.txt"):
        (family / name).write_text("")
    (family / "broken.py").write_text("1 / 0\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert members("family_of_test") == ["broken", "grown", "one"]
    assert "family_of_test.one" not in sys.modules
    assert member("family_of_test", "one").__name__ == "family_of_test.one"
    with pytest.raises(ZeroDivisionError):
        member("family_of_test", "broken")


def test_the_commands_are_found() -> None:
    assert {"check", "import_", "rule"} <= set(members("alignplan.cli.commands"))


def test_docstrings_are_found_in_the_source_where_python_has_left_them_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from alignplan import catalog

    told = docstring(members), docstring(catalog)
    monkeypatch.setattr(members, "__doc__", None)
    monkeypatch.setattr(catalog, "__doc__", None)
    assert (docstring(members), docstring(catalog)) == told
    assert told[0].startswith("Names of the modules")
    assert told[1].startswith("Finds the members of a family")
