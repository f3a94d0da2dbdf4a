"""Programs of the development environment, and what they may do here: nothing outside the test's own folder, no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

__all__ = ["PROJECT", "commit_all", "git", "installed", "needed", "program"]

PROJECT = Path(__file__).parents[2]


def program(name: str) -> str | None:
    """Where a program is: beside the interpreter that runs the tests, else on the path."""
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else shutil.which(name)


def needed(name: str) -> str:
    """The same; a test that needs it is left out where it is not there. `make test` installs all of them."""
    found = program(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def git(folder: Path, *arguments: str) -> str:
    """What git says, with the settings of nobody."""
    named = ["-c", "user.name=Mia", "-c", "user.email=mia@example.org", "-c", "commit.gpgsign=false"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    ran = subprocess.run(
        ["git", *named, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return ran.stdout.strip()


def commit_all(folder: Path, subject: str = "all") -> str:
    """Everything in a folder as a commit of a repository there; its hash."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "--allow-empty", "-m", subject)
    return git(folder, "rev-parse", "HEAD")


def installed(folder: Path) -> Path:
    """A folder with the command `alignplan`, as an installation has it."""
    folder.mkdir(exist_ok=True)
    command = folder / "alignplan"
    command.write_text(f'#!/bin/sh\nPYTHONPATH={PROJECT / "src"} exec {sys.executable} -m alignplan "$@"\n')
    command.chmod(0o755)
    return folder
