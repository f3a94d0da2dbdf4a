"""Start-up is most of what a user feels: what asks nothing of a plan loads none of the heavy libraries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from alignplan.version import VERSION

HEAVY = ("holidays", "networkx", "pydantic", "rich", "typer", "yaml")
PROBE = f"""
import sys
{{action}}
print(*(name for name in {HEAVY} if name in sys.modules), sep=",", file=sys.stderr)
"""
RUN = """
sys.argv = ["alignplan", *{arguments}]
from alignplan.__main__ import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
"""


def probe(action: str) -> tuple[str, str]:
    result = subprocess.run(
        [sys.executable, "-c", PROBE.format(action=action)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return result.stdout, result.stderr.strip()


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert probe("import alignplan") == ("", "")


@pytest.mark.parametrize("argument", ["--version", "version"])
def test_the_version_is_told_without_anything_heavy(argument: str) -> None:
    said, loaded = probe(RUN.format(arguments=[argument]))
    assert said == f"alignplan {VERSION}\n"
    assert "pydantic" not in loaded
    assert "networkx" not in loaded


def test_the_flag_loads_nothing_at_all() -> None:
    assert probe(RUN.format(arguments=["--version"]))[1] == ""


def test_a_check_reads_the_usual_style_and_builds_its_validators_without_the_heavy_libraries(
    tmp_path: Path,
) -> None:
    (tmp_path / "alignplan.yaml").write_text("alignplan: 1\nplan: {title: Bakery}\n", encoding="utf-8")
    said, loaded = probe(RUN.format(arguments=["check", str(tmp_path)]))
    assert said == "No findings in 1 file (0 items).\n"
    assert not {"networkx", "pydantic", "typer", "yaml"} & set(loaded.split(","))


def test_a_place_is_checked_without_the_library_that_knows_its_holidays(tmp_path: Path) -> None:
    plan = "alignplan: 1\nplan: {title: Bakery, calendar: office}\ncalendars: {office: {holidays: [DE-BY]}}\n"
    (tmp_path / "alignplan.yaml").write_text(plan, encoding="utf-8")
    said, loaded = probe(RUN.format(arguments=["check", str(tmp_path)]))
    assert said == "No findings in 1 file (1 item).\n"
    assert "holidays" not in loaded


def test_help_reads_no_plan() -> None:
    said, loaded = probe(RUN.format(arguments=["--help"]))
    assert "check" in said
    assert not {"networkx", "pydantic", "rich", "yaml"} & set(loaded.split(","))
