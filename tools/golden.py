"""Writes what the examples print on their day into examples/NAME/expected/. Look at the difference before you keep it.

usage: python tools/golden.py [NAME]…
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
DAY = "2026-11-22"
COMMANDS = {
    "check.txt": ["check"],
    "gaps.txt": ["gaps"],
    "progress.txt": ["progress"],
    "recalibrate.txt": ["recalibrate"],
    "risks.txt": ["risks"],
    "schedule.txt": ["schedule"],
    "tree.txt": ["tree"],
}
"""The file of each golden output, and the command that prints it."""


def names() -> list[str]:
    """All examples."""
    return sorted(root.parent.name for root in EXAMPLES.glob("*/alignplan.yaml"))


def printed(name: str, arguments: list[str], cache: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in an example, as of its day, in a plain environment."""
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "ALIGNPLAN_AS_OF": DAY,
        "XDG_CACHE_HOME": str(cache),
        "PYTHONIOENCODING": "utf-8",
    }
    command = [sys.executable, "-m", "alignplan", *arguments]
    return subprocess.run(  # noqa: S603  our own program, with arguments of our own
        command,
        cwd=EXAMPLES / name,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def main(asked: list[str]) -> None:
    """Write the golden output of the examples."""
    cache = EXAMPLES.parent / ".venv" / "cache"
    for name in asked or names():
        folder = EXAMPLES / name / "expected"
        folder.mkdir(exist_ok=True)
        for file, arguments in COMMANDS.items():
            (folder / file).write_text(printed(name, arguments, cache).stdout, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
