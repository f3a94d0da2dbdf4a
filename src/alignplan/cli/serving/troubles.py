"""What is wrong with a plan that is served, in lines."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import Reported
from alignplan.errors import Misuse, NothingReadable
from alignplan.workspace import Plan

__all__ = ["errors_of", "misuse_lines"]

_MOST = 5


def misuse_lines(misuse: Misuse, plan: Plan | None = None) -> Iterator[str]:
    """Why there is nothing; of a `plan` of which nothing could be read, the errors in its files."""
    yield misuse.message
    told = list(errors_of(plan)) if plan is not None and isinstance(misuse, NothingReadable) else []
    yield from told or ([misuse.hint] if misuse.hint else [])


def errors_of(plan: Plan) -> Iterator[str]:
    """The first errors in the files of a plan, with their places and what to do."""
    found = [finding for finding in plan.check().open if _is_of_files(finding)]
    for finding in found[:_MOST]:
        spot = finding.spot
        yield f"{spot.path}:{spot.line}:{spot.column}: {finding.message}"
        if finding.help:
            yield f"    {finding.help}"
    if len(found) > _MOST:
        yield f"and {len(found) - _MOST} more: `alignplan check` lists them"


def _is_of_files(finding: Reported) -> bool:
    return finding.severity is Severity.ERROR and finding.code.startswith("E")
