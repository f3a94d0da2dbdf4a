"""`baseline write`, `prune` and `show`: the findings that are known, kept in a file beside the root file.

`baseline schedule` is another thing of the same name; see `freezing`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from alignplan.cli.changing import NewText
from alignplan.cli.viewing import note
from alignplan.diagnostics.baseline import BASELINE, Baseline, read_baseline
from alignplan.editing.baseline import as_written, line_edits
from alignplan.errors import Misuse
from alignplan.linting.known import baseline_content
from alignplan.linting.standing import Today
from alignplan.output.closing import counted

if TYPE_CHECKING:
    from alignplan.cli.changing import Way
    from alignplan.cli.settings import Settings
    from alignplan.diagnostics.identity import Identity
    from alignplan.linting.selection import Asked
    from alignplan.workspace import Plan

__all__ = ["carried_out"]

_ACTIONS = ("write", "prune", "show", "schedule")
_WRITE = "`alignplan baseline write` writes one"

Made = Callable[[Today, Baseline], Baseline]
"""How a baseline comes of what is found today and the one before."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A baseline before and after; `before` is none where there was none that can be read."""

    plan: Plan
    path: str
    before: Baseline | None
    after: Baseline
    text: NewText | None
    today: Today


def carried_out(settings: Settings, action: str, name: str | None, way: Way, asked: Asked) -> int:
    """Do what is asked of the baseline; the exit code 0. Raises Misuse."""
    if action not in _ACTIONS:
        near = get_close_matches(action, _ACTIONS, n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"write {', '.join(_ACTIONS)}"
        raise Misuse(f"baseline {action}: there is nothing of that name to do", hint)
    if action == "schedule":
        if asked.select or asked.strict:
            raise Misuse(
                "`baseline schedule` has nothing to do with rules", "leave --select and --strict out"
            )
        from alignplan.cli.freezing import froze

        return froze(settings, name, way)
    if name is not None:
        raise Misuse(f"`baseline {action}` takes no name", "only `baseline schedule NAME` does")
    if action == "show":
        if way.dry_run or way.force:
            raise Misuse("`baseline show` writes nothing", "leave --dry-run and --force out")
        return _show(settings, way.output_format, asked)
    if action == "prune" and way.force:
        raise Misuse(
            "`baseline prune` has no --force", "`baseline write --force` writes over what is no baseline"
        )
    return _changed(settings, way, asked, Today.written if action == "write" else Today.pruned)


def _changed(settings: Settings, way: Way, asked: Asked, made: Made) -> int:
    from alignplan.cli.patches import known_format
    from alignplan.cli.viewing import plan_here
    from alignplan.storage.transaction import change

    known_format(way.output_format)
    plan = plan_here(settings)
    if way.dry_run:
        content = baseline_content(plan.source, _path(plan))
        return _shown(settings, way, _change(plan, way, asked, content, made), written=False)
    with change(plan.folder) as draft:
        done = _change(plan, way, asked, draft.find(BASELINE), made)
        if done.text is not None:
            draft.write(BASELINE, done.text.after.encode("utf-8"))
    return _shown(settings, way, done, written=done.text is not None)


def _change(
    plan: Plan,
    way: Way,
    asked: Asked,
    content: bytes | None,
    made: Made,
) -> _Change:
    path = _path(plan)
    before = None
    if content is not None:
        try:
            before = read_baseline(content, path)
        except Misuse:
            if not way.force:
                raise
    today = _today(plan, asked)
    after = made(today, before or Baseline())
    return _Change(plan, path, before, after, _new_text(content, before, after), today)


def _path(plan: Plan) -> str:
    """The file as it is printed."""
    from alignplan.cli.paths import display_base, shown_from

    return shown_from(display_base(plan.root), plan.folder)(BASELINE)


def _today(plan: Plan, asked: Asked) -> Today:
    """What the rules say. Raises Misuse where not all of the plan can be read: then it is not known what is found."""
    from alignplan.linting.engine import is_whole

    selection = plan.selection(asked)
    verdict = plan.verdict(selection)
    if verdict.crashed:
        raise verdict.crashed[0][1]  # what it would find is not known, and must not pass for solved
    if not is_whole(plan.loaded):
        hint = "mend that first: `alignplan check --select E`"
        raise Misuse("not all of the plan can be read, so that it is not known what is found in it", hint)
    return Today(verdict, selection, whole=True)


def _new_text(content: bytes | None, before: Baseline | None, after: Baseline) -> NewText | None:
    """The file before and after; none where it stays as it is, and where there is none and nothing to keep."""
    if before == after or (content is None and not after):
        return None
    old = None if content is None else content.decode("utf-8", "replace")
    new = as_written(after, old or "")
    return NewText(BASELINE, old, new, line_edits(old or "", new))


# ------------------------------------------------------------ what is told


def _shown(settings: Settings, way: Way, done: _Change, *, written: bool) -> int:
    from alignplan.cli.patches import patch_of, write_answer, write_patch

    texts = [] if done.text is None else [done.text]
    patch = patch_of(texts, lambda _path: done.path)
    if way.output_format == "json":
        root = done.path.removesuffix(BASELINE) + done.plan.loaded.root.path
        write_answer(done.plan.as_of, root, _told(done), patch, written=written)
    elif patch:
        write_patch(settings, patch)
    for words in _notes(done):
        note(settings, words)
    if way.dry_run and patch:
        note(settings, f"nothing is written ({way.shown_by})")
    return 0


def _notes(done: _Change) -> list[str]:
    before = done.before or Baseline()
    came = sum((max(0, number - before.entries.get(one, 0))) for one, number in done.after.entries.items())
    went = sum((max(0, number - done.after.entries.get(one, 0))) for one, number in before.entries.items())
    words = []
    if done.text is None:
        words.append("the baseline says so already" if done.before is not None else "there is no baseline")
    else:
        words.append(f"{counted(len(done.after), 'finding')} in the baseline: {came} came, {went} went")
    if done.today.never:
        codes = ", ".join(sorted({finding.code for finding in done.today.never}))
        words.append(f"no baseline takes {codes}: mend what it finds")
    return words


def _told(done: _Change) -> list[dict[str, object]]:
    """The entries that came, went, or are allowed more or less often."""
    before = done.before or Baseline()
    lines, old_lines = done.after.lines(), before.lines()
    return [
        _entry(done.path, identity, "changed" if identity in old_lines else "added", line)
        for identity, line in lines.items()
        if before.entries.get(identity) != done.after.entries[identity]
    ] + [
        _entry(done.path, identity, "removed", line)
        for identity, line in old_lines.items()
        if identity not in lines
    ]


def _entry(path: str, identity: Identity, op: str, line: int) -> dict[str, object]:
    return {
        "path": path,
        "line": line,
        "op": op,
        "id": identity.item,
        "field": identity.where or None,
        "before": None,
        "code": identity.code,
    }


# ------------------------------------------------------------ what is in it


def _show(settings: Settings, output_format: str | None, asked: Asked) -> int:
    """List the baseline, each entry with what became of it; the exit code 0. Raises Misuse where it cannot be read."""
    from alignplan.cli.viewing import open_view
    from alignplan.linting.engine import is_whole
    from alignplan.views.baseline import SPARE, answer, summary, table

    viewing = open_view(settings, output_format)
    plan = viewing.plan
    path = viewing.shown(BASELINE)
    kept = plan.baseline(shown=viewing.shown).baseline
    if kept is None:
        viewing.note(f"there is no {path}; {_WRITE}")
    selection = plan.selection(asked)
    today = Today(plan.verdict(selection), selection, whole=is_whole(plan.loaded))
    baseline = kept or Baseline()
    listed = list(today.standings(baseline))
    new = today.new(baseline)
    if viewing.is_json:
        return viewing.show("baseline", answer(path if kept is not None else None, listed, new), ())
    shown = (table(listed),) if listed or viewing.is_sheet else ()
    return viewing.show("baseline", {}, shown, spare=SPARE, summary=summary(listed, new))
