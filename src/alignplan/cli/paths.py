"""Where paths are shown from, and where reports are written to."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from alignplan.cli.settings import Settings
from alignplan.diagnostics.report import CheckAnswer
from alignplan.errors import Misuse
from alignplan.output.formats import Family, findings_renderer, names
from alignplan.output.ink import Ink, ink_for
from alignplan.output.streams import write

__all__ = ["display_base", "shown_from", "written_reports"]


def display_base(root: str) -> str:
    """The folder that paths are shown relative to: the git root, without git the root file's folder."""
    folder = os.path.dirname(os.path.abspath(root))
    above = folder
    while True:
        if os.path.lexists(os.path.join(above, ".git")):
            return above
        parent = os.path.dirname(above)
        if parent == above:
            return folder
        above = parent


def shown_from(base: str, folder: str) -> Callable[[str], str]:
    """How a path relative to the plan's folder is shown: relative to `base`, with forward slashes."""
    prefix = os.path.relpath(folder, base).replace(os.sep, "/")
    return (lambda path: path) if prefix == "." else (lambda path: f"{prefix}/{path}")


def written_reports(answer: CheckAnswer, formats: tuple[str, ...], settings: Settings) -> None:
    """Write the answer in every format asked for, one of them at most to standard output."""
    to_stdout = [entry for entry in formats if "=" not in entry]
    if len(to_stdout) > 1:
        raise Misuse(
            f"{' and '.join(to_stdout)} cannot both go to standard output",
            "write FORMAT=FILE for one of them",
        )
    targets = [entry.partition("=") for entry in formats if "=" in entry]
    for name in [*to_stdout, *(name for name, _, _ in targets)]:
        _known(name)
    for name, _, path in targets:
        _to_file(path, "\n".join(findings_renderer(name)(answer, Ink())) + "\n")
    if to_stdout or not targets:
        name = to_stdout[0] if to_stdout else "full"
        ink = ink_for(sys.stdout, os.environ, _colour(settings))
        write(findings_renderer(name)(answer, ink), paged=settings.pager and name in ("full", "concise"))


def _known(name: str) -> None:
    if name not in names(Family.FINDINGS):
        findings_renderer(name)


def _colour(settings: Settings) -> str:
    if settings.color not in ("auto", "always", "never"):
        raise Misuse(f"--color {settings.color}: no such choice", "write auto, always or never")
    return settings.color


def _to_file(path: str, text: str) -> None:
    from alignplan.storage import write_report

    write_report(path, text)
