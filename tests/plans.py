"""Plans for tests: written into a folder, judged on one day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from alignplan import CheckAnswer, open_plan
from alignplan.linting.selection import Asked

TODAY = date(2026, 11, 22)
HEAD = "alignplan: 1\nplan: {title: Northwind}\n"


def written(folder: Path, files: dict[str, str] | str) -> Path:
    """The folder with these files in it; a text alone is the root file."""
    texts = {"alignplan.yaml": files} if isinstance(files, str) else files
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def check(folder: Path, files: dict[str, str] | str, *select: str, today: date = TODAY) -> CheckAnswer:
    """What the rules say of these files: those in force, or the ones that are named."""
    asked = Asked(select=select) if select else Asked()
    return open_plan(written(folder, files), as_of=today).check(asked)


def told(answer: CheckAnswer) -> list[str]:
    """Each finding as `line severity[code]`, waived ones as `line waived[code]`, in the order shown."""
    return [
        f"{finding.spot.line} {'waived' if finding.waived else finding.severity}[{finding.code}]"
        for finding in answer.findings
    ]
