"""The door of every command that changes a plan: read, patch, judge, write, and show what was changed.

A command says what is to change (an :class:`~alignplan.editing.interface.Edition`); all the rest is here. Nobody else
of us writes meanwhile, what `check` would call a new error is refused, and either all files are written or none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from alignplan.cli.viewing import plan_here
from alignplan.errors import Misuse

if TYPE_CHECKING:
    from alignplan.cli.consequences import Consequences
    from alignplan.cli.settings import Settings
    from alignplan.editing.interface import Edition, FileChanges
    from alignplan.editing.manuscript import Manuscript
    from alignplan.text.patching import Edit, Refused
    from alignplan.workspace import Plan

__all__ = [
    "ChangeFormat",
    "DryRun",
    "Force",
    "NewText",
    "NoInput",
    "Outcome",
    "Way",
    "change_plan",
    "look",
    "manuscript_of",
    "new_texts",
]

ChangeFormat = Annotated[
    str | None, typer.Option("--output-format", "-f", metavar="FORMAT", help="diff (default) or json.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, write nothing.")]
Force = Annotated[bool, typer.Option("--force", help="Write it even where `check` finds a new error.")]
NoInput = Annotated[bool, typer.Option("--no-input", help="Ask nothing, not even on a terminal.")]


@dataclass(frozen=True, slots=True)
class Way:
    """How a change is to be carried out and shown."""

    dry_run: bool = False
    force: bool = False
    output_format: str | None = None
    no_input: bool = False
    shown_by: str = "--dry-run"
    """The option for which a change is only shown."""


@dataclass(frozen=True, slots=True)
class NewText:
    """A file before and after; `before` is none where there is no such file yet. A byte order mark is part of both."""

    path: str
    before: str | None
    after: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A change that was, or would be, made."""

    plan: Plan
    edition: Edition
    texts: tuple[NewText, ...]
    consequences: Consequences
    written: bool = False
    shown: Callable[[str], str] = field(default=str)
    after: Plan | None = None
    """The plan as it is, or would be, afterwards; none where nothing changes."""


def change_plan(settings: Settings, way: Way, edit: Callable[[Manuscript], Edition]) -> int:
    """Change the plan of the current folder as `edit` says, and show it; the exit code.

    Raises Misuse where it is refused: then nothing is written.
    """
    from alignplan.cli.changed import refuse, refuse_for, show
    from alignplan.cli.patches import known_format
    from alignplan.editing.interface import Refusal

    known_format(way.output_format)
    try:
        outcome = _made(settings, edit) if way.dry_run else _written(settings, way, edit)
    except Refusal as refusal:
        return refuse_for(settings, refusal)
    if outcome.consequences.errors and not way.force:
        return refuse(settings, outcome)
    return show(settings, way, outcome)


def look(settings: Settings) -> Manuscript:
    """The plan of the current folder to be looked at before anything is changed. Raises Misuse."""
    plan = plan_here(settings)
    return manuscript_of(plan, plan.source.read, str)


def _written(settings: Settings, way: Way, edit: Callable[[Manuscript], Edition]) -> Outcome:
    """Made and written while nobody else of us writes; nothing is written of what is refused."""
    from dataclasses import replace

    from alignplan.storage.transaction import change

    with change(plan_here(settings).folder) as draft:
        outcome = _made(settings, edit, draft.read)
        if not outcome.texts or (outcome.consequences.errors and not way.force):
            return outcome
        for text in outcome.texts:
            if text.before is None and draft.find(text.path) is not None:
                raise Misuse(f"{outcome.shown(text.path)} is there already")
            draft.write(text.path, text.after.encode("utf-8"))
    return replace(outcome, written=True)


def _made(
    settings: Settings,
    edit: Callable[[Manuscript], Edition],
    read: Callable[[str], bytes] | None = None,
) -> Outcome:
    from alignplan.cli.consequences import Consequences, consequences
    from alignplan.cli.paths import display_base, shown_from
    from alignplan.workspace import Plan

    plan = plan_here(settings)
    shown = shown_from(display_base(plan.root), plan.folder)
    manuscript = manuscript_of(plan, read or plan.source.read, shown)
    edition = edit(manuscript)
    texts = new_texts(manuscript, edition)
    if not texts:
        return Outcome(plan, edition, (), Consequences(), shown=shown)
    drafts = {text.path: text.after.encode("utf-8") for text in texts}
    after = Plan(plan.root, plan.as_of, drafts=drafts)
    if edition.holds is not None:
        edition.holds(plan.items, after.items)
    found = consequences(plan, after, edition.names, shown)
    return Outcome(plan, edition, texts, found, shown=shown, after=after)


def manuscript_of(plan: Plan, read: Callable[[str], bytes], shown: Callable[[str], str]) -> Manuscript:
    """A plan to be edited; `read` gives the content of a file, `shown` its path as it is printed."""
    from alignplan.editing.manuscript import Manuscript

    return Manuscript(plan.loaded, plan.items, read, shown)


def new_texts(manuscript: Manuscript, edition: Edition) -> tuple[NewText, ...]:
    """The files that an edition makes another. Raises Misuse where a file does not allow its change."""
    return tuple(text for file in edition.files if (text := _text(manuscript, file)) is not None)


def _text(manuscript: Manuscript, file: FileChanges) -> NewText | None:
    """The new text of a file; none where it stays as it is. Raises Misuse where the file does not allow the change."""
    from alignplan.text.patching import Edit, Refused, patched

    is_there = (
        manuscript.is_file(file.path) or manuscript.is_series(file.path) or manuscript.is_beside(file.path)
    )
    old = manuscript.text(file.path) if is_there else None
    try:
        edits = patched(old or "", file.changes).edits if file.changes else ()
    except Refused as refused:
        raise Misuse(_placed(manuscript, file.path, old or "", refused), refused.help) from None
    edits = tuple(sorted((*edits, *file.comments, *file.rows)))
    if not edits:
        return None
    mark = "\ufeff" if old is not None and manuscript.has_mark(file.path) else ""
    moved = tuple(Edit(edit.start + len(mark), edit.end + len(mark), edit.new) for edit in edits)
    before = None if old is None else mark + old
    return NewText(file.path, before, _applied(before or "", moved), moved)


def _placed(manuscript: Manuscript, path: str, text: str, refused: Refused) -> str:
    from alignplan.text.places import Lines

    line, column = Lines(text).position(refused.offset)
    return f"{manuscript.shown(path)}:{line}:{column}: {refused.message}"


def _applied(text: str, edits: tuple[Edit, ...]) -> str:
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*pieces, text[at:]])
