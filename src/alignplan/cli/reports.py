"""In which formats the answer of a check is wanted, and where each goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator

from alignplan.cli.settings import Settings
from alignplan.diagnostics.report import CheckAnswer
from alignplan.errors import Misuse
from alignplan.output.formats import findings_renderer, for_programs, tells_of_rules
from alignplan.output.ink import Ink, ink_for
from alignplan.output.streams import write
from alignplan.records import record

__all__ = ["Reports"]


@record
class Reports:
    """One report on standard output at most, others in files."""

    to_stdout: str
    """Empty where all go to files."""
    to_files: tuple[tuple[str, str], ...]
    """Format and path of each."""
    in_actions: bool = False
    """Whether GitHub Actions is told besides, which reads standard output: nothing was asked for there."""

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
        in_actions = not plain and os.environ.get("GITHUB_ACTIONS") == "true"
        return cls(plain[0] if plain else "" if targets else "full", tuple(targets), in_actions)

    @property
    def tell_of_rules(self) -> bool:
        """Whether a format among them wants the answer to come with the rules."""
        names = {self.to_stdout, *(name for name, _ in self.to_files)} - {""}
        return any(map(tells_of_rules, names))

    def write(self, answer: CheckAnswer, settings: Settings, sources: Collection[str]) -> None:
        """Write the answer, never over one of `sources` (real paths). Raises Misuse."""
        for _, path in self.to_files:
            if os.path.realpath(path) in sources:
                raise Misuse(f"{path} is a file of the plan", "name another file for the report")
        for name, path in self.to_files:
            _to_file(path, "".join(f"{text}\n" for text in findings_renderer(name)(answer, Ink())))
        if self.to_stdout:
            paged = settings.pager and not for_programs(self.to_stdout)
            write(self._printed(answer, settings), paged=paged)
        if self.in_actions:
            from alignplan.cli.actions import tell

            tell(answer, settings, sources)

    def _printed(self, answer: CheckAnswer, settings: Settings) -> Iterator[str]:
        return findings_renderer(self.to_stdout)(answer, ink_for(sys.stdout, os.environ, settings.color))


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
