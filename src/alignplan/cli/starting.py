"""Writing a plan to start from."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Iterable, Iterator

from alignplan import storage
from alignplan.cli.settings import Settings
from alignplan.errors import Misuse
from alignplan.output.escape import terminal
from alignplan.output.streams import say, write

__all__ = ["begin", "check_folder", "list_starters", "written"]

SCHEMA = "alignplan.schema.json"


def list_starters() -> int:
    """The names of the templates."""
    from alignplan.starters.examples import example_names

    write(example_names())
    return 0


def begin(settings: Settings, folder: str, template: str | None, *, dry_run: bool) -> int:
    """Write the files of a new plan into a folder; all of them or none."""
    check_folder(folder)
    files = _files(settings, template)
    paths = {os.path.join(folder, path): text for path, text in files.items()}
    there = [path for path in paths if os.path.lexists(path)]
    if there:
        raise Misuse(
            f"{os.path.normpath(there[0])} is there already", "name another folder: alignplan init DIR"
        )
    if not dry_run:
        storage.write_all_new(paths)
    write(written(paths, dry_run=dry_run))
    if not settings.quiet and not dry_run:
        inside = "" if os.path.normpath(folder) == "." else f" -C {shlex.quote(folder)}"
        say([terminal(f"next: alignplan{inside} check, then alignplan{inside} gaps")])
    return 0


def check_folder(folder: str) -> None:
    """Raises Misuse for what cannot be the folder of a plan."""
    if not folder:
        raise Misuse("a plan needs a folder", "name one, or `.` for this one")
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise Misuse(f"{folder} is no folder", "name a folder for the plan")


def written(paths: Iterable[str], *, dry_run: bool) -> Iterator[str]:
    """What is told of files that were, or would be, written."""
    verb = "would write" if dry_run else "wrote"
    return (terminal(f"{verb} {os.path.normpath(path)}") for path in paths)


def _files(settings: Settings, template: str | None) -> dict[str, str]:
    from alignplan.model.schema import plan_schema
    from alignplan.starters.examples import example_files
    from alignplan.starters.short import short_plan

    today = settings.today
    files = short_plan(today) if template is None else example_files(template, today)
    with_line = {
        path: _schema_line(path) + text if path.endswith(".yaml") else text for path, text in files.items()
    }
    return {**with_line, SCHEMA: json.dumps(plan_schema(), indent=2, ensure_ascii=False) + "\n"}


def _schema_line(path: str) -> str:
    """The line by which editors find the schema."""
    return f"# yaml-language-server: $schema={'../' * path.count('/')}{SCHEMA}\n"
