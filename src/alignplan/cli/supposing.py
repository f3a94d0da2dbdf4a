"""What if: the plan here beside the same plan with some of it supposed to be otherwise. Nothing is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from alignplan.cli.changing import manuscript_of, new_texts
from alignplan.editing.interface import Refusal
from alignplan.editing.what_if import Step, overlay_steps, set_step, without_step
from alignplan.errors import Misuse
from alignplan.workspace import Plan

if TYPE_CHECKING:
    from alignplan.analysis.supposed import Supposed
    from alignplan.cli.looking import Look
    from alignplan.cli.options import WhatIf
    from alignplan.cli.viewing import Viewing

__all__ = ["show_what_if", "supposed_plan"]

_MOST_TOLD = 20
_MISSING = "E005"
"""What an overlay does not say may stand in the plan; where it does not, the plan's own findings tell."""


def show_what_if(viewing: Viewing, name: str, look: Callable[[Viewing], Look], what_if: WhatIf) -> int:
    """Print what a view sees today beside what it would see; the exit code."""
    from alignplan.cli.changed import refuse_for

    try:
        plan, supposed = supposed_plan(viewing, what_if)
    except Refusal as refusal:
        return refuse_for(viewing.settings, refusal)
    from alignplan.cli.both import show_both

    return show_both(
        viewing, replace(viewing, plan=plan), name, look, supposed, everything=what_if.everything
    )


def supposed_plan(viewing: Viewing, what_if: WhatIf) -> tuple[Plan, tuple[Supposed, ...]]:
    """The plan as it would be, and what is supposed: files first, then what is not there, then values.

    Raises Misuse, and Refusal for a file that cannot be laid over the plan.
    """
    supposing = _Supposing(viewing)
    for path in what_if.overlays or ():
        for step in overlay_steps(path, _overlay(viewing, path)):
            supposing.take(step)
    if what_if.without:
        supposing.take(without_step(what_if.without))
    if what_if.assigned:
        supposing.take(set_step(what_if.assigned, viewing.plan.as_of))
    return supposing.plan, tuple(supposing.told)


class _Supposing:
    """A plan that becomes another step by step; its files stay what they are."""

    def __init__(self, viewing: Viewing) -> None:
        self._viewing = viewing
        self._drafts: dict[str, bytes | None] = {}
        self.plan = viewing.plan
        self.told: list[Supposed] = []

    def take(self, step: Step) -> None:
        """Suppose something of the plan as it is by now. Raises Misuse."""
        try:
            self._take(step)
        except Misuse:
            if not self._written_out():
                raise
            self._take(step)

    def _take(self, step: Step) -> None:
        plan = self.plan
        manuscript = manuscript_of(plan, plan.source.read, self._viewing.shown)
        edition, told = step(manuscript)
        self._draft({text.path: text.after for text in new_texts(manuscript, edition)})
        self.told += told

    def _written_out(self) -> bool:
        """Write out what aliases stand for, so that nothing forbids a change elsewhere; whether there were any."""
        from alignplan.loading.files import text_of
        from alignplan.text.patching.aliases import without_aliases

        texts = {path: text_of(self.plan.source, path) for path in self.plan.files}
        new = {path: plain for path, text in texts.items() if (plain := without_aliases(text)) != text}
        self._draft(new)
        return bool(new)

    def _draft(self, texts: Mapping[str, str]) -> None:
        if texts:
            self._drafts |= {path: text.encode("utf-8") for path, text in texts.items()}
            self.plan = _drafted(self._viewing, self._drafts)


def _drafted(viewing: Viewing, drafts: Mapping[str, bytes | None]) -> Plan:
    """The plan with other texts, read from where it was read itself."""
    from alignplan.storage.folders import Drafts

    plan = viewing.plan
    if viewing.origin is None:
        return Plan(plan.root, plan.as_of, drafts=drafts)
    return Plan(plan.root, plan.as_of, past=Drafts(plan.folder, drafts, plan.source))


# ------------------------------------------------------------ the file that is laid over it


def _overlay(viewing: Viewing, path: str) -> Mapping[str, Any]:
    """What a file says that is laid over the plan. Raises Misuse where it cannot be read, Refusal for what is wrong."""
    from alignplan.loading.files import load_file, text_of
    from alignplan.storage.folders import Folder
    from alignplan.text.tree import parse

    where = os.path.realpath(path)
    if not os.path.isfile(where):
        reason = "it is a folder" if os.path.isdir(where) else "there is no such file"
        raise Misuse(f"--with {path}: {reason}", "name a file in the format of the plan")
    folder, name = Folder(os.path.dirname(where)), os.path.basename(where)
    source = load_file(folder, name, root=True, year_starts=viewing.plan.loaded.plan.year_starts or 0)
    text = text_of(folder, name)
    reasons = list(_reasons(source.findings, text, path))
    if reasons:
        amount = "1 fault" if len(reasons) == 1 else f"{len(reasons)} faults"
        more = (f"and {len(reasons) - _MOST_TOLD} more",) if len(reasons) > _MOST_TOLD else ()
        message = f"{path} cannot be laid over the plan: it has {amount}"
        raise Refusal(message, "correct the file", (*reasons[:_MOST_TOLD], *more))
    data = parse(text).data or {}
    if data.get("include") is not None:
        raise Misuse(f"{path} includes other files", "name each of them: --with FILE --with FILE")
    return data


def _reasons(findings: Sequence[Any], text: str, path: str) -> Iterator[str]:
    """What is wrong with the file, as `path:line:column: error[code] message`, and how to mend it."""
    from alignplan.linting.locate import Locator

    locator = Locator(lambda _: text, lambda _: path)
    for finding in findings:
        if finding.code == _MISSING:
            continue
        spot = locator.spot(finding.place)
        help = f"; {finding.help}" if finding.help else ""
        yield f"{path}:{spot.line}:{spot.column}: error[{finding.code}] {finding.message}{help}"
