"""Where a report goes, and in which format."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from alignplan import storage
from alignplan.cli.reporting.gathering import report_of
from alignplan.cli.viewing import open_view, plan_here
from alignplan.errors import Misuse
from alignplan.output.escape import terminal
from alignplan.output.reports.interface import ReportFormat, format_for, format_named
from alignplan.output.streams import say, write
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.cli.settings import Settings
    from alignplan.workspace import Plan

__all__ = ["Wanted", "write_report_file"]

_USUAL = "html"
_STANDARD_OUTPUT = "-"


@record
class Wanted:
    """What was typed behind `report`."""

    output: str | None = None
    output_format: str | None = None
    document: bool = False
    at: str | None = None


def write_report_file(settings: Settings, wanted: Wanted) -> int:
    """Write the report of the plan of the current folder, and say so; the exit code. Raises Misuse."""
    chosen = _format(wanted)
    viewing = open_view(settings, "json", wanted.at)
    here = viewing.plan if wanted.at is None else plan_here(settings)
    target = _target(wanted, chosen, here)
    if target != _STANDARD_OUTPUT:
        _see_plan(target, here)
    report = report_of(viewing, document=wanted.document)
    content = chosen.render(report)
    told = [*(chosen.notes(report) if chosen.notes is not None else ())]
    if target == _STANDARD_OUTPUT:
        _print(content, chosen)
    else:
        storage.write_report(target, content)
        told.insert(0, f"wrote {_from_here(target)}, as of {report.day}")
    if not settings.quiet:
        say([terminal(line) for line in told])
    return 0


def _print(content: str | bytes, chosen: ReportFormat) -> None:
    if isinstance(content, bytes):
        hint = f"name a file: -o report{chosen.extension}"
        raise Misuse(f"{chosen.name} is not for standard output", hint)
    write([content.removesuffix("\n")])


def _format(wanted: Wanted) -> ReportFormat:
    """The format that was typed, else that of the file's name, else a page."""
    if wanted.output is not None and not wanted.output:
        raise Misuse("there is no file after -o", "write it as -o report.html")
    if wanted.output_format is not None:
        return format_named(wanted.output_format)
    named = (
        wanted.output is not None and wanted.output != _STANDARD_OUTPUT and not os.path.isdir(wanted.output)
    )
    return format_for(wanted.output or "") if named else format_named(_USUAL)


def _target(wanted: Wanted, chosen: ReportFormat, plan: Plan) -> str:
    """The file to write: as named, in the folder that was named, else beside the root file."""
    name = ("plan" if wanted.document else "report") + chosen.extension
    if wanted.output is None:
        return os.path.join(plan.folder, name)
    return os.path.join(wanted.output, name) if os.path.isdir(wanted.output) else wanted.output


def _see_plan(target: str, plan: Plan) -> None:
    """Raises Misuse for a file that the plan is made of, or that is kept beside it."""
    from alignplan.diagnostics.baseline import BASELINE
    from alignplan.loading.lock import LOCK

    paths = [*plan.files, *(series.path for series in plan.loaded.series), BASELINE, LOCK]
    if os.path.realpath(target) in {os.path.realpath(os.path.join(plan.folder, path)) for path in paths}:
        raise Misuse(f"{target} is a file of the plan", "name another file")


def _from_here(target: str) -> str:
    """The path as one would type it here."""
    path = os.path.relpath(target)
    return target if path.startswith(os.pardir) else path
