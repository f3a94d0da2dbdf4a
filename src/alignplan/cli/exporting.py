"""Giving a plan out in other formats."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from alignplan import storage
from alignplan.cli.viewing import Viewing, open_view, plan_here
from alignplan.errors import Misuse
from alignplan.formats.interface import Source
from alignplan.formats.interface import exporter as format_named
from alignplan.output.escape import terminal
from alignplan.output.streams import say, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignplan.cli.settings import Settings
    from alignplan.workspace import Plan

__all__ = ["export_plan"]


def export_plan(
    settings: Settings,
    name: str,
    selectors: Sequence[str] | None,
    exclude: Sequence[str] | None,
    output: str | None,
    at: str | None,
    view: str | None = None,
) -> int:
    """Write the plan of the current folder in a format, and say what it cannot hold. Raises Misuse."""
    exporter = format_named(name)
    seen = exporter.view_named(view)
    if exporter.whole and (selectors or exclude):
        raise Misuse(f"{name} is of the whole plan", "leave the selectors out")
    target = None if output is None else _target(output, exporter.file_of(seen))
    viewing = open_view(settings, None, at)
    if target is not None:
        _see_plan(target, viewing.plan if at is None else plan_here(settings))
    source = replace(_source(viewing, selectors, exclude), view=seen, name=os.path.basename(target or ""))
    found = exporter.convert(source)
    if target is not None:
        storage.write_report(target, found.content)
    elif isinstance(found.content, bytes):
        raise Misuse(f"{name} is not for standard output", f"name a file: -o {exporter.file_of(seen)}")
    else:
        write([found.content.removesuffix("\n")])
    if not settings.quiet:
        say([terminal(line) for line in found.lost])
    return 0


def _source(viewing: Viewing, selectors: Sequence[str] | None, exclude: Sequence[str] | None) -> Source:
    from alignplan.loading.files import text_of

    plan = viewing.plan
    series = dict.fromkeys(entry.path for entry in plan.loaded.series)
    return Source(
        plan.assessment,
        viewing.choose(selectors, exclude),
        (*plan.files, *series),
        lambda path: text_of(plan.source, path),
        viewing.shown,
    )


def _target(output: str, file_name: str) -> str:
    """The file to write: the one that was named, or in the folder that was named."""
    if not output:
        raise Misuse("there is no file after -o", f"write it as -o {file_name}")
    return os.path.join(output, file_name) if os.path.isdir(output) else output


def _see_plan(target: str, plan: Plan) -> None:
    """Raises Misuse for a file that the plan is made of."""
    paths = [*plan.files, *(series.path for series in plan.loaded.series)]
    if os.path.realpath(target) in {os.path.realpath(os.path.join(plan.folder, path)) for path in paths}:
        raise Misuse(f"{target} is a file of the plan", "name another file")
