"""The gallery: one minimal broken plan per rule, runnable, with what `check` says of it."""

from __future__ import annotations

from collections.abc import Iterator

from tools.docs.examples import Broken, broken_plan
from tools.docs.markdown import note_of_origin, table

from alignplan.rules.catalog import FAMILIES, all_rules

__all__ = ["gallery_pages"]

_INTRODUCTION = """\
# Gallery of broken plans

One small plan per rule, each with one fault, and beside it `expected.txt`: what `alignplan check` says. They lie in
`docs/gallery/` of the source; run one from the top of a checkout:

    alignplan -C docs/gallery/A101 check --as-of 2026-11-22

A rule that is not basic has to be asked for, and a few plans are judged on another day; the column *run it with* says
how. What A112 finds is in the past of a plan: commit the one in its folder `before` in a repository of its own, then
put the other in its place.

"""


def gallery_pages() -> Iterator[tuple[str, str]]:
    """The path of each file below `docs/`, and its text."""
    plans = [broken_plan(code) for code in all_rules()]
    yield "gallery/index.md", _index(plans)
    for plan in plans:
        folder = f"gallery/{plan.rule.code}"
        for name, text in plan.files.items():
            yield f"{folder}/{name}", text
        for name, text in plan.before.items():
            yield f"{folder}/before/{name}", text
        yield f"{folder}/expected.txt", plan.judged(f"docs/{folder}").shown


def _index(plans: list[Broken]) -> str:
    text = note_of_origin("the examples in the docstrings of src/alignplan/rules") + _INTRODUCTION
    for letter, family in FAMILIES.items():
        rows = [_row(plan) for plan in plans if plan.rule.code[0] == letter]
        if rows:
            text += f"## {letter} · {family.capitalize()}\n\n"
            text += table(["rule", "the plan", "what `check` says", "run it with"], rows) + "\n"
    return text.rstrip("\n") + "\n"


def _row(plan: Broken) -> list[str]:
    code = plan.rule.code
    files = ", ".join(f"[{name}]({code}/{name})" for name in plan.files)
    return [
        f"[{code} {plan.rule.name}](../rules/{code}.md)",
        files,
        f"[expected.txt]({code}/expected.txt)",
        f"`check{plan.options}`"
        + (f", in a repository: [before](../rules/{code}.md)" if plan.before else ""),
    ]
