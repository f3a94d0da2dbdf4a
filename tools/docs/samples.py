"""What the pages of the commands show: commands that are run when the pages are written."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SAMPLES", "SEE_ALSO", "Sample"]


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
        Sample(
            "Only some rules, and the strict ones of their family:",
            "alignplan check --select A --strict -f concise",
        ),
    ),
    "init": (
        Sample("A short plan to start from:", "alignplan init my-plan", example=""),
        Sample("The example plans that can be started from:", "alignplan init --list", example=""),
        Sample(
            "One of them, its dates moved to today; here only what would be written:",
            "alignplan init sales-plan --template sales --dry-run",
            example="",
        ),
    ),
    "rule": (
        Sample("All rules of a family:", "alignplan rule P"),
        Sample("One of them:", "alignplan rule A101", lines=14),
    ),
    "gaps": (
        Sample("The whole plan:", "alignplan gaps"),
        Sample("Only an objective and what serves it:", "alignplan gaps share-2026+"),
    ),
    "progress": (
        Sample("One objective, with what serves it:", "alignplan progress answer-in-a-day+"),
        Sample("The objectives alone:", "alignplan progress --depth 1"),
    ),
    "tree": (
        Sample("The objectives alone:", "alignplan tree kind:objective"),
        Sample("One of them, down to the actions:", "alignplan tree keep-promise+ --depth 3"),
    ),
    "trace": (
        Sample("Why an action is done:", "alignplan trace service-desk/chat"),
        Sample("The ways between two items:", "alignplan trace routes loyal-households"),
    ),
    "matrix": (Sample("Objectives and the tactics that support them:", "alignplan matrix", lines=24),),
    "ls": (
        Sample(
            "The tactics of one person that are under way:",
            "alignplan ls kind:tactic,owner:henrik,status:active",
        ),
        Sample(
            "What is due by the end of the year, as a sheet:", "alignplan ls kind:tactic,due:..2026-12 -f csv"
        ),
    ),
    "show": (Sample("A tactic:", "alignplan show routes"),),
    "config": (
        Sample(
            "Where a plan differs from the defaults, the last column names the file:",
            "alignplan config",
            lines=20,
        ),
    ),
    "schema": (Sample("The schema that `init` writes beside a plan:", "alignplan schema", lines=6),),
    "help": (Sample("One topic:", "alignplan help exit-codes"),),
    "version": (Sample("The version:", "alignplan version"),),
}

SEE_ALSO = {
    "check": "The findings are explained in [the rules](../rules/index.md); reports in [In CI](../ci.md).",
    "config": "What the settings mean: [Adopting it on a messy plan](../adopting.md).",
    "gaps": "What is required and how coverage is worked out: [Figures](../figures.md).",
    "import": "What is read, and what becomes of it: [StratML](../stratml.md).",
    "init": "From there to a plan of your own: [Tutorial](../tutorial.md).",
    "ls": "How items are selected: [Selectors](topics.md#selectors).",
    "progress": "How each figure is worked out: [Figures](../figures.md).",
    "rule": "The same pages: [the rules](../rules/index.md).",
    "schema": "How editors use it: [the format](../format.md#in-editors).",
    "trace": "The links that are followed: [the format](../format.md#the-links-and-what-they-mean).",
}
"""Where a command's page leads on to."""
