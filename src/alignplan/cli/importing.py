"""Bringing in files of other formats."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from alignplan import storage
from alignplan.cli.made import FORMATS, tell_made
from alignplan.cli.patches import known_format
from alignplan.cli.settings import Settings
from alignplan.cli.starting import check_folder
from alignplan.errors import Misuse
from alignplan.formats.interface import importer as format_named
from alignplan.output.escape import terminal
from alignplan.output.streams import say

if TYPE_CHECKING:
    from alignplan.formats.interface import Imported, Importer

__all__ = ["import_files"]


def import_files(
    settings: Settings,
    source_format: str,
    files: Sequence[str],
    output: str,
    options: dict[str, bool],
    *,
    force: bool,
    dry_run: bool,
    output_format: str | None = None,
) -> int:
    """Convert every file, then write all plans; one that is refused leaves everything as it was."""
    known_format(output_format, FORMATS)
    importer = format_named(source_format)
    check_folder(output)
    folders = _folders(files, output)
    taken = _taken(settings, importer, options)
    imported = {
        folder: _converted(importer, path, taken) for folder, path in zip(folders, files, strict=True)
    }
    texts = {
        os.path.join(folder, path): text
        for folder, plan in imported.items()
        for path, text in plan.files.items()
    }
    if not force:
        _refuse_plans(imported)
    before = _texts_there(texts) if force else {}
    if force and not dry_run:
        storage.write_all(output, {os.path.relpath(path, output): text for path, text in texts.items()})
    elif not dry_run:
        storage.write_all_new(output, {os.path.relpath(path, output): text for path, text in texts.items()})
    root = os.path.join(next(iter(imported)), "alignplan.yaml")
    tell_made(settings, texts, before, output_format, root=root, dry_run=dry_run)
    if not settings.quiet:
        say(terminal(line) for plan in imported.values() for line in plan.report)
    return 0


def _folders(files: Sequence[str], output: str) -> list[str]:
    """One file: the folder itself; of several one folder each, named after the file."""
    if len(files) == 1:
        return [output]
    folders = [os.path.join(output, os.path.splitext(os.path.basename(path))[0]) for path in files]
    twice = {folder for folder in folders if folders.count(folder) > 1}
    if twice:
        raise Misuse(f"two files would become {min(twice)}", "import them one by one")
    return folders


def _taken(settings: Settings, importer: Importer, flags: dict[str, bool]) -> dict[str, Any]:
    """What an importer is given of the flags that were typed, and of the day."""
    for flag, typed in flags.items():
        if typed and flag not in importer.options:
            raise Misuse(f"import {importer.name} takes no --{flag.replace('_', '-')}", "leave it out")
    options: dict[str, Any] = {flag: typed for flag, typed in flags.items() if typed}
    if "today" in importer.options:
        options["today"] = settings.today
    return options


def _converted(importer: Importer, path: str, options: dict[str, Any]) -> Imported:
    try:
        content = storage.read(path)
    except storage.Unreadable as reason:
        raise Misuse(f"{path} cannot be read: {reason}") from None
    return importer.convert(content, name=path, **options)


def _texts_there(paths: Iterable[str]) -> dict[str, str]:
    """What is there already and will be replaced; what cannot be read as text counts as empty."""
    found: dict[str, str] = {}
    for path in paths:
        try:
            found[path] = storage.read(path).decode("utf-8", "replace")
        except storage.Unreadable:
            continue
    return found


def _refuse_plans(imported: dict[str, Imported]) -> None:
    for folder, plan in imported.items():
        for path in plan.files:
            if os.path.lexists(os.path.join(folder, path)):
                raise Misuse(
                    f"{folder} holds a plan already", "name another folder, or replace it with --force"
                )
