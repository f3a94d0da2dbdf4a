"""`tools/set-up.sh` on machines that lack one thing or another; the tools it calls are stand-ins that keep a log."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
NEEDED = ("cat", "cp", "date", "dirname", "make", "mkdir", "rm", "sh")

PYTHON = """#!/bin/sh
echo "$0 $*" >>"{log}"
case "$*" in
  *version_info*) exit {old} ;;
  "-m venv"*) mkdir -p "$3/bin"; [ {venv} = yes ] && cp "$0" "$3/bin/python" ;;
  "-m virtualenv"*) exit 1 ;;
esac
"""
MAKES_VENV = """#!/bin/sh
echo "$0 $*" >>"{log}"
case "$*" in
  *" .venv") mkdir -p .venv/bin; cp "{python}" .venv/bin/python ;;
esac
"""


@dataclass(frozen=True)
class Machine:
    """A folder with the project's set-up in it, and another that is the whole PATH."""

    folder: Path
    bin: Path
    log: Path

    def python(self, name: str, *, old: bool = False, venv: bool = True) -> Path:
        text = PYTHON.format(log=self.log, old=int(old), venv="yes" if venv else "no")
        return self.tool(name, text)

    def maker(self, name: str) -> None:
        self.tool(name, MAKES_VENV.format(log=self.log, python=self.python("spare-python")))

    def tool(self, name: str, text: str) -> Path:
        path = self.bin / name
        path.write_text(text)
        path.chmod(0o755)
        return path

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command or ("sh", "tools/set-up.sh"),
            cwd=self.folder,
            env={"PATH": str(self.bin)} | environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    def said(self) -> list[str]:
        return self.log.read_text().replace(f"{self.bin}/", "").splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path / "my plans", tmp_path / "bin", tmp_path / "log")
    (made.folder / "tools").mkdir(parents=True)
    (made.folder / "requirements").mkdir()
    for file in ("Makefile", "pyproject.toml", "requirements/dev.lock", "tools/set-up.sh"):
        shutil.copy(PROJECT / file, made.folder / file)
    made.bin.mkdir()
    for name in NEEDED:
        (made.bin / name).symlink_to(shutil.which(name) or name)
    made.log.touch()
    return made


def only_line(result: subprocess.CompletedProcess[str]) -> str:
    assert result.returncode == 1
    (line,) = result.stderr.splitlines()
    return line


def test_installs_the_lock_with_hashes_and_then_the_project(machine: Machine) -> None:
    machine.python("python3")
    assert machine.run().returncode == 0
    pip = ".venv/bin/python -m pip install --quiet --no-cache-dir --disable-pip-version-check"
    assert machine.said()[-2:] == [
        f"{pip} --require-hashes -r requirements/dev.lock",
        f"{pip} --no-index --no-deps --no-build-isolation --editable .",
    ]
    assert (machine.folder / ".venv/.ready").exists()


def test_takes_the_first_python_that_is_new_enough(machine: Machine) -> None:
    machine.python("python3", old=True)
    machine.python("python3.12")
    assert machine.run().returncode == 0
    assert "python3.12 -m venv .venv" in machine.said()


def test_python_can_be_named(machine: Machine) -> None:
    machine.python("python3")
    mine = machine.python("mine")
    assert machine.run(PYTHON=str(mine)).returncode == 0
    assert "mine -m venv .venv" in machine.said()


def test_a_named_python_that_is_too_old_is_refused(machine: Machine) -> None:
    machine.python("python3")
    machine.python("mine", old=True)
    assert only_line(machine.run(PYTHON="mine")) == "set-up: PYTHON=mine is not a Python 3.11 or newer"


def test_no_python_is_one_line(machine: Machine) -> None:
    machine.python("python3", old=True)
    assert only_line(machine.run()) == (
        "set-up: no Python 3.11 or newer on PATH; install one, or name it: make PYTHON=/path/to/python3"
    )
    assert not (machine.folder / ".venv").exists()


def test_without_venv_uv_makes_it(machine: Machine) -> None:
    machine.python("python3", venv=False)
    machine.maker("uv")
    machine.maker("virtualenv")
    assert machine.run().returncode == 0
    assert "uv venv --quiet --no-cache --no-project --python python3 .venv" in machine.said()
    assert not any(line.startswith("virtualenv") for line in machine.said())


def test_without_venv_and_uv_virtualenv_makes_it(machine: Machine) -> None:
    machine.python("python3", venv=False)
    machine.maker("virtualenv")
    assert machine.run().returncode == 0
    assert (
        "virtualenv --quiet --no-download --no-periodic-update --app-data .venv/.data --python python3 .venv"
        in machine.said()
    )
    assert not (machine.folder / ".venv/.data").exists()


def test_without_any_of_them_one_line_says_what_to_install(machine: Machine) -> None:
    machine.python("python3", venv=False)
    assert only_line(machine.run()) == (
        "set-up: python3 cannot make an environment;"
        " install python3-venv (Debian: apt install python3-venv), uv or virtualenv"
    )
    assert not (machine.folder / ".venv").exists()


def test_what_is_there_is_used_again(machine: Machine) -> None:
    machine.python("python3")
    machine.run()
    machine.log.write_text("")
    assert machine.run().returncode == 0
    assert not any("-m venv" in line for line in machine.said())


def test_an_environment_copied_from_elsewhere_is_made_anew(machine: Machine) -> None:
    machine.python("python3")
    machine.run()
    (machine.folder / ".venv/.home").write_text("/somewhere/else\n")
    machine.log.write_text("")
    assert machine.run().returncode == 0
    assert "python3 -m venv .venv" in machine.said()


def test_make_sets_up_once(machine: Machine) -> None:
    machine.python("python3")
    assert machine.run("make", ".venv/.ready").returncode == 0
    machine.log.write_text("")
    assert machine.run("make", ".venv/.ready").returncode == 0
    assert machine.said() == []


@pytest.mark.parametrize("file", ["pyproject.toml", "requirements/dev.lock", "tools/set-up.sh"])
def test_make_sets_up_again_when_what_it_rests_on_changed(machine: Machine, file: str) -> None:
    machine.python("python3")
    machine.run("make", ".venv/.ready")
    later = (machine.folder / ".venv/.ready").stat().st_mtime + 10
    os.utime(machine.folder / file, (later, later))
    machine.log.write_text("")
    machine.run("make", ".venv/.ready")
    assert any("--require-hashes" in line for line in machine.said())


def test_make_sets_up_again_in_a_copy_of_the_folder(machine: Machine) -> None:
    machine.python("python3")
    machine.run("make", ".venv/.ready")
    copy = replace(machine, folder=machine.folder.with_name("copy of my plans"))
    shutil.copytree(machine.folder, copy.folder)
    assert copy.run("make", ".venv/.ready").returncode == 0
    assert (copy.folder / ".venv/.home").read_text() == f"{copy.folder}\n"
    assert machine.said().count("python3 -m venv .venv") == 2


def test_a_failed_install_leaves_no_stamp(machine: Machine) -> None:
    machine.python("python3")
    machine.run()
    machine.tool("broken", '#!/bin/sh\ncase "$*" in *"--require-hashes"*) exit 1 ;; esac\n')
    shutil.copy(machine.bin / "broken", machine.folder / ".venv/bin/python")
    assert only_line(machine.run()) == (
        "set-up: the packages of requirements/dev.lock could not be installed (see above)"
    )
    assert not (machine.folder / ".venv/.ready").exists()
