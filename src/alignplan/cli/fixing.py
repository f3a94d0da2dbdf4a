"""`check --fix`: what can be fixed is, or with `--diff` it is only shown. What remains is for `check` to tell."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alignplan import storage
from alignplan.cli.changing import NewText
from alignplan.cli.checking import CheckRequest, Fixing, Wanted, failed, limited
from alignplan.cli.consequences import consequences
from alignplan.cli.patches import patch_of, write_answer, write_patch
from alignplan.cli.viewing import note
from alignplan.editing.interface import unchanged_names
from alignplan.editing.manuscript import Manuscript
from alignplan.errors import Misuse
from alignplan.linting.fixing import Fixed, Mended, State, mended
from alignplan.output.closing import counted
from alignplan.output.ink import Ink, ink_for
from alignplan.output.streams import say
from alignplan.text.patching import Edit
from alignplan.workspace import Plan

if TYPE_CHECKING:
    from alignplan.cli.ratchet import Ratchet
    from alignplan.cli.settings import Settings
    from alignplan.diagnostics.report import Reported

__all__ = ["fix", "shown"]

_MOST_TOLD = 20
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class _Result:
    """A plan that was fixed, or would be."""

    wanted: Wanted
    ratchet: Ratchet
    mended: Mended
    texts: tuple[NewText, ...]

    @property
    def after(self) -> Plan:
        """The plan with the new texts."""
        drafts = {text.path: text.after.encode("utf-8") for text in self.texts}
        return Plan(self.wanted.plan.root, self.wanted.plan.as_of, drafts=drafts)


def fix(settings: Settings, request: CheckRequest, fixing: Fixing, plans: list[Wanted]) -> None:
    """Fix what can be fixed, and say what was. Of one plan all files are written or none. Raises Misuse."""
    results: list[_Result] = []
    for wanted in plans:
        with storage.change(wanted.plan.folder) as draft:
            result = _mended(wanted, request, fixing, draft.read)
            for text in result.texts:
                if draft.read(text.path) != (text.before or "").encode("utf-8"):
                    raise Misuse(f"{wanted.shown(text.path)} changed while it was read", "try again")
                draft.write(text.path, text.after.encode("utf-8"))
        results.append(result)
    _tell(settings, results, "fixed")


def shown(settings: Settings, request: CheckRequest, fixing: Fixing, plans: list[Wanted]) -> int:
    """Show what would be fixed as a patch or as `edit/1`; the exit code of what would remain. Raises Misuse."""
    if request.formats not in ((), ("json",)):
        raise Misuse("--diff shows a patch", "without `-f`, or with `-f json` for `edit/1`")
    results = [_mended(wanted, request, fixing, wanted.plan.source.read) for wanted in plans]
    patch = "".join(patch_of(result.texts, result.wanted.shown) for result in results)
    if request.formats:
        roots = [result.wanted.shown(os.path.basename(result.wanted.plan.root)) for result in results]
        root = roots[0] if len(roots) == 1 else os.path.commonpath(roots) or "."
        changes = [_change(result.wanted, entry) for result in results for entry in result.mended.fixed]
        new = [finding for result in results for finding in _new(result)]
        write_answer(settings.today, root, changes, patch, written=False, findings=new)
    elif patch:
        write_patch(settings, patch)
    _tell(settings, results, "would fix")
    return 1 if any(_fails(settings, result, request) for result in results) else 0


def _mended(wanted: Wanted, request: CheckRequest, fixing: Fixing, read: Callable[[str], bytes]) -> _Result:
    """What comes of the fixes; `read` gives the files as they are."""
    first, ratchet = wanted.plan, wanted.ratchet(request)

    def look(drafts: Mapping[str, str]) -> State:
        marks = {path: _MARK if _has_mark(read(path)) else "" for path in drafts}
        contents = {path: f"{marks[path]}{text}".encode() for path, text in drafts.items()}
        plan = Plan(first.root, first.as_of, drafts=contents) if drafts else first
        judged = [
            entry for entry in plan.verdict(plan.selection(request.asked)).judged if entry.waived is None
        ]
        known = () if ratchet.is_idle else ratchet.marks([entry.finding for entry in judged])
        reader = plan.source.read if drafts else read
        return State(judged, Manuscript(plan.loaded, plan.items, reader, wanted.shown), known)

    done = mended(look, unsafe=fixing.unsafe, chosen=_chosen(wanted))
    texts = tuple(_new_text(path, read(path), done) for path in done.texts)
    return _Result(wanted, ratchet, done, tuple(text for text in texts if text.edits))


def _chosen(wanted: Wanted) -> Callable[[str], bool]:
    files = wanted.files
    return (lambda _path: True) if files is None else (lambda path: wanted.real(path) in files)


def _has_mark(content: bytes) -> bool:
    return content.startswith(_MARK.encode())


def _new_text(path: str, content: bytes, done: Mended) -> NewText:
    mark = _MARK if _has_mark(content) else ""
    pieces = done.texts[path]
    edits = tuple(Edit(edit.start + len(mark), edit.end + len(mark), edit.new) for edit in pieces.edits())
    return NewText(path, mark + pieces.old, mark + pieces.text, edits)


def _fails(settings: Settings, result: _Result, request: CheckRequest) -> bool:
    plan = result.after
    wanted = replace(result.wanted, plan=plan)
    answer = result.ratchet.applied(plan.check(request.asked, shown=wanted.shown))
    return failed(limited(settings, wanted, request, answer), request.fail_on)


def _new(result: _Result) -> tuple[Reported, ...]:
    return consequences(result.wanted.plan, result.after, unchanged_names, result.wanted.shown).all


def _change(wanted: Wanted, entry: Fixed) -> dict[str, object]:
    finding = entry.judged.finding
    return {
        "path": wanted.shown(finding.place.file),
        "line": entry.line,
        "op": "changed",
        "id": finding.item,
        "field": finding.field or None,
        "before": None,
    }


# ------------------------------------------------------------ what was done


def _tell(settings: Settings, results: list[_Result], verb: str) -> None:
    """On standard error: what was fixed, and what was left for cause."""
    if settings.quiet:
        return
    ink = ink_for(sys.stderr, os.environ, settings.color)
    fixed = [line for result in results for line in _lines(result, result.mended.fixed, ink)]
    left = [line for result in results for line in _lines(result, result.mended.left, ink)]
    if not fixed:
        note(settings, "nothing to fix" if not left else "nothing is fixed")
    else:
        note(settings, f"{verb} {counted(len(fixed), 'finding')}:")
        say(_some(fixed))
    if left:
        note(settings, "left, since something else would be found then:")
        say(_some(left))
    if not all(result.mended.settled for result in results):
        note(settings, "there is more to fix: run it again")


def _some(lines: list[str]) -> list[str]:
    more = len(lines) - _MOST_TOLD
    return [*lines[:_MOST_TOLD], f"  and {more} more"] if more > 0 else lines


def _lines(result: _Result, entries: list[Fixed], ink: Ink) -> Iterator[str]:
    for entry in sorted(entries, key=lambda entry: (entry.judged.finding.place.file, entry.line)):
        finding = entry.judged.finding
        place = f"{result.wanted.shown(finding.place.file)}:{entry.line}"
        against = entry.against
        why = f" ({against.severity}[{against.finding.code}] {against.finding.message})" if against else ""
        yield f"  {ink.show(f'{place}: {finding.code} {entry.title}{why}')}"
