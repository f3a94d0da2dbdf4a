"""What the pages of the commands show: commands that are run when the pages are written."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SAMPLES", "SEE_ALSO", "Sample"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A command in an example plan. Of long output the first `lines` are shown (0: all).

    `past`: the example is in a repository, with the commits that led to it.
    """

    words: str
    command: str
    example: str = "market-share"
    lines: int = 0
    past: bool = False


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
        Sample("A short plan to start from:", "alignplan init my-plan --no-input", example=""),
        Sample(
            "What questions would ask, answered by options; the tutorial shows the questions:",
            'alignplan init bakery --objective "Win regulars; due=2028; metric=Regulars; target=400 households"'
            ' --tactic "Start a bread club; owner=Rosa"',
            example="",
        ),
        Sample("The example plans that can be started from:", "alignplan init --list", example=""),
        Sample(
            "One of them, its dates moved to today; here only what would be written:",
            "alignplan init sales-plan --template sales --dry-run",
            example="",
        ),
        Sample(
            "For a plan that is there, the workflow by which GitHub checks it on each change:",
            "alignplan init --ci github",
            past=True,
        ),
    ),
    "export": (
        Sample(
            "Who reviews which file, from the owners in the plan:",
            "alignplan export codeowners",
            example="software-system",
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
        Sample(
            "Earned value of one objective and of what serves it:", "alignplan progress share-2026+ --earned"
        ),
    ),
    "recalibrate": (
        Sample("All that the figures propose:", "alignplan recalibrate", example="manufacturing"),
        Sample("The edits as a patch:", "alignplan recalibrate --diff", example="manufacturing"),
    ),
    "kpis": (
        Sample("The KPIs of one objective:", "alignplan kpis answer-in-a-day"),
        Sample("What moves them, and what is seen of it:", "alignplan kpis answer-in-a-day --moves"),
    ),
    "effect": (
        Sample("What moves this year's share:", "alignplan effect share-2026"),
        Sample("One tactic, with all that it moves:", "alignplan effect product-line"),
    ),
    "diff": (
        Sample("What a commit did to the plan:", "alignplan diff HEAD~5..HEAD~4", past=True),
        Sample("All since the summer, counted:", "alignplan diff HEAD~6.. --stat", past=True),
    ),
    "history": (
        Sample("The plan as a whole:", "alignplan history", past=True),
        Sample("One of its KPIs:", "alignplan history share-2026/share-now --since 2026-07-20", past=True),
        Sample("Due dates that moved:", "alignplan history --slip", past=True),
    ),
    "explain": (
        Sample(
            "Why a KPI is in its state, down to the lines of the files:",
            "alignplan explain share-2026/share-now state",
        ),
        Sample("The columns of `gaps`, item by item:", "alignplan explain share-2026 owned"),
        Sample("The figures that a KPI has:", "alignplan explain share-2026/share-now"),
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
    "new": (
        Sample(
            "A tactic, behind those of its objective; here only what would be written:",
            'alignplan new tactic pop-up "Open a pop-up shop" supports=share-2026 owner=nora due=2026-12-18 --dry-run',
        ),
        Sample(
            "An action of it:", "alignplan new action routes/tell 'Tell the drivers' owner=henrik --dry-run"
        ),
    ),
    "set": (
        Sample(
            "Two fields of a tactic:", "alignplan set product-line confidence='at risk' budget.spent=380000"
        ),
        Sample("One more value in a list:", "alignplan set product-line upholds+=our-region"),
    ),
    "record": (
        Sample(
            "A measurement of today, with a note; the diff, and what it means:",
            "alignplan record share-2026/shops 190 --note 'Two chains more'",
        ),
        Sample(
            "Another value for a day that has one:",
            "alignplan record market-share/share 18.7 --on 2026-09-30 --replace",
        ),
    ),
    "rename": (
        Sample(
            "Every reference in every file; of the diff the first lines:",
            "alignplan rename product-line new-range --dry-run",
            lines=16,
        ),
    ),
    "fmt": (
        Sample("Whether the files have their form; the exit code says so, too:", "alignplan fmt --check"),
    ),
    "rm": (Sample("A risk that nothing else names:", "alignplan rm sugar-price"),),
    "mv": (Sample("Into another file of the plan:", "alignplan mv sugar-price kpis.yaml"),),
    "show": (Sample("A tactic:", "alignplan show routes"),),
    "config": (
        Sample(
            "Where a plan differs from the defaults, the last column names the file:",
            "alignplan config",
            lines=20,
        ),
    ),
    "schema": (Sample("The schema that `init` writes beside a plan:", "alignplan schema", lines=6),),
    "completion": (Sample("The script, its first lines:", "alignplan completion bash", example="", lines=7),),
    "help": (Sample("One topic:", "alignplan help exit-codes"),),
    "version": (Sample("The version:", "alignplan version"),),
}

SEE_ALSO = {
    "check": "The findings are explained in [the rules](../rules/index.md); their formats in [Reports](../reports.md), "
    "what can be put right in [Fixing](../fixing.md).",
    "completion": "What it completes, and how it is installed: [In the shell](../shell.md).",
    "config": "What the settings mean: [Adopting it on a messy plan](../adopting.md).",
    "diff": "Renames, broken versions, pull requests: [A plan in git](../git.md).",
    "history": "What is a version, and what is kept: [A plan in git](../git.md).",
    "recalibrate": "When something is proposed, in which order, and what is done with it: "
    "[What should change](../recalibrating.md).",
    "effect": "How each is put in its place: [Figures](../figures.md#execution-and-effect).",
    "fmt": "What the form is, and what stays as it is: [Fixing and formatting](../fixing.md#one-form-for-all-files).",
    "explain": "The formulas of all figures, worked out for one plan: [Figures](../figures.md).",
    "gaps": "What is required and how coverage is worked out: [Figures](../figures.md).",
    "export": "Who reviews what: [In CI](../ci.md#who-reviews-what).",
    "import": "What is read, and what becomes of it: [StratML](../stratml.md).",
    "init": "From there to a plan of your own: [Tutorial](../tutorial.md); what `--ci` writes: "
    "[In CI](../ci.md#where-the-plan-is-hosted).",
    "kpis": "How states and forecasts are worked out: [Figures](../figures.md#kpis), "
    "[Forecast](../figures.md#forecast).",
    "ls": "How items are selected: [Selectors](topics.md#selectors).",
    "mv": "What all commands that change a plan have in common: [Changing a plan](../editing.md).",
    "new": "What all commands that change a plan have in common: [Changing a plan](../editing.md).",
    "record": "Where values go, files of them, and what is asked: "
    "[Record what was measured](../editing.md#record-what-was-measured).",
    "rename": "What all commands that change a plan have in common: [Changing a plan](../editing.md).",
    "rm": "What all commands that change a plan have in common: [Changing a plan](../editing.md).",
    "set": "What all commands that change a plan have in common: [Changing a plan](../editing.md).",
    "progress": "How each figure is worked out: [Figures](../figures.md), [Earned value](../figures.md#earned-value).",
    "rule": "The same pages: [the rules](../rules/index.md).",
    "schema": "How editors use it: [the format](../format.md#in-editors).",
    "trace": "The links that are followed: [the format](../format.md#the-links-and-what-they-mean).",
}
"""Where a command's page leads on to."""
