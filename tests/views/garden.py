"""A small plan, and whole commands run in a copy of it; run as a module it writes the golden output anew.

usage: python -m tests.views.garden
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent
from unittest.mock import patch

from pydantic import TypeAdapter

from alignplan.analysis.assessment import Assessment
from alignplan.cli.app import run
from alignplan.graph.graph import PlanGraph
from alignplan.model.plan import PlanFile
from alignplan.workspace import Plan, open_plan

GARDEN = Path(__file__).parent / "garden"
EXPECTED = GARDEN / "expected"
DAY = "2026-11-22"

GOLDEN = {
    "ls.txt": "ls",
    "ls-narrow.txt": "ls kind:tactic+ -f table",
    "ls.json": "ls +cistern/dig -f json",
    "ls.csv": "ls kind:tactic,tag:spring -f csv",
    "ls.md": "ls bees -f markdown",
    "tree.txt": "tree",
    "tree-narrow.txt": "tree --depth 9 -f table",
    "tree-owner.txt": "tree --by owner",
    "tree-status.txt": "tree --by status",
    "tree.json": "tree -f json",
    "tree.csv": "tree -f csv",
    "trace.txt": "trace open-days",
    "trace-narrow.txt": "trace cistern -f table",
    "trace-two.json": "trace dig beds-for-all -f json",
    "trace.tsv": "trace open-days -f tsv",
    "matrix.txt": "matrix",
    "matrix-people.txt": "matrix --of people",
    "matrix-kpis.json": "matrix --of kpis -f json",
    "matrix.csv": "matrix -f csv",
    "risks.txt": "risks",
    "risks-narrow.txt": "risks -f table",
    "risks.json": "risks -f json",
    "risks.csv": "risks -f csv",
    "show-cistern.txt": "show cistern",
    "show-beds.txt": "show beds",
    "show-cistern.json": "show cistern -f json",
    "show-cistern.md": "show cistern -f markdown",
    "show-lin.txt": "show lin -f table",
    "show-cistern.csv": "show cistern -f csv",
}
"""The file of each golden output, and what was typed for it."""


@dataclass(frozen=True)
class Done:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


def typed(folder: Path, command: str, environ: Mapping[str, str] | None = None) -> Done:
    """Run a command as if it was typed in a folder, on the day, 80 cells wide where it draws tables."""
    out, err = io.StringIO(), io.StringIO()
    settings = {"ALIGNPLAN_AS_OF": DAY, "COLUMNS": "80", "NO_COLOR": "1", **(environ or {})}
    with (
        contextlib.chdir(folder),
        patch.dict(os.environ, settings),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = run(command.split(" "))
    return Done(code, out.getvalue(), err.getvalue())


def planted(folder: Path) -> Path:
    """A copy of the garden, outside any git tree."""
    target = folder / "garden"
    shutil.copytree(GARDEN, target, ignore=shutil.ignore_patterns("expected"))
    return target


def written_plan(folder: Path, text: str) -> Plan:
    """A plan of one file, as of the day."""
    (folder / "alignplan.yaml").write_text(
        "alignplan: 1\nplan: {title: A plan}\n" + dedent(text), encoding="utf-8"
    )
    return open_plan(folder, as_of=date.fromisoformat(DAY))


def entangled(parents: Mapping[str, list[str]]) -> Assessment:
    """A plan of objectives with these parents: however many and deep, without a file."""
    objectives = {id: {"parent": above} for id, above in parents.items()}
    file = TypeAdapter(PlanFile).validate_python({"objectives": objectives})
    return Assessment(PlanGraph([("alignplan.yaml", file)]), date.fromisoformat(DAY))


def main() -> None:
    """Write all golden output."""
    with tempfile.TemporaryDirectory() as folder:
        garden = planted(Path(folder))
        for name, command in GOLDEN.items():
            (EXPECTED / name).write_text(typed(garden, command).out, encoding="utf-8")


if __name__ == "__main__":
    main()
