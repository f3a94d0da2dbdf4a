"""What there is to know of each version of a plan: computed once, and kept by the hash of its folder."""

from __future__ import annotations

import os
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, Any

from alignplan.analysis.figures.interface import Value, figures
from alignplan.analysis.wanted import Wanted, came_and_went, wanted
from alignplan.cache.past import PastFigures
from alignplan.cli.past import plan_of
from alignplan.cli.paths import display_base, shown_from
from alignplan.errors import Misuse
from alignplan.loading.kept import KeptFiles
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.figures.interface import Picture
    from alignplan.graph.nodes import Node
    from alignplan.history.commits import Commit
    from alignplan.history.repository import Repository
    from alignplan.history.revision import Revision
    from alignplan.workspace import Plan

__all__ = ["Question", "State", "Versions"]


@record
class Question:
    """What is asked of each version: `names` of figures, of the plan, of one item, or of all chosen items."""

    names: tuple[str, ...]
    selectors: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    of_items: bool = False
    alone: bool = False
    """Whether it is the figures of the one item that was chosen."""

    @property
    def key(self) -> str:
        """What tells it from other questions."""
        return repr((self.names, self.selectors, self.exclude, self.of_items, self.alone))


@record
class State:
    """What was answered. `files` is the digest of what the plan says; `trouble` why nothing is known, in words."""

    files: str = ""
    figures: dict[str, Value] = field(default_factory=dict)
    items: dict[str, tuple[str, str, Value]] = field(default_factory=dict)
    trouble: str = ""
    unknown: str = ""
    """What was typed and is not in this version."""


class Versions:
    """Answers a question of one version after the other; what did not change from one to the next is read once."""

    def __init__(self, repository: Repository, here: Plan, question: Question) -> None:
        self._repository = repository
        self._here = here
        self._question = question
        self._shown = shown_from(display_base(here.root), here.folder)
        self._past = PastFigures(here.root)
        self._kept = KeptFiles()
        self._scopes: dict[str, Wanted | None] = {}

    def close(self) -> None:
        """Keep what was computed."""
        self._past.save()

    # ------------------------------------------------------------ states

    def state(self, commit: Commit) -> State:
        """What a version answers, judged on its day. Raises Misuse where git cannot read it."""
        revision = self._repository.at(commit)
        about = (revision.id, commit.day.isoformat(), self._question.key)
        known = _from_data(self._past.get(*about))
        if known is not None:
            return known
        found = self._computed(revision, commit.day)
        self._past.put(_to_data(found), *about)
        return found

    def _computed(self, revision: Revision, day: date) -> State:
        name = os.path.basename(self._here.root)
        if not revision.exists(name):
            return State(trouble=f"there is no {name}")
        plan = plan_of(revision, self._here, day, self._kept)
        digest = self._kept.digest(revision, plan.files)
        lost = [file.path for file in plan.loaded.files if not file.whole or file.lost_section]
        if lost:
            return State(digest, trouble=f"not all can be read: {', '.join(lost[:3])}")
        try:
            picture = plan.picture(self._choice(plan))
        except Misuse as misuse:
            return State(digest, unknown=f"{misuse.message}\n{misuse.hint}")
        self._scopes[revision.id] = wanted(picture.choice)
        return self._answered(digest, picture)

    def _choice(self, plan: Plan) -> Any:
        from alignplan.analysis.selectors.choice import choose

        question = self._question
        return choose(plan.assessment, question.selectors, question.exclude, shown=self._shown)

    def _answered(self, digest: str, picture: Picture) -> State:
        asked = [figures()[name] for name in self._question.names]
        if self._question.of_items:
            figure = asked[0]
            chosen = [node for node in picture.choice.items() if figure.fits(node)]
            assert figure.of_item is not None
            items = {node.id: (node.kind.value, node.title, figure.of_item(picture, node)) for node in chosen}
            return State(digest, items=items)
        if self._question.alone:
            node = _only(picture)
            return State(digest, {one.name: one.of_item(picture, node) for one in asked if one.of_item is not None
                                  and one.fits(node)})  # fmt: skip
        return State(digest, {one.name: one.of_plan(picture) for one in asked if one.of_plan is not None})

    # ------------------------------------------------------------ what came and went

    def delta(self, before: Commit, after: Commit) -> tuple[int, int] | None:
        """How many items came, and how many went or were dropped; none where one version is not known."""
        ids = [self._repository.at(commit).id for commit in (before, after)]
        about = (*ids, repr((self._question.selectors, self._question.exclude)))
        known = self._past.get(*about)
        if known is None:
            old, new = self._scope(before, ids[0]), self._scope(after, ids[1])
            known = [] if old is None or new is None else list(came_and_went(old, new))
            self._past.put(known, *about)
        return (int(known[0]), int(known[1])) if known else None

    def _scope(self, commit: Commit, id: str) -> Wanted | None:
        if id not in self._scopes:
            self._scopes[id] = None
            self._computed(self._repository.at(commit), commit.day)
        return self._scopes[id]


def _only(picture: Picture) -> Node:
    return next(picture.choice.items())


# ------------------------------------------------------------ as plain data


def _to_data(state: State) -> list[Any]:
    items = {id: [kind, title, _plain(value)] for id, (kind, title, value) in state.items.items()}
    return [state.files, {name: _plain(value) for name, value in state.figures.items()}, items, state.trouble,
            state.unknown]  # fmt: skip


def _plain(value: Value) -> Any:
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _from_data(data: Any) -> State | None:
    """The state again; none where nothing is known, or what is known is of another form."""
    try:
        files, found, items, trouble, unknown = data
        return State(
            files,
            {name: _value(value) for name, value in found.items()},
            {id: (kind, title, _value(value)) for id, (kind, title, value) in items.items()},
            trouble,
            unknown,
        )
    except (TypeError, ValueError, AttributeError, KeyError):
        return None


def _value(data: Any) -> Value:
    found: Value = date.fromisoformat(data["day"]) if isinstance(data, dict) else data
    return found
