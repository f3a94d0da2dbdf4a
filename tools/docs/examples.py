"""The broken plans of the rules: read off the rules' own pages, written as files, judged."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools.docs.markdown import blocks
from tools.docs.past import give_commit
from tools.docs.running import AS_OF, Ran, run

from alignplan.rules.catalog import all_rules, page
from alignplan.rules.interface import Rule, Tier

__all__ = ["Broken", "broken_plan", "parts", "plan_files", "write_files"]

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_FILE = re.compile(r"# file: (\S+)\n")
_DAY = re.compile(r"^# as of (\d{4}-\d\d-\d\d)\b", re.MULTILINE)


def parts(code: str) -> dict[str, str]:
    """The sections of a rule's page by their headings; the empty name is what stands before the first."""
    pieces = _HEADING.split(page(code))
    return {"": pieces[0], **dict(zip(pieces[1::2], pieces[2::2], strict=True))}


@dataclass(frozen=True, slots=True)
class Broken:
    """The plan that a rule's page shows as its example."""

    rule: Rule
    files: dict[str, str]
    as_of: str
    before: dict[str, str]
    """The same plan as it was committed, where the rule looks at the past; else nothing."""

    @property
    def options(self) -> str:
        """What `check` needs besides, so that the rule runs and the day is the right one."""
        select = "" if self.rule.tier is Tier.BASIC else f" --extend-select {self.rule.code}"
        return f"{select} --as-of {self.as_of}"

    def judged(self, folder: str = "") -> Ran:
        """What `alignplan -C FOLDER check …` says, as in a git checkout; without a folder, what `check` says there."""
        with tempfile.TemporaryDirectory(prefix="alignplan-docs-") as place:
            root = Path(place)
            if self.before:
                write_files(self.before, root / folder)
                give_commit(root)
            elif folder:
                (root / ".git").mkdir()
            write_files(self.files, root / folder)
            there = ["-C", folder] if folder else []
            return run([*there, "check", *self.options.split()], root)


def plan_files(section: str) -> dict[str, str]:
    """The plan in a section of a rule's page: the root, and what begins with `# file: NAME`, without that line."""
    files: dict[str, str] = {}
    for block in blocks(section):
        named = _FILE.match(block.text)
        files[named[1] if named else "alignplan.yaml"] = block.text[named.end() if named else 0 :]
    return files


def broken_plan(code: str) -> Broken:
    """The example of a rule, and the day on which it is judged."""
    sections = parts(code)
    files = plan_files(sections["Example"])
    days = [match[1] for text in files.values() if (match := _DAY.search(text))]
    return Broken(
        all_rules()[code], files, days[0] if days else AS_OF, plan_files(sections.get("Before", ""))
    )


def write_files(files: dict[str, str], folder: Path) -> None:
    """Write texts below a folder, as they are."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
