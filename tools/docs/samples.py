"""What the pages of the commands show: commands that are run when the pages are written."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SAMPLES", "Sample"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A command in an example plan. Of long output the first `lines` are shown (0: all)."""

    words: str
    command: str
    example: str = "market-share"
    lines: int = 0


SAMPLES: dict[str, tuple[Sample, ...]] = {
    "check": (
        Sample("The example plan `market-share`, the first finding in full:", "alignplan check", lines=10),
        Sample("One line a finding, as editors and scripts read it:", "alignplan check -f concise"),
        Sample("Only some rules, and the strict ones of their family:", "alignplan check --select A --strict -f concise"),
    ),
    "init": (
        Sample("A short plan to start from:", "alignplan init my-plan", example=""),
        Sample("The example plans that can be started from:", "alignplan init --list", example=""),
        Sample("One of them, its dates moved to today; here only what would be written:",
               "alignplan init sales-plan --template sales --dry-run", example=""),
    ),  # fmt: skip
    "rule": (
        Sample("All rules of a family:", "alignplan rule P"),
        Sample("One of them:", "alignplan rule A101", lines=14),
    ),
    "config": (Sample("Where a plan differs from the defaults, the last column names the file:", "alignplan config", lines=20),),
    "schema": (Sample("The schema that `init` writes beside a plan:", "alignplan schema", lines=6),),
    "help": (Sample("One topic:", "alignplan help exit-codes"),),
    "version": (Sample("The version:", "alignplan version"),),
}
