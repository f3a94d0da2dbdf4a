"""Files that a command made: told one by one, or as `edit/1` with the patch that makes them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from alignplan.cli.patches import write_answer
from alignplan.cli.settings import Settings
from alignplan.output.escape import terminal
from alignplan.output.streams import write

__all__ = ["FORMATS", "tell_made"]

FORMATS = ("text", "json")


def tell_made(
    settings: Settings,
    texts: Mapping[str, str],
    before: Mapping[str, str],
    output_format: str | None,
    *,
    root: str,
    dry_run: bool,
) -> None:
    """Tell of files by their paths that were, or would be, written; `before` are texts that they replace."""
    if output_format == "json":
        _answer(settings, texts, before, root, written=not dry_run)
    else:
        write(_lines(texts, dry_run=dry_run))


def _lines(texts: Mapping[str, str], *, dry_run: bool) -> Iterator[str]:
    verb = "would write" if dry_run else "wrote"
    return (terminal(f"{verb} {os.path.normpath(path)}") for path in texts)


def _answer(
    settings: Settings, texts: Mapping[str, str], before: Mapping[str, str], root: str, *, written: bool
) -> None:
    from alignplan.cli.paths import display_base
    from alignplan.editing.unified import unified
    from alignplan.text.patching import Edit

    base = display_base(root, os.getcwd())
    shown = {path: os.path.relpath(path, base).replace(os.sep, "/") for path in [*texts, root]}
    changes: list[dict[str, object]] = []
    patch = ""
    for path, text in texts.items():
        old = before.get(path)
        op = "added" if old is None else "changed"
        changes.append({"path": shown[path], "line": 1, "op": op, "id": "", "field": None, "before": None})
        patch += unified(shown[path], old, [Edit(0, len(old or ""), text)])
    write_answer(settings.today, shown[root], changes, patch, written=written)
