"""`history` itself: which versions there are, what is asked of each, and what is told of those that cannot answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from alignplan.analysis.chronicle import Chronicle, Every, Point, sampled, slips, tracks
from alignplan.analysis.figures.interface import figures
from alignplan.cli.versions import Question, State, Versions
from alignplan.cli.viewing import Viewing, known_format, note, plan_here
from alignplan.errors import Misuse
from alignplan.records import record
from alignplan.views.history import SPARE, answer, blocks, sheet, slip_blocks, slip_sheet, summary

if TYPE_CHECKING:
    from alignplan.analysis.figures.interface import Figure
    from alignplan.cli.settings import Settings
    from alignplan.history.commits import Commit
    from alignplan.history.repository import Repository
    from alignplan.workspace import Plan

__all__ = ["Asked", "show_history"]

_MOST = 40
"""Points, where nothing was said of how many."""
_MOST_TOLD = 3
_USUAL = ("items", "coverage", "progress", "planned", "attainment", "kpis-on-track", "errors", "warnings")
_SLIPS = "stated-due"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_PLAIN_ID = re.compile(r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?\Z")


@record
class Asked:
    """What was typed."""

    selectors: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    of: str | None = None
    slip: bool = False
    every: str | None = None
    since: str | None = None
    number: int | None = None
    merged: bool = False


def show_history(settings: Settings, asked: Asked, output_format: str | None) -> int:
    """Print how the figures moved; the exit code 0."""
    from alignplan.history.repository import Repository

    chosen = known_format(output_format)
    question, every = _question(asked), _every(asked.every)
    here = plan_here(settings)
    repository = Repository(here.folder)
    try:
        found, pace = _told(settings, asked, question, every, repository, here)
    finally:
        repository.close()
    if repository.shallow:
        note(settings, "this clone is cut short: what is older is not shown (`git fetch --unshallow`)")
    viewing = Viewing(settings, here, chosen)
    if viewing.is_json:
        return viewing.show("history", answer(found, pace, slip=asked.slip), ())
    if asked.slip:
        moved = slips(found)
        shown = slip_sheet(moved) if viewing.is_sheet else slip_blocks(moved)
    else:
        shown = sheet(found) if viewing.is_sheet else blocks(found)
    return viewing.show("history", {}, shown, spare=SPARE, summary=summary(found, pace))


# ------------------------------------------------------------ what is asked


def _question(asked: Asked) -> Question:
    """What is to be asked of each version. Raises Misuse."""
    if asked.slip:
        if asked.of is not None:
            raise Misuse("--slip is about due dates, --of about another figure", "keep one of the two")
        return Question((_SLIPS,), asked.selectors, asked.exclude, of_items=True)
    known = figures()
    if asked.of is None:
        alone = len(asked.selectors) == 1 and bool(_PLAIN_ID.match(asked.selectors[0])) and not asked.exclude
        names = tuple(name for name in known if name != _SLIPS) if alone else _USUAL
        return Question(names, asked.selectors, asked.exclude, alone=alone)
    named = [_figure(name, known) for name in asked.of.split(",") if name.strip()]
    of_items = [figure for figure in named if figure.of_plan is None or (asked.selectors and figure.of_item)]
    if not of_items:
        return Question(tuple(figure.name for figure in named), asked.selectors, asked.exclude)
    if len(named) > 1:
        raise Misuse(f"`{of_items[0].name}` is a figure of each item", "ask for it alone")
    return Question((named[0].name,), asked.selectors, asked.exclude, of_items=True)


def _figure(name: str, known: dict[str, Figure]) -> Figure:
    name = name.strip()
    if name not in known:
        from difflib import get_close_matches

        near = get_close_matches(name, known, n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(known)}"
        raise Misuse(f"there is no figure `{name}`", hint)
    return known[name]


def _every(text: str | None) -> Every | None:
    if text is None:
        return None
    if text not in list(Every):
        raise Misuse(f"--every {text}: no such period", f"write {', '.join(Every)}")
    return Every(text)


# ------------------------------------------------------------ the versions


def _told(
    settings: Settings,
    asked: Asked,
    question: Question,
    every: Every | None,
    repository: Repository,
    here: Plan,
) -> tuple[Chronicle, Every]:
    until = settings.today if settings.as_of is not None else date.max
    commits = _commits(repository, asked, until)
    at, pace = sampled([commit.day for commit in commits], every, _MOST)
    versions = Versions(repository, here, question)
    try:
        kept = list(_states(settings, versions, [commits[one] for one in at]))
        if not kept:
            raise _nothing(asked)
        return _chronicle(question, versions, kept), pace
    finally:
        versions.close()


def _nothing(asked: Asked) -> Misuse:
    if asked.since is not None:
        return Misuse(f"no commit since {asked.since} has a plan that can be read", "name an earlier one")
    return Misuse(
        "no commit has a plan that can be read",
        "commit the plan; `alignplan check` tells what is wrong with it",
    )


def _commits(repository: Repository, asked: Asked, until: date) -> list[Commit]:
    """The commits that touched the plan's folder, oldest first."""
    last = repository.commit("HEAD")
    since, before = date.min, None
    if asked.since is not None and _DAY.match(asked.since):
        since = _since(asked.since)
    elif asked.since is not None:
        before = repository.commit(asked.since)
    found = repository.commits(last, before=before, every=asked.merged)
    fitting: Iterator[Commit] = (commit for commit in found if since <= commit.day <= until)
    some = list(islice(fitting, asked.number))
    first = [before] if before is not None and asked.number is None else []
    return [*first, *reversed(some)]


def _since(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Misuse(f"--since {text}: not a day", "write it as 2026-11-22, or a revision") from None


def _states(
    settings: Settings, versions: Versions, commits: Sequence[Commit]
) -> Iterator[tuple[Commit, State]]:
    """Versions that say something else than the one before; what cannot be answered is told."""
    from alignplan.output.progress import Progress

    troubles: list[tuple[Commit, str]] = []
    unknown: list[str] = []
    before = ""
    found: list[tuple[Commit, State]] = []
    with Progress("Reading versions", len(commits)) as progress:
        for commit in commits:
            state = _answer(versions, commit)
            progress.advance()
            if state.trouble:
                troubles.append((commit, state.trouble))
            elif state.unknown:
                unknown.append(state.unknown)
            elif state.files != before:
                before = state.files
                found.append((commit, state))
    _tell(settings, troubles)
    if unknown and not found:
        message, _, hint = unknown[-1].partition("\n")
        raise Misuse(message, hint)
    yield from found


def _answer(versions: Versions, commit: Commit) -> State:
    try:
        return versions.state(commit)
    except Misuse as misuse:
        return State(trouble=misuse.message)


def _tell(settings: Settings, troubles: Sequence[tuple[Commit, str]]) -> None:
    for commit, words in troubles[:_MOST_TOLD]:
        note(settings, f"left out {commit.short} ({commit.day}): {words}")
    if len(troubles) > _MOST_TOLD:
        note(settings, f"left out {len(troubles) - _MOST_TOLD} more that cannot be read as a whole")


def _chronicle(question: Question, versions: Versions, kept: list[tuple[Commit, State]]) -> Chronicle:
    deltas: list[tuple[int, int] | None] = [None]
    if not question.of_items and not question.alone:
        deltas += [versions.delta(one, other) for (one, _), (other, _) in pairwise(kept)]
    else:
        deltas += [None] * (len(kept) - 1)
    points = tuple(
        Point(commit.id, commit.day, commit.subject, state.figures, *(delta or (None, None)))
        for (commit, state), delta in zip(kept, deltas, strict=True)
    )
    stated = [name for name in question.names if any(name in state.figures for _, state in kept)]
    names = question.names if question.of_items else tuple(stated)
    return Chronicle(points, names, question.of_items, tracks(state.items for _, state in kept))
