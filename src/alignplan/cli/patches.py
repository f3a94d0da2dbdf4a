"""A change of texts as it is shown: the patch, coloured on a terminal, or `edit/1`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from alignplan.errors import Misuse
from alignplan.output.escape import Shown
from alignplan.output.ink import Ink, Pen, ink_for, is_terminal
from alignplan.output.streams import write

if TYPE_CHECKING:
    from datetime import date

    from alignplan.cli.changing import NewText
    from alignplan.cli.settings import Settings
    from alignplan.diagnostics.report import Reported

__all__ = ["FORMATS", "known_format", "patch_of", "write_answer", "write_patch"]

FORMATS = ("diff", "json")
_PENS = {"+": Pen.GREEN, "-": Pen.RED, "@": Pen.CYAN}


def known_format(name: str | None, known: Sequence[str] = FORMATS) -> None:
    """Raises Misuse for a format that is not one of those that a command speaks."""
    if name is not None and name not in known:
        raise Misuse(f"unknown output format `{name}`", f"there are {', '.join(known)}")


def patch_of(texts: Iterable[NewText], shown: Callable[[str], str]) -> str:
    """Texts as a patch, to the byte; `shown` says how a path is printed."""
    from alignplan.editing.unified import unified

    return "".join(unified(shown(text.path), text.before, text.edits) for text in texts)


def write_patch(settings: Settings, patch: str) -> None:
    """The patch on standard output."""
    ink = ink_for(sys.stdout, os.environ, settings.color)
    write(_lines(patch, ink, exact=not is_terminal(sys.stdout)), paged=settings.pager)


def _lines(patch: str, ink: Ink, *, exact: bool) -> Iterator[Shown]:
    """The patch line by line, harmless to a terminal. `exact`: what no terminal acts on stays, so that git takes it."""
    for line in patch.removesuffix("\n").split("\n"):
        content = line.removesuffix("\r")
        shown = Shown(
            "\t".join(ink.show(part) for part in content.split("\t")) if exact else ink.show(content)
        )
        pen = (
            Pen.BOLD if line.startswith(("diff ", "--- ", "+++ ", "new ")) else _PENS.get(line[:1], Pen.NONE)
        )
        yield Shown(ink.stroke(shown, pen) + ("\r" if exact and content != line else ""))


def write_answer(
    as_of: date,
    root: str,
    changes: Sequence[object],
    patch: str,
    *,
    written: bool,
    findings: Iterable[Reported] = (),
    more: Mapping[str, object] | None = None,
) -> None:
    """`edit/1` on standard output; `more` are fields that only some changes have."""
    from alignplan.output.check_data import finding_data
    from alignplan.output.json import dumps

    answer = {
        "schema": "edit/1",
        "as_of": as_of,
        "root": root,
        "changes": changes,
        "patch": patch,
        "written": written,
        "findings": [finding_data(finding) for finding in findings],
        **(more or {}),
    }
    write([dumps(answer, ascii=not ink_for(sys.stdout, os.environ).encodes("…"))])
