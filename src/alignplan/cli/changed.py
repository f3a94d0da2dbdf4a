"""What is shown of a change: the diff, or `edit/1`; what `check` finds now; the next step. And why one is refused."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from alignplan.cli.patches import patch_of, write_answer, write_patch
from alignplan.cli.viewing import note
from alignplan.errors import Misuse
from alignplan.output.escape import terminal
from alignplan.output.ink import ink_for
from alignplan.output.streams import refusal, say

if TYPE_CHECKING:
    from alignplan.cli.changing import Outcome, Way
    from alignplan.cli.settings import Settings
    from alignplan.diagnostics.report import CheckAnswer, Reported
    from alignplan.editing.interface import Refusal, Told

__all__ = ["refuse", "refuse_for", "show"]

_MOST_TOLD = 5


def show(settings: Settings, way: Way, outcome: Outcome) -> int:
    """Show what was changed, or would be; the exit code 0."""
    if way.output_format == "json":
        _json(outcome)
    elif outcome.texts:
        write_patch(settings, _patch(outcome))
    if not settings.quiet:
        _tell(settings, way, outcome)
    return 0


def refuse(settings: Settings, outcome: Outcome) -> int:
    """Say which new errors forbid a change; the exit code 2."""
    from alignplan.output.findings.full import render

    # What is not written cannot be fixed either.
    errors = tuple(replace(error, fix=None) for error in outcome.consequences.errors)
    ink = ink_for(sys.stderr, os.environ, settings.color)
    *lines, _summary = render(_answer(outcome, errors), ink)
    amount = "an error" if len(errors) == 1 else f"{len(errors)} errors"
    message = f"refused: `alignplan check` would find {amount} that it does not find now"
    hint = "mend it in the same command, or write it all the same with --force"
    say([*lines, *refusal(Misuse(message, hint), ink)])
    return 2


def refuse_for(settings: Settings, refused: Refusal) -> int:
    """Say the reasons for a refusal one by one; the exit code 2."""
    ink = ink_for(sys.stderr, os.environ, settings.color)
    say([*map(ink.show, refused.reasons), *refusal(refused, ink)])
    return 2


def _answer(outcome: Outcome, findings: tuple[Reported, ...]) -> CheckAnswer:
    from alignplan.diagnostics.report import CheckAnswer

    return CheckAnswer(outcome.plan.as_of.isoformat(), outcome.shown(outcome.plan.loaded.root.path), findings)


# ------------------------------------------------------------ the diff


def _patch(outcome: Outcome) -> str:
    """The whole change as a patch, to the byte."""
    return patch_of(outcome.texts, outcome.shown)


# ------------------------------------------------------------ beside it


def _tell(settings: Settings, way: Way, outcome: Outcome) -> None:
    """On standard error: notes, what `check` finds now, the next step."""
    for text in outcome.edition.notes:
        note(settings, text)
    if not outcome.texts:
        if not outcome.edition.notes:
            note(settings, "nothing to change: the plan says so already")
        return
    _tell_new(settings, outcome)
    _tell_meaning(settings, outcome)
    if way.dry_run:
        note(settings, f"nothing is written ({way.shown_by})")
    elif outcome.edition.next:
        say([terminal(f"next: {_from_here(settings, outcome.edition.next)}")])


def _from_here(settings: Settings, commands: str) -> str:
    """Commands as they are to be typed where this one was."""
    if settings.directory is None:
        return commands
    return commands.replace("alignplan ", f"alignplan -C {shlex.quote(settings.directory)} ")


def _tell_new(settings: Settings, outcome: Outcome) -> None:
    from alignplan.output.findings.concise import render

    new = outcome.consequences.all
    if not new:
        return
    ink = ink_for(sys.stderr, os.environ, settings.color)
    *lines, _summary = render(_answer(outcome, new[:_MOST_TOLD]), ink)
    more = [f"and {len(new) - _MOST_TOLD} more"] if len(new) > _MOST_TOLD else []
    note(settings, "`alignplan check` now finds, and did not before:")
    say(f"  {line}" for line in (*lines, *more))


def _tell_meaning(settings: Settings, outcome: Outcome) -> None:
    """What looks wrong in new values, unless `check` says it; what they mean."""
    said = {found.item for found in outcome.consequences.all if found.code == "M210"}
    for kpi, text in outcome.edition.doubts:
        if kpi not in said:
            note(settings, text)
    if outcome.edition.kpis and outcome.after is not None:
        from alignplan.cli.meaning import lines

        ink = ink_for(sys.stderr, os.environ, settings.color)
        found = lines(outcome.plan.assessment, outcome.after.assessment, outcome.edition.kpis)
        say(map(ink.show, found))


# ------------------------------------------------------------ JSON


def _json(outcome: Outcome) -> None:
    write_answer(
        outcome.plan.as_of,
        outcome.shown(outcome.plan.loaded.root.path),
        list(_changes(outcome)),
        _patch(outcome),
        written=outcome.written,
        findings=outcome.consequences.all,
        more=_meaning(outcome),
    )


def _meaning(outcome: Outcome) -> dict[str, object]:
    """What new values mean, of changes that have some."""
    if not outcome.edition.kpis or outcome.after is None:
        return {}
    from alignplan.cli.meaning import data

    return {"kpis": data(outcome.plan.assessment, outcome.after.assessment, outcome.edition.kpis)}


def _changes(outcome: Outcome) -> Iterator[dict[str, object]]:
    """What became of the items; the line is that in the new text, or that of what is gone in the old one."""
    from alignplan.editing.manuscript import line_at
    from alignplan.text.places import Lines, locate

    texts = {
        (text.path, gone): (text.before or "" if gone else text.after).removeprefix("\ufeff")
        for text in outcome.texts
        for gone in (False, True)
    }
    found = {
        key: (locate(texts[key]), Lines(texts[key]))
        for key in {_text_of(one) for one in outcome.edition.told if not one.line}
    }
    for one in outcome.edition.told:
        yield {
            "path": outcome.shown(one.path),
            "line": one.line or line_at(one.route, *found[_text_of(one)]),
            "op": one.op,
            "id": one.id,
            "field": one.field or None,
            "before": (outcome.shown(one.before) if one.op == "moved" else one.before) or None,
        }


def _text_of(one: Told) -> tuple[str, bool]:
    """The file that a change is told of, and whether as it was."""
    return one.path, one.op == "removed"
