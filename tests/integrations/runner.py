"""A small runner of GitHub Actions' steps: their shell, environment, outputs and summary, in a folder of the test's own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.integrations.tools import PROJECT

__all__ = ["Job", "Ran", "interpreter", "runs"]

_ENVIRONMENT = Path(__file__).with_name("environment.py")
_EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")
_CONDITION = re.compile(r"([\w.-]+) != ''|([\w.-]+) == '([^']*)'")


@dataclass(frozen=True)
class Ran:
    """What became of a step that was run."""

    name: str
    code: int
    out: str
    err: str


@dataclass
class Job:
    """A job in a checkout. `context` are values of expressions: `inputs.path`, `github.event_name` …"""

    checkout: Path
    home: Path
    context: dict[str, str] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    ran: list[Ran] = field(default_factory=list)

    def __post_init__(self) -> None:
        (self.home / "temp").mkdir(parents=True)
        for name in ("summary", "output", "env", "path"):
            (self.home / name).write_text("")

    @property
    def summary(self) -> str:
        """The summary of the job."""
        return (self.home / "summary").read_text(encoding="utf-8")

    @property
    def untouched(self) -> bool:
        """Whether no step set variables or the path of the steps after it."""
        return (self.home / "env").read_text() + (self.home / "path").read_text() == ""

    def run(self, steps: Sequence[Mapping[str, Any]]) -> Ran:
        """Run the steps until one fails; the last one that ran. `uses` are left to the context."""
        for step in steps:
            if "run" in step and self._is_wanted(step.get("if", "")):
                self.ran.append(self._step(step))
                if self.ran[-1].code:
                    break
        return self.ran[-1]

    def _is_wanted(self, condition: str) -> bool:
        if not condition:
            return True
        match = _CONDITION.fullmatch(condition)
        assert match, condition
        return self.context[match[1]] != "" if match[1] else self.context[match[2]] == match[3]

    def _step(self, step: Mapping[str, Any]) -> Ran:
        assert "${{" not in step["run"], "an expression in the text of a program"
        own = {name: self.valued(str(value)) for name, value in step.get("env", {}).items()}
        (self.home / "output").write_text("")
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.checkout,
            env={**self._surroundings(), **own},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        for line in (self.home / "output").read_text().splitlines():
            name, _, value = line.partition("=")
            self.context[f"steps.{step['id']}.outputs.{name}"] = value
        return Ran(step.get("name", ""), ran.returncode, ran.stdout, ran.stderr)

    def valued(self, text: str) -> str:
        """A text with the values of its expressions."""
        return _EXPRESSION.sub(lambda match: self.context.get(match[1], ""), text)

    def _surroundings(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "ALIGNPLAN_AS_OF": "2026-11-22",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(PROJECT),
            "GITHUB_ENV": str(self.home / "env"),
            "GITHUB_OUTPUT": str(self.home / "output"),
            "GITHUB_PATH": str(self.home / "path"),
            "GITHUB_STEP_SUMMARY": str(self.home / "summary"),
            "GITHUB_WORKSPACE": str(self.checkout),
            "RUNNER_TEMP": str(self.home / "temp"),
            **self.environment,
        }


def interpreter(folder: Path) -> Path:
    """A Python as the steps find it: of its environments only what pip would download is there already.

    What pip is asked is written to `pip.txt` beside it, and done by nobody.
    """
    folder.mkdir()
    asked = folder / "pip.txt"
    here = folder / "python"
    here.write_text(
        f'#!/bin/sh\n[ "$1 $2" = "-m venv" ] || exec {sys.executable} "$@"\n'
        f'exec {sys.executable} {_ENVIRONMENT} "$3" {asked}\n'
    )
    here.chmod(0o755)
    return here


def runs(steps: Sequence[Mapping[str, Any]]) -> list[str]:
    """The programs of all steps."""
    return [step["run"] for step in steps if "run" in step]
