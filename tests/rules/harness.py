"""A test is a plan with its expectations written in it.

A case is a file `cases/CODE/NAME.yaml`, or a folder `cases/CODE/NAME/` with an `alignplan.yaml` and what it
includes. At the end of the line that earns a finding stands what is expected there:

    due: 2027-01-31  # error: [A106]
    due: 2027-01-31  # error: [A106 2027-01-31] after the last day of `share-2026`

In the brackets the code and, where it matters, the text under the caret; behind them words of the message.
Several on one line are separated by `; `. A finding that is waived is `waived: [CODE]`. For a line that cannot
hold a comment, a comment anywhere says where: `# at 7 error: [E002]`, `# at data/share.csv:3 error: [E014]`.

Judged are the rule of the folder, those that it is quiet after, all of E, and every rule that is named in an
expectation or in a comment `# rules: A102 M201`; on 2026-11-22, or on the day of a comment `# as of
2026-12-31`. The findings must be those that are expected: not one more, not one less.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.history.gits import Repo

from alignplan import open_plan
from alignplan.diagnostics.report import CheckAnswer, Reported
from alignplan.linting.selection import Asked
from alignplan.rules.catalog import all_rules

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 11, 22)

_AS_OF = re.compile(r"^# as of (\d{4}-\d\d-\d\d)\b", re.MULTILINE)
_RULES = re.compile(r"^# rules: (.+)$", re.MULTILINE)
_SEVERITY = r"(?:error|warning|info|waived)"
_BESIDE = re.compile(rf"#(?: at (?:(\S+):)?(\d+))? ({_SEVERITY}: \[[A-Z]\d{{3}}.*)$")
_ENTRY = re.compile(rf"({_SEVERITY}): \[([A-Z]\d{{3}})(?: (.+?))?\](?=[ ;]|$)((?:(?!; {_SEVERITY}: \[).)*)")


@dataclass(frozen=True)
class Expected:
    """A finding that a line announces."""

    file: str
    line: int
    severity: str
    code: str
    under: str = ""
    words: str = ""

    @property
    def short(self) -> str:
        return f"{self.file}:{self.line}: {self.severity}[{self.code}]"


def case_paths() -> list[Path]:
    """Every case, a file or a folder."""
    files = [path for path in CASES.glob("*/*.yaml") if path.is_file()]
    return sorted([*files, *(path.parent for path in CASES.glob("*/*/alignplan.yaml"))])


def files_of(case: Path) -> dict[str, str]:
    """The files of a case by the names that the plan has for them."""
    if case.is_file():
        return {"alignplan.yaml": case.read_text(encoding="utf-8")}
    paths = sorted(path for path in case.rglob("*") if path.is_file())
    return {path.relative_to(case).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def expectations(files: dict[str, str]) -> list[Expected]:
    """What the files announce."""
    found: list[Expected] = []
    for name, text in files.items():
        for number, line in enumerate(text.splitlines(), start=1):
            beside = _BESIDE.search(line)
            if beside is None:
                continue
            file, at = (beside[1] or name, int(beside[2])) if beside[2] else (name, number)
            found += [
                Expected(file, at, entry[1], entry[2], entry[3] or "", entry[4].strip())
                for entry in _ENTRY.finditer(beside[3])
            ]
    return found


def as_of(files: dict[str, str]) -> date:
    """The day on which a plan is judged: the one that it names, else 2026-11-22."""
    named = [match[1] for text in files.values() if (match := _AS_OF.search(text))]
    return date.fromisoformat(named[0]) if named else TODAY


def rules_of(code: str, files: dict[str, str]) -> tuple[str, ...]:
    """The rules that judge a case of `code`."""
    named = {
        word.strip(",")
        for text in files.values()
        for match in _RULES.finditer(text)
        for word in match[1].split()
    }
    announced = {expected.code for expected in expectations(files)}
    return tuple(sorted({"E", code, *all_rules()[code].quiet_after, *named, *announced}))


def check(
    files: dict[str, str], folder: Path, asked: Asked, before: dict[str, str] | None = None
) -> CheckAnswer:
    """What the rules say of a plan of these files, written into `folder`; `before` is what was committed there."""
    if before:
        repo = Repo(folder)
        for name, text in before.items():
            repo.put(name, text)
        repo.commit()
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return open_plan(folder, as_of=as_of(files)).check(asked)


def short(finding: Reported) -> str:
    """A finding as an expectation would announce it."""
    severity = "waived" if finding.waived else str(finding.severity)
    return f"{finding.spot.path}:{finding.spot.line}: {severity}[{finding.code}]"


def under(finding: Reported, files: dict[str, str]) -> str:
    """The text under the caret of a finding."""
    lines = files[finding.spot.path].splitlines()
    spot = finding.spot
    if spot.line == spot.end_line:
        return lines[spot.line - 1][spot.column - 1 : spot.end_column - 1]
    return lines[spot.line - 1][spot.column - 1 :]


def told(findings: tuple[Reported, ...]) -> str:
    """Findings in words, for the message of a failed test."""
    return "\n".join(
        f"{short(finding)} {finding.item} {finding.field}: {finding.message}" for finding in findings
    )


def run_case(case: Path, folder: Path) -> None:
    """Judge a case and compare with what it announces."""
    files = files_of(case)
    expected = expectations(files)
    answer = check(files, folder, Asked(select=rules_of(case.parent.name, files)))
    assert sorted(map(short, answer.findings)) == sorted(entry.short for entry in expected), told(
        answer.findings
    )
    for entry in expected:
        there = [finding for finding in answer.findings if short(finding) == entry.short]
        assert any(_fits(finding, entry, files) for finding in there), f"{entry}\n{told(tuple(there))}"


def _fits(finding: Reported, entry: Expected, files: dict[str, str]) -> bool:
    return entry.words in finding.message and (not entry.under or entry.under == under(finding, files))
