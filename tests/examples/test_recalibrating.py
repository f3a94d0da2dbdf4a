"""What the examples propose can be done: each edit is accepted, is gone then, and leaves no error behind."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.door import DAY, typed

from tools.golden import EXAMPLES, names


@pytest.fixture(params=names())
def example(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / request.param, tmp_path / "plan"))


def test_every_edit_is_accepted_and_gone(example: Path) -> None:
    proposals = json.loads(typed(example, "recalibrate", "-f", "json").out)["proposals"]
    assert proposals
    for one in proposals:
        if one["edits"]:
            done = typed(example, "recalibrate", "--accept", one["key"])
            assert (done.code, f"date: {DAY}" in done.out) == (0, True), done.err
    left = json.loads(typed(example, "recalibrate", "-f", "json").out)["proposals"]
    assert [one["key"] for one in left if one["edits"]] == []
    assert typed(example, "check", "--fail-on", "error").code == 0


def test_all_edits_are_one_patch_that_git_takes(example: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=example, check=True)
    done = typed(example, "recalibrate", "--diff")
    if done.out:
        subprocess.run(["git", "apply", "-"], cwd=example, input=done.out.encode(), check=True)
        assert typed(example, "check", "--fail-on", "error").code == 0
