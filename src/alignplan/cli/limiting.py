"""`check` of a part of a plan: the findings in files that were named, and about items that were."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from alignplan.cli.viewing import note
from alignplan.diagnostics.baseline import BASELINE
from alignplan.diagnostics.report import INTERNAL, CheckAnswer, Reported
from alignplan.errors import Misuse
from alignplan.linting.known import counted_anew, may_be_known

if TYPE_CHECKING:
    from alignplan.cli.checking import Wanted
    from alignplan.cli.settings import Settings

__all__ = ["about", "in_files"]


def in_files(
    wanted: Wanted, files: Iterable[str], sources: Iterable[str], answer: CheckAnswer
) -> CheckAnswer:
    """Only the findings in these files, real paths, which must be among the plan's `sources`. Raises Misuse."""
    known = {wanted.real(path): wanted.shown(path) for path in sources if path != BASELINE}
    names: set[str] = set()
    for file in files:
        if file not in known:
            root = os.path.relpath(wanted.plan.root)
            raise Misuse(f"{os.path.relpath(file)} is no part of the plan", f"{root} does not include it")
        names.add(known[file])
    return _only(answer, lambda finding: finding.spot.path in names)


def about(settings: Settings, wanted: Wanted, scope: tuple[str, ...], answer: CheckAnswer) -> CheckAnswer:
    """Only the findings about the items that the selectors choose, and about what stands in them. Raises Misuse.

    Faults that leave all else in doubt are told whatever is chosen.
    """
    from alignplan.analysis.selectors.choice import choose

    chosen = choose(wanted.plan.assessment, scope, shown=wanted.shown)
    if not chosen:
        note(settings, f"nothing matches {chosen.asked}")
    ids = {node.id for node in chosen.items()}

    def is_meant(finding: Reported) -> bool:
        item = finding.item
        return item in ids or item.rpartition("/")[0] in ids or not may_be_known(finding.code)

    return _only(answer, is_meant)


def _only(answer: CheckAnswer, is_meant: Callable[[Reported], bool]) -> CheckAnswer:
    """The answer with these findings; a rule that crashed is told whatever was asked."""
    findings = tuple(one for one in answer.findings if is_meant(one) or one.code == INTERNAL)
    return counted_anew(answer, findings, tuple(entry for entry in answer.known if is_meant(entry[0])))
