"""One question to git: its answer, or a line that says why there is none."""

from __future__ import annotations

import os
import subprocess

from alignplan.errors import Misuse
from alignplan.history.program import DEFENCES, cleaned, git_program, neighbourhood
from alignplan.history.refusals import refusal

__all__ = ["PATIENCE", "WALK", "Git", "Unanswered"]

PATIENCE = 20.0
"""Seconds after which git is taken to wait for something that will not come."""
WALK = 300.0
"""The same where git looks through a whole history."""


class Unanswered(Exception):
    """Git ended with an error; its text is what git said last."""


class Git:
    """Git in a folder. Every call is one process, which reads and never writes."""

    __slots__ = ("_command", "_environment", "folder")

    def __init__(self, folder: str) -> None:
        tree = neighbourhood(folder)
        search = os.environ.get("PATH", os.defpath)
        self.folder = folder
        self._command = [git_program(tree, search), "--no-pager", *DEFENCES]
        self._environment = cleaned(os.environ, tree)

    def ask(self, *arguments: str, patience: float | None = None) -> bytes:
        """What git prints. Raises Unanswered where it ends with an error, Misuse where it cannot be run at all."""
        try:
            done = subprocess.run(  # noqa: S603  a program that was looked for with care, and no shell
                [*self._command, *arguments],
                cwd=self.folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=patience or PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise Misuse(
                f"git did not answer within {late.timeout:g} seconds", "see whether `git log` does"
            ) from None
        except (OSError, ValueError) as error:
            raise Unanswered(str(error)) from None
        if done.returncode:
            raise Unanswered(done.stderr[-4000:].decode("utf-8", "replace"))
        return done.stdout

    def need(self, *arguments: str, patience: float | None = None) -> bytes:
        """The same where there has to be an answer: raises Misuse with the way out."""
        try:
            return self.ask(*arguments, patience=patience)
        except Unanswered as said:
            raise refusal(str(said), self.folder) from None

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """A process that answers many questions, over its standard streams. Raises Misuse."""
        try:
            return subprocess.Popen(  # noqa: S603  see above
                [*self._command, *arguments],
                cwd=self.folder,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
            )
        except OSError as error:
            raise refusal(str(error), self.folder) from None
