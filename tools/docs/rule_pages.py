"""The pages of the rules: their docstrings, with what `check` says of the example."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.docs.examples import broken_plan, parts, plan_files
from tools.docs.markdown import blocks, cell, console, fenced, note_of_origin, table

from alignplan.rules.catalog import FAMILIES, all_rules, page
from alignplan.rules.interface import Rule, Tier

__all__ = ["rule_names", "rule_pages"]

_BLOCK = re.compile(r"^(```[^\n]*\n.*?^```\n?)", re.MULTILINE | re.DOTALL)
_FAMILY_TITLES = {
    "E": ("The file and its words", "Can the plan be read, and does everything in it mean something?"),
    "A": ("Alignment", "Does every step serve an ambition, and is every ambition served?"),
    "M": ("Success metrics", "Can one tell whether an objective is reached?"),
    "T": ("SMART", "Is each objective and tactic a plan, or a wish?"),
    "S": ("Schedule", "Can the dates hold?"),
    "R": ("Resources and people", "Is there what it takes?"),
    "C": ("Contingency and risk", "What if it goes wrong?"),
    "P": (
        "Position, stakeholders, values",
        "Does the plan answer where the organization stands, and is it who it is?",
    ),
}
_INTRODUCTION = """\
# The rules

`alignplan check` asks these questions of a plan. Each rule has a code, a name, a severity and a tier:

- **basic** rules run by default; a healthy young plan passes them.
- **strict** rules run with `--strict`: for plans that are run on.
- **on demand** rules run when they are selected: `--extend-select A111`, or `lint: {extend-select: [A111]}` in the
  plan.

Every one can be left out, made graver or milder, or given other numbers: see [Adopting it](../adopting.md).
What rules marked with *yes* find, `check --fix` or `--unsafe-fixes` can put right: see [Fixing](../fixing.md).
`alignplan rule CODE` prints a page of these in the terminal. The broken plans are in the
[gallery](../gallery/index.md).

"""


def rule_names() -> list[tuple[str, str]]:
    """Code and name of every rule, in the order shown."""
    return [(code, rule.name) for code, rule in all_rules().items()]


def rule_pages() -> Iterator[tuple[str, str]]:
    """The path of each page below `docs/`, and its text."""
    yield "rules/index.md", _index()
    for code, rule in all_rules().items():
        yield f"rules/{code}.md", _page(rule)


def _index() -> str:
    text = note_of_origin("the docstrings of src/alignplan/rules") + _INTRODUCTION
    for letter in FAMILIES:
        rules = [rule for code, rule in all_rules().items() if code[0] == letter]
        if rules:
            title, question = _FAMILY_TITLES[letter]
            rows = [_row(rule) for rule in rules]
            text += f"## {letter} · {title}\n\n{question}\n\n"
            text += table(["code", "name", "tier", "severity", "fix", "it finds"], rows) + "\n"
    return text.rstrip("\n") + "\n"


def _row(rule: Rule) -> list[str]:
    fix = "yes" if rule.fix is not None else ""
    link = f"[{rule.code}]({rule.code}.md)"
    return [link, rule.name, rule.tier.value, rule.severity.value, fix, _summary(rule)]


def _summary(rule: Rule) -> str:
    return cell(page(rule.code).splitlines()[0].rstrip("."))


def _page(rule: Rule) -> str:
    sections = parts(rule.code)
    summary, _, rest = sections[""].partition("\n")
    origin = note_of_origin(f"the docstring of the rule {rule.code}")
    facts = f"*{_facts(rule)}*"
    return (
        f"{origin}# {rule.code} {rule.name}\n\n{facts}\n\n**{summary}**\n{rest.rstrip()}\n\n{_how_it_runs(rule)}"
        f"{_before(sections)}## Example\n\n{_shown(sections['Example'])}\n{_what_it_says(rule)}\n"
        f"## Mended\n\n{_shown(sections['Mended'])}{_fix(sections.get('Fix', ''))}"
    )


def _facts(rule: Rule) -> str:
    facts = [rule.severity.value, f"{rule.tier} rule", f"since {rule.since}"]
    facts += ["[fixable](../fixing.md)"] if rule.fix is not None else []
    return " · ".join(facts)


def _before(sections: dict[str, str]) -> str:
    """The plan as it was committed, where the rule looks at the past."""
    return f"## Before\n\n{_shown(sections['Before'])}\n" if "Before" in sections else ""


def _how_it_runs(rule: Rule) -> str:
    """How to have the rule run, its numbers, and before which rules it is silent."""
    lines = []
    if rule.tier is Tier.STRICT:
        lines.append(f"It runs with `--strict`, or alone with `--extend-select {rule.code}`.")
    elif rule.tier is Tier.ON_DEMAND:
        lines.append(f"It runs when it is selected: `--extend-select {rule.code}`.")
    for name, value in rule.thresholds.items():
        key = f"{rule.code}.{name}" if name else rule.code
        lines.append(
            f"Threshold `{key}`, default {value:g}: set it with `lint: {{thresholds: {{{key}: …}}}}`."
        )
    if rule.quiet_after:
        links = ", ".join(f"[{code}]({code}.md)" for code in rule.quiet_after if code in all_rules())
        if links:
            lines.append(f"It is silent where {links} speaks of the same item.")
    return "\n".join(lines) + "\n\n" if lines else ""


def _shown(section: str) -> str:
    """A section of the docstring: its plan file by file, and any words between."""
    named = iter(plan_files(section).items())
    pieces = _BLOCK.split(section.strip("\n"))
    return "".join(piece if number % 2 == 0 else _file(*next(named)) for number, piece in enumerate(pieces))


def _fix(section: str) -> str:
    """What `check` fixes: words, then perhaps a plan before and after."""
    if not section:
        return ""
    names = iter(("before", "after"))
    pieces = _BLOCK.split(section.strip("\n"))
    shown = (
        piece if number % 2 == 0 else fenced(next(blocks(piece)).text, "yaml", next(names))
        for number, piece in enumerate(pieces)
    )
    return f"\n## Fix\n\n{''.join(shown).rstrip()}\n"


def _file(name: str, text: str) -> str:
    return fenced(text, "csv" if name.endswith(".csv") else "yaml", name)


def _what_it_says(rule: Rule) -> str:
    broken = broken_plan(rule.code)
    ran = broken.judged()
    return console(f"alignplan check{broken.options}", ran.shown)
