"""The import contract, broken on purpose: each break is named."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    shutil.copytree(
        PROJECT / "src/alignplan", tmp_path / "alignplan", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(house: Path) -> tuple[int, str]:
    result = subprocess.run(
        [sys.executable, "-c", LINT], cwd=house, capture_output=True, text=True, timeout=120, check=False
    )
    return result.returncode, result.stdout


@pytest.mark.parametrize(
    ("file", "text", "contract"),
    [
        ("model/intruder.py", "import alignplan.loading", "Imports point down"),
        ("graph/intruder.py", "def late():\n    import alignplan.rules", "Imports point down"),
        ("helpers.py", "", "Imports point down"),
        ("loading/intruder.py", "import yaml", "PyYAML is spoken in text only"),
        ("analysis/intruder.py", "def late():\n    import networkx", "networkx is spoken in graph only"),
        ("views/intruder.py", "import rich.table", "rich is spoken in output only"),
        ("workspace.py", "import typer", "typer is spoken in cli only"),
        ("analysis/intruder.py", "import holidays", "holidays are spoken in calendars only"),
        ("rules/intruder.py", "import pydantic", "pydantic is spoken in model and loading only"),
        (
            "cli/commands/intruder.py",
            "import alignplan.cli.commands.check",
            "Commands do not know each other",
        ),
        ("views/intruder.py", "import alignplan.views.gaps", "Views do not know each other"),
    ],
)
def test_a_broken_contract_is_named(house: Path, file: str, text: str, contract: str) -> None:
    (house / "alignplan" / file).write_text(text + "\n")
    code, said = lint(house)
    assert code == 1
    assert f"{contract} BROKEN" in said


def test_the_house_as_it_stands_keeps_every_contract(house: Path) -> None:
    code, said = lint(house)
    assert code == 0, said
    assert "BROKEN" not in said
