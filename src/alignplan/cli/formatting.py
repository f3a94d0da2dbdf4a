"""`fmt`: the files of plans in their canonical form. A file that cannot be read is told and left alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alignplan import storage
from alignplan.cli.changing import NewText
from alignplan.cli.patches import known_format, patch_of, write_answer, write_patch
from alignplan.cli.paths import display_base, shown_from
from alignplan.cli.viewing import note
from alignplan.editing.canonical import PLAN_FILE
from alignplan.errors import Misuse
from alignplan.loading.discover import find_roots, included
from alignplan.loading.files import load_file
from alignplan.output.closing import counted
from alignplan.output.ink import ink_for
from alignplan.output.streams import refusal, say, write
from alignplan.storage.folders import Folder
from alignplan.text.encoding import MARK, decode
from alignplan.text.formatting import formatted
from alignplan.text.patching import Edit, Refused
from alignplan.text.places import Lines

if TYPE_CHECKING:
    from alignplan.cli.settings import Settings

__all__ = ["FormatRequest", "format_plans"]


@dataclass(frozen=True, slots=True)
class FormatRequest:
    """What was asked of `fmt`. `check`: say which files would change; `dry_run`: show what would. Neither writes."""

    paths: tuple[str, ...] = ()
    check: bool = False
    dry_run: bool = False
    output_format: str | None = None

    @property
    def writes(self) -> bool:
        """Whether files are written."""
        return not (self.check or self.dry_run)


@dataclass(slots=True)
class _Plan:
    """A plan whose files are formed: those that change, what could not be read, how many stay as they are."""

    root: str
    base: str
    texts: list[NewText] = field(default_factory=list)
    unread: list[Misuse] = field(default_factory=list)
    same: int = 0

    @property
    def folder(self) -> str:
        return os.path.dirname(self.root)

    def shown(self, path: str) -> str:
        """A path relative to the plan's folder, as it is printed."""
        return shown_from(self.base, self.folder)(path)


def format_plans(settings: Settings, request: FormatRequest) -> int:
    """Form the files that were asked for, and show what changed; the exit code.

    All files of one plan are written, or none. Raises Misuse.
    """
    known_format(request.output_format)
    plans = list(_formed(request))
    _show(settings, request, plans)
    ink = ink_for(sys.stderr, os.environ, settings.color)
    for misuse in (misuse for plan in plans for misuse in plan.unread):
        say(refusal(misuse, ink))
    _note_amounts(settings, request, plans)
    if any(plan.unread for plan in plans):
        return 2
    return 1 if request.check and any(plan.texts for plan in plans) else 0


# ------------------------------------------------------------ which files


def _formed(request: FormatRequest) -> Iterator[_Plan]:
    named = _named(request.paths or (".",))
    common = os.path.commonpath([os.path.dirname(root) for root in named]) if len(named) > 1 else ""
    chosen = {root: list(_files(root, places)) for root, places in named.items()}
    for root, files in chosen.items():
        plan = _Plan(root, display_base(root, common))
        if request.writes:
            with storage.change(plan.folder) as draft:
                _form(plan, files, draft.read)
                for text in plan.texts:
                    draft.write(text.path, text.after.encode("utf-8"))
        else:
            if storage.pending(plan.folder):
                storage.settle(plan.folder)
            _form(plan, files, _reader(Folder(plan.folder)))
        yield plan


def _named(paths: tuple[str, ...]) -> Mapping[str, set[str]]:
    """The roots of the plans, each with the real paths that were named: files, and folders with all that is below."""
    named: dict[str, set[str]] = {}
    for path in paths:
        for root in find_roots(path):
            full = os.path.realpath(path)
            inside = storage.inside(os.path.dirname(root), full)
            named.setdefault(root, set()).add(full if inside else os.path.dirname(os.path.realpath(root)))
    return named


def _files(root: str, places: set[str]) -> Iterator[str]:
    """The files of a plan that were named, relative to its folder. Raises Misuse for one that is no part of it."""
    folder, name = Folder(os.path.dirname(root)), os.path.basename(root)
    model = load_file(folder, name, root=True).model
    files = [name, *included(folder, model.include, name).paths]
    real = {path: os.path.realpath(os.path.join(folder.path, path)) for path in files}
    for place in sorted(places):
        if place not in real.values() and not os.path.isdir(place):
            raise Misuse(
                f"{os.path.relpath(place)} is no part of the plan",
                f"{os.path.relpath(root)} does not include it",
            )
    for path, full in real.items():
        if any(full == place or full.startswith(place.rstrip(os.sep) + os.sep) for place in places):
            yield path


def _reader(folder: Folder) -> Callable[[str], bytes]:
    def read(path: str) -> bytes:
        try:
            if folder.inside(path):
                return folder.read(path)
        except storage.Unreadable as why:
            raise Misuse(f"`{path}` cannot be read: {why}") from None
        raise Misuse(f"`{path}` leads out of the plan's folder", "change the file where it is")

    return read


# ------------------------------------------------------------ their form


def _form(plan: _Plan, files: list[str], read: Callable[[str], bytes]) -> None:
    for path in files:
        try:
            text = _text(plan, path, read(path))
        except Misuse as misuse:
            plan.unread.append(misuse)
            continue
        if text is None:
            plan.same += 1
        else:
            plan.texts.append(text)


def _text(plan: _Plan, path: str, content: bytes) -> NewText | None:
    """The new text of a file; none where it stays as it is. Raises Misuse where it cannot be read."""
    old, fault = decode(content)
    mark = "\ufeff" if content.startswith(MARK) else ""
    try:
        if fault is not None:
            raise Refused(fault.message, fault.span[0], fault.help)
        made = formatted(old, PLAN_FILE)
    except Refused as refused:
        line, column = Lines(old).position(refused.offset)
        place = f"{plan.shown(path)}:{line}:{column}"
        raise Misuse(f"{place}: left as it is: {refused.message}", refused.help) from None
    if not made.edits:
        return None
    edits = tuple(Edit(edit.start + len(mark), edit.end + len(mark), edit.new) for edit in made.edits)
    return NewText(path, mark + old, mark + made.text, edits)


# ------------------------------------------------------------ what is shown


def _show(settings: Settings, request: FormatRequest, plans: list[_Plan]) -> None:
    patch = "".join(patch_of(plan.texts, plan.shown) for plan in plans)
    if request.output_format == "json":
        roots = [plan.shown(os.path.basename(plan.root)) for plan in plans]
        root = roots[0] if len(roots) == 1 else os.path.commonpath(roots) or "."
        changes = [_change(plan, text) for plan in plans for text in plan.texts]
        write_answer(settings.today, root, changes, patch, written=request.writes and bool(changes))
    elif request.check and not request.dry_run:
        ink = ink_for(sys.stdout, os.environ, settings.color)
        write(f"would format {ink.show(plan.shown(text.path))}" for plan in plans for text in plan.texts)
    elif patch:
        write_patch(settings, patch)


def _change(plan: _Plan, text: NewText) -> dict[str, object]:
    line, _ = Lines(text.before or "").position(text.edits[0].start)
    return {
        "path": plan.shown(text.path),
        "line": line,
        "op": "formatted",
        "id": "",
        "field": None,
        "before": None,
    }


def _note_amounts(settings: Settings, request: FormatRequest, plans: list[_Plan]) -> None:
    changed, same = sum(len(plan.texts) for plan in plans), sum(plan.same for plan in plans)
    verb = "formatted" if request.writes else "would be formatted"
    words = [f"{counted(changed, 'file')} {verb}"] if changed else []
    words += [f"{counted(same, 'file')} {'as they were' if same > 1 else 'as it was'}"] if same else []
    if words:
        note(settings, ", ".join(words))
