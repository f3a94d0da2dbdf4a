"""`baseline schedule`: the schedule and its costs, frozen in a file beside the root file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignplan.cli.changing import NewText
from alignplan.cli.viewing import note
from alignplan.errors import Misuse
from alignplan.loading.beside import frozen_name

if TYPE_CHECKING:
    from alignplan.cli.changing import Way
    from alignplan.cli.settings import Settings
    from alignplan.cli.viewing import Viewing

__all__ = ["file_of", "froze"]

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*\Z")


def file_of(name: str | None) -> str:
    """The file of a frozen schedule of a name. Raises Misuse for what is no name."""
    if name and not _NAME.match(name):
        hint = "letters a to z, digits, `.`, `_` and `-`, beginning with a letter or digit: approved, 2026-q4"
        raise Misuse(f"`{name}` is no name of a baseline", hint)
    return frozen_name(name or "")


def froze(settings: Settings, name: str | None, way: Way) -> int:
    """Freeze the schedule of the plan of the current folder; the exit code 0. Raises Misuse."""
    from alignplan.cli.patches import known_format
    from alignplan.cli.viewing import open_view
    from alignplan.storage.transaction import change

    known_format(way.output_format)
    path = file_of(name)
    viewing = open_view(settings, None)
    after = _frozen(viewing)
    folder = viewing.plan.folder
    if way.dry_run:
        source = viewing.plan.source
        before = source.read(path) if source.exists(path) else None
        return _shown(viewing, way, _change(viewing, path, before, after, way), path, written=False)
    with change(folder) as draft:
        text = _change(viewing, path, draft.find(path), after, way)
        if text is not None:
            draft.write(path, text.after.encode("utf-8"))
    return _shown(viewing, way, text, path, written=text is not None)


def _frozen(viewing: Viewing) -> str:
    """The text of the file. Raises Misuse where not all of the plan can be read: then its schedule is not known."""
    from alignplan.analysis.schedule.computing import Search
    from alignplan.analysis.slipping.freezing import freeze
    from alignplan.cli.scheduling import computed
    from alignplan.linting.engine import is_whole
    from alignplan.loading.frozen import frozen_text

    if not is_whole(viewing.plan.loaded):
        hint = "mend that first: `alignplan check --select E`"
        raise Misuse("not all of the plan can be read, so that its schedule is not known", hint)
    search = Search("default")
    found = computed(viewing, search)
    return frozen_text(freeze(viewing.assessment, found, search.effort))


def _change(viewing: Viewing, path: str, content: bytes | None, after: str, way: Way) -> NewText | None:
    """The file before and after; none where it says so already. Raises Misuse where it is not to be replaced."""
    from alignplan.editing.baseline import line_edits

    before = None if content is None else content.decode("utf-8", "replace")
    if before is not None and _said(before) == _said(after):
        return None
    if before is not None and not way.force:
        hint = "name another one: `alignplan baseline schedule NAME`; --force freezes this one anew"
        raise Misuse(f"{viewing.shown(path)} is frozen already", hint)
    return NewText(path, before, after, line_edits(before or "", after))


def _said(text: str) -> list[str]:
    """What it says but for the day on which it was made."""
    return [line for line in text.splitlines() if not line.startswith(("as_of:", "#"))]


def _shown(viewing: Viewing, way: Way, text: NewText | None, path: str, *, written: bool) -> int:
    from alignplan.cli.patches import patch_of, write_answer, write_patch

    texts = [] if text is None else [text]
    patch = patch_of(texts, viewing.shown)
    if way.output_format == "json":
        changes = [_told(viewing.shown(path), text)] if text is not None else []
        root = viewing.shown(viewing.plan.loaded.root.path)
        write_answer(viewing.plan.as_of, root, changes, patch, written=written)
    elif patch:
        write_patch(viewing.settings, patch)
    if text is None:
        note(viewing.settings, f"{viewing.shown(path)} says so already")
    elif way.dry_run:
        note(viewing.settings, f"nothing is written ({way.shown_by})")
    return 0


def _told(shown: str, text: NewText) -> dict[str, object]:
    op = "added" if text.before is None else "changed"
    return {"path": shown, "line": 1, "op": op, "id": "", "field": None, "before": None}
