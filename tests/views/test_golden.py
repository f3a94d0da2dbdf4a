"""Whole commands on a small plan, word for word."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.views.garden import EXPECTED, GOLDEN, planted, typed

from alignplan.output.contracts.interface import contract


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planted(tmp_path_factory.mktemp("golden"))


@pytest.mark.parametrize("name", GOLDEN)
def test_golden_output(garden: Path, name: str) -> None:
    done = typed(garden, GOLDEN[name])
    assert (done.code, done.err) == (0, "")
    assert done.out == (EXPECTED / name).read_text("utf-8"), "if it is meant: python -m tests.views.garden"


def test_every_golden_file_is_compared() -> None:
    assert sorted(path.name for path in EXPECTED.iterdir()) == sorted(GOLDEN)


@pytest.mark.parametrize("name", [name for name in GOLDEN if "-f table" in GOLDEN[name]])
def test_nothing_runs_over_the_edge(name: str) -> None:
    assert max(map(len, (EXPECTED / name).read_text("utf-8").splitlines())) <= 80


@pytest.mark.parametrize("name", [name for name in GOLDEN if name.endswith(".json")])
def test_json_keeps_its_contract(name: str) -> None:
    answer = json.loads((EXPECTED / name).read_text("utf-8"))
    schema = contract(answer["schema"].removesuffix("/1"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(answer)] == []


@pytest.mark.parametrize(
    "command", ["ls", "tree", "tree --by owner", "trace cistern", "matrix", "show cistern"]
)
def test_colour_changes_no_word(garden: Path, command: str) -> None:
    plain = typed(garden, f"{command} -f table")
    painted = typed(garden, f"{command} -f table --color always")
    assert "\x1b[" in painted.out
    words = re.sub(r"\x1b\[[0-9;]*m", "", painted.out)
    assert [line.rstrip() for line in words.splitlines()] == plain.out.splitlines()


def test_text_of_a_plan_is_data_on_a_terminal(garden: Path) -> None:
    done = typed(garden, "ls bees -f plain")
    assert "Keep <b>bees</b> [red]on[/] the roof" in done.out
    assert (
        json.loads(typed(garden, "ls bees -f json").out)["items"][0]["title"]
        == "Keep <b>bees</b> [red]on[/] the roof"
    )
