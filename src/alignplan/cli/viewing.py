"""What all views share: the plan that is looked at, notes, formats, the head and the last line of every answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from alignplan.errors import Misuse, NothingReadable
from alignplan.output.document import Block, Cell, Document, Prose, Tone
from alignplan.output.formats import default_format, names, renderer
from alignplan.output.ink import ink_for
from alignplan.output.streams import say, write
from alignplan.workspace import Plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.selectors.choice import Choice
    from alignplan.cli.past import Origin
    from alignplan.cli.places import ItemPlaces
    from alignplan.cli.settings import Settings
    from alignplan.diagnostics.report import Spot
    from alignplan.graph.nodes import Node

__all__ = ["Viewing", "known_format", "note", "open_view", "plan_here", "present", "view_of"]

JSON = "json"
SHEETS = ("csv", "tsv")


@dataclass(frozen=True)
class Viewing:
    """A plan that is looked at, and how the answer is to be printed."""

    settings: Settings
    plan: Plan
    output_format: str
    origin: Origin | None = None
    """Where the plan comes from, where it is one of the past."""

    @property
    def assessment(self) -> Assessment:
        """The plan as of the day."""
        return self.plan.assessment

    @property
    def is_json(self) -> bool:
        """Whether only the answer is wanted, and no document."""
        return self.output_format == JSON

    @property
    def is_sheet(self) -> bool:
        """Whether the first table alone is printed, for machines: every row one thing, every figure exact."""
        return self.output_format in SHEETS

    @property
    def width(self) -> int | None:
        """The room for a table in cells; none where nothing is cut."""
        return ink_for(sys.stdout, os.environ).width if self.output_format == "table" else None

    @cached_property
    def shown(self) -> Callable[[str], str]:
        """How a path relative to the plan's folder is shown."""
        return _shown_of(self.plan)

    @cached_property
    def _places(self) -> ItemPlaces:
        from alignplan.cli.places import ItemPlaces

        return ItemPlaces(self.plan.loaded, self.shown)

    def spot(self, node: Node) -> Spot:
        """Where an item stands: its path as shown, and the line."""
        return self._places.spot(node)

    def choose(self, selectors: Iterable[str] | None, exclude: Iterable[str] | None = None) -> Choice:
        """The items that were asked for; a note where there are none. Raises Misuse."""
        from alignplan.analysis.selectors.choice import choose

        chosen = choose(self.assessment, tuple(selectors or ()), tuple(exclude or ()), shown=self.shown)
        if not chosen:
            self.note(f"nothing matches {chosen.asked}" if chosen.asked else "the plan has no items")
        return chosen

    def note(self, text: str) -> None:
        """A line on standard error, unless notes are not wanted."""
        note(self.settings, text)

    def show(
        self,
        name: str,
        answer: Mapping[str, object],
        blocks: Sequence[Block],
        *,
        spare: Sequence[str] = (),
        luxury: Sequence[str] = (),
        summary: str = "",
    ) -> int:
        """Print the answer: `name` is its JSON contract, `blocks` what people see, with a last line that says the day.

        Columns whose keys are in `luxury` go where a terminal is so narrow that titles would be cut short, those in
        `spare` where nothing else helps; `summary` begins the last line. The exit code of a view: 0.
        """
        if self.is_json:
            origin = {} if self.origin is None else {"at": self.origin}
            return present(self.settings, name, {**origin, **answer}, Document(()), JSON, plan=self.plan)
        from alignplan.cli.fitting import fitted

        fitting, gone = fitted(blocks, self.width, spare, luxury)
        day = f"As of {self.plan.as_of.isoformat()}."
        last = [
            f"{summary} {day}".lstrip()
            if self.origin is None
            else f"{summary} At {self.origin}. {day}".lstrip()
        ]
        if gone:
            last.append(f"Not shown for want of room: {', '.join(gone)}.")
        prose = Prose((Cell(" ".join(last), tone=Tone.MUTED),))
        return present(self.settings, name, {}, Document((*fitting, prose)), self.output_format)


def open_view(settings: Settings, output_format: str | None, at: str | None = None) -> Viewing:
    """The plan of the current folder, to be looked at; as it was, where `at` names a revision.

    A plan of the past is judged as of the day of its commit, unless a day was typed.
    Says in one line on standard error where the plan has errors. Raises Misuse for an unknown format, where there is no
    plan or more than one, and where nothing of it could be read.
    """
    chosen = known_format(output_format)
    plan, origin = plan_here(settings), None
    if at is not None:
        from alignplan.cli.past import plan_at

        plan, origin = plan_at(plan, at, None if settings.as_of is None else settings.today)
    return view_of(settings, plan, chosen, origin)


def view_of(settings: Settings, plan: Plan, chosen: str, origin: Origin | None = None) -> Viewing:
    """A plan, to be looked at in a format that is known. Raises Misuse where nothing of it could be read."""
    _readable(plan)
    viewing = Viewing(settings, plan, chosen, origin)
    if plan.loaded.note:
        viewing.note(plan.loaded.note)
    if plan.unlocked:
        viewing.note(plan.unlocked)
    errors = _errors(plan)
    if errors:
        amount, them = ("1 error", "it") if errors == 1 else (f"{errors} errors", "them")
        viewing.note(f"the plan has {amount}; `alignplan check` lists {them}")
    return viewing


def plan_here(settings: Settings) -> Plan:
    """The plan that the current folder belongs to, or the only one below it; nothing is read yet. Raises Misuse."""
    from alignplan.cli.waiting import watcher
    from alignplan.loading.discover import find_roots

    roots = find_roots(".")
    if len(roots) == 1:
        return Plan(roots[0], settings.today, watcher(settings))
    folders = [os.path.relpath(os.path.dirname(root)).replace(os.sep, "/") for root in roots]
    listed = ", ".join(folders[:5]) + (f" and {len(folders) - 5} more" if len(folders) > 5 else "")
    raise Misuse(f"{len(roots)} plans here: {listed}", f"name one: `alignplan -C {folders[0]} …`")


def present(
    settings: Settings,
    name: str,
    answer: Mapping[str, object],
    document: Document,
    output_format: str | None,
    *,
    plan: Plan | None = None,
) -> int:
    """Print an answer as JSON, or its document in another format.

    At the head of the JSON stand its schema (`name/1`) and, of an answer about a `plan`, the day and the root file.
    """
    chosen = known_format(output_format)
    ink = ink_for(sys.stdout, os.environ, settings.color)
    if chosen == JSON:
        from alignplan.output.json import dumps

        about = {} if plan is None else {"as_of": plan.as_of, "root": _shown_of(plan)(plan.loaded.root.path)}
        write([dumps({"schema": f"{name}/1", **about, **answer}, ascii=not ink.encodes("…"))])
    else:
        write(renderer(chosen)(document, ink), paged=settings.pager and chosen in ("table", "plain"))
    return 0


def _shown_of(plan: Plan) -> Callable[[str], str]:
    from alignplan.cli.paths import display_base, shown_from

    return shown_from(display_base(plan.root), plan.folder)


def note(settings: Settings, text: str) -> None:
    """A line on standard error, unless notes are not wanted."""
    if not settings.quiet:
        ink = ink_for(sys.stderr, os.environ, settings.color)
        say([f"{ink.sign('note:')} {ink.show(text)}"])


def known_format(name: str | None) -> str:
    """The format asked for, else that of the place we write to."""
    if name is None:
        return default_format(sys.stdout)
    known = sorted((*names(), JSON))
    if name not in known:
        from difflib import get_close_matches

        near = get_close_matches(name, known, n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(known)}"
        raise Misuse(f"unknown output format `{name}`", hint)
    return name


def _readable(plan: Plan) -> None:
    """Refuse a plan of which nothing could be read."""
    if plan.items.count or plan.loaded.plan.title or plan.loaded.whole:
        return
    raise NothingReadable(
        f"nothing could be read of {os.path.relpath(plan.root)}", "`alignplan check` tells why"
    )


def _errors(plan: Plan) -> int:
    """How many errors of the files themselves `check` would tell, with the project's own settings."""
    from alignplan.diagnostics.finding import Severity

    selection = plan.selection()
    selection.rules = [rule for rule in selection.rules if rule.code.startswith("E")]
    judged = plan.verdict(selection).judged
    return sum(entry.severity is Severity.ERROR and entry.waived is None for entry in judged)
