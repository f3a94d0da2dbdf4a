"""`alignplan completion` prints a script, and says so where it has none."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.door import Done, typed

from alignplan.cli.completing.shells import SHELLS

SCRIPTS = Path(__file__).parents[3] / "src/alignplan/cli/completing/scripts"


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_with_how_to_install_it_at_its_head(tmp_path: Path, shell: str) -> None:
    done = typed(tmp_path, "completion", shell)
    assert (done.code, done.err) == (0, "")
    assert done.out == (SCRIPTS / f"alignplan.{shell}").read_text()
    head = re.match(r"(?:#.*\n)+", done.out)
    assert head is not None
    assert f"alignplan completion {shell}" in head[0]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_can_read_it(shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [program, "-n", SCRIPTS / f"alignplan.{shell}"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_another_shell_is_misuse(tmp_path: Path) -> None:
    assert typed(tmp_path, "completion", "tcsh") == Done(
        2, "", "error: there is no completion for tcsh\nhelp: there is bash, zsh, fish\n"
    )


def test_what_the_scripts_call_is_no_command(tmp_path: Path) -> None:
    assert "__complete" not in typed(tmp_path, "--help").out
    assert typed(tmp_path, "check", "__complete").code == 2
