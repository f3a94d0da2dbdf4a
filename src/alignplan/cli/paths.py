"""Where paths are shown from, and where reports are written to."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection

from alignplan.cli.settings import Settings
from alignplan.diagnostics.report import CheckAnswer
from alignplan.errors import Misuse
from alignplan.output.formats import findings_renderer
from alignplan.output.ink import Ink, ink_for
from alignplan.output.streams import write
from alignplan.records import record

__all__ = ["Reports", "display_base", "shown_from"]


def display_base(root: str, without_git: str = "") -> str:
    """The folder that paths are shown relative to: the git root; without git `without_git`, else the root file's."""
    folder = os.path.dirname(os.path.abspath(root))
    above = folder
    while True:
        if os.path.lexists(os.path.join(above, ".git")):
            return above
        parent = os.path.dirname(above)
        if parent == above:
            return without_git or folder
        above = parent


def shown_from(base: str, folder: str) -> Callable[[str], str]:
    """How a path relative to the plan's folder is shown: relative to `base`, with forward slashes."""
    prefix = os.path.relpath(folder, base).replace(os.sep, "/")
    return (lambda path: path) if prefix == "." else (lambda path: f"{prefix}/{path}")


@record
class Reports:
    """In which formats an answer is wanted: one on standard output at most, others in files."""

    to_stdout: str
    """Empty where all go to files."""
    to_files: tuple[tuple[str, str], ...]
    """Format and path of each."""

    @classmethod
    def asked(cls, formats: tuple[str, ...]) -> Reports:
        """What `FORMAT` and `FORMAT=FILE` ask for. Raises Misuse."""
        plain = [entry for entry in formats if "=" not in entry]
        targets = [
            (name, path) for name, equals, path in (entry.partition("=") for entry in formats) if equals
        ]
        if len(plain) > 1:
            hint = "write FORMAT=FILE for one of them"
            raise Misuse(f"{' and '.join(plain)} cannot both go to standard output", hint)
        for name in (*plain, *(name for name, _ in targets)):
            findings_renderer(name)
        _fit([path for _, path in targets])
        return cls(plain[0] if plain else "" if targets else "full", tuple(targets))

    def write(self, answer: CheckAnswer, settings: Settings, sources: Collection[str]) -> None:
        """Write the answer, never over one of `sources` (real paths). Raises Misuse."""
        for _, path in self.to_files:
            if os.path.realpath(path) in sources:
                raise Misuse(f"{path} is a file of the plan", "name another file for the report")
        for name, path in self.to_files:
            _to_file(path, "\n".join(findings_renderer(name)(answer, Ink())) + "\n")
        if self.to_stdout:
            ink = ink_for(sys.stdout, os.environ, settings.color)
            paged = settings.pager and self.to_stdout != "json"
            write(findings_renderer(self.to_stdout)(answer, ink), paged=paged)


def _fit(paths: list[str]) -> None:
    """Refuse paths that name no file, or one file twice."""
    if "" in paths:
        raise Misuse("there is no file after the `=`", "write it as json=findings.json")
    twice = [path for path in paths if paths.count(path) > 1]
    if twice:
        raise Misuse(f"two formats would go to {twice[0]}", "name a file for each")


def _to_file(path: str, text: str) -> None:
    from alignplan.storage import write_report

    write_report(path, text)
