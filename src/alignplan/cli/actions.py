"""What a check tells GitHub Actions without being asked: annotations and the job summary."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection

from alignplan.cli.settings import Settings
from alignplan.diagnostics.report import CheckAnswer
from alignplan.output.findings.github import commands
from alignplan.output.findings.markdown import limited
from alignplan.output.ink import Ink, ink_for
from alignplan.output.streams import write
from alignplan.storage import reason, stamp

__all__ = ["tell"]

_SUMMARY = "GITHUB_STEP_SUMMARY"
_MOST = 1024 * 1024
"""Bytes of the summary of a step; of a longer one GitHub shows nothing."""
_LEAST = 1024
"""Bytes for which a summary is worth writing: those of its head and of what it leaves out."""


def tell(answer: CheckAnswer, settings: Settings, sources: Collection[str]) -> None:
    """Print the annotations, and append to the summary where the runner has a file for it, never to one of `sources`.

    Nobody asked for the summary, so a file that cannot be written is a note, not a failure.
    """
    write(commands(answer, ink_for(sys.stdout, os.environ, "never")))
    path = os.environ.get(_SUMMARY, "")
    if os.path.realpath(path) in sources:
        problem = f"{path} is a file of the plan"
    else:
        problem = _append(answer, path) if path else ""
    if problem:
        from alignplan.cli.viewing import note

        note(settings, f"no job summary: {problem}")


def _append(answer: CheckAnswer, path: str) -> str:
    """Why the summary was not written; empty where it was."""
    from alignplan.storage.appending import append

    there = stamp(path)
    before = there.size if there is not None else 0
    room = _MOST - before - 1
    if room < _LEAST:
        return f"{path} has {before:,} bytes, and GitHub shows {_MOST:,} for a step"
    text = "".join(f"{line}\n" for line in limited(answer, Ink(), room, _bytes))
    try:
        append(path, f"\n{text}" if before else text)
    except (OSError, ValueError) as error:
        return f"cannot write {path}: {reason(error)}"
    return ""


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
