"""What `init` and `import` write is told as `edit/1` too, with the patch that would write it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.door import typed

from alignplan.output.contracts.interface import contract

ROOT = Path(__file__).parents[2]
STRATML = (
    '<StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core"><Name>Library</Name><StrategicPlanCore>'
    "<Organization><Name>Library</Name></Organization><Vision/><Mission/><Goal><Name>Lend more</Name>"
    "<SequenceIndicator>1</SequenceIndicator></Goal></StrategicPlanCore></StrategicPlan>"
)


def answered(folder: Path, *arguments: str) -> dict[str, object]:
    ran = typed(folder, *arguments)
    assert ran.code == 0, ran.err
    answer: dict[str, object] = json.loads(ran.out)
    Draft202012Validator(contract("edit")).validate(answer)
    return answer


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / "plans").mkdir()
    return tmp_path


def test_the_patch_of_a_dry_run_makes_the_plan(repository: Path) -> None:
    said = answered(
        repository / "plans",
        "init",
        "shop",
        "--template",
        "sales",
        "--dry-run",
        "-f",
        "json",
        "--as-of",
        "2026-11-22",
    )
    assert (said["root"], said["written"]) == ("plans/shop/alignplan.yaml", False)
    assert not (repository / "plans" / "shop").exists()
    (repository / "it.patch").write_text(str(said["patch"]))
    subprocess.run(["git", "apply", "it.patch"], cwd=repository, check=True)
    made = {
        path.name: path.read_bytes() for path in (repository / "plans" / "shop").rglob("*") if path.is_file()
    }
    typed(repository / "plans", "init", "again", "--template", "sales", "--as-of", "2026-11-22")
    again = {
        path.name: path.read_bytes() for path in (repository / "plans" / "again").rglob("*") if path.is_file()
    }
    assert made == again


def test_what_was_written_is_named(repository: Path) -> None:
    said = answered(repository, "init", "--no-input", "-f", "json")
    assert said["written"] is True
    assert said["changes"] == [
        {"path": path, "line": 1, "op": "added", "id": "", "field": None, "before": None}
        for path in ("alignplan.yaml", "alignplan.schema.json")
    ]


def test_an_import_over_a_plan_shows_what_it_replaces(repository: Path) -> None:
    (repository / "library.xml").write_text(STRATML)
    first = answered(repository, "import", "stratml", "library.xml", "-o", "plans", "-f", "json")
    assert first["changes"][0]["op"] == "added"  # type: ignore[index]  # a list of changes
    (repository / "library.xml").write_text(STRATML.replace("Lend more", "Lend much more"))
    again = answered(
        repository, "import", "stratml", "library.xml", "-o", "plans", "--force", "--dry-run", "-f", "json"
    )
    assert again["changes"][0]["op"] == "changed"  # type: ignore[index]  # a list of changes
    assert "-    title: Lend more\n" in str(again["patch"])
    assert "+    title: Lend much more\n" in str(again["patch"])
    (repository / "it.patch").write_text(str(again["patch"]))
    subprocess.run(["git", "apply", "it.patch"], cwd=repository, check=True)


@pytest.mark.parametrize("words", [("init",), ("import", "stratml", "x.xml", "-o", "plan")], ids=" ".join)
def test_another_format_is_misuse(tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = typed(tmp_path, *words, "-f", "xml")
    assert (ran.code, ran.err) == (2, "error: unknown output format `xml`\nhelp: there are text, json\n")
