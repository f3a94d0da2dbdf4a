"""`matrix` itself: what is set against what."""

from __future__ import annotations

from alignplan.analysis.matrix import Of, matrix
from alignplan.cli.looking import Look, show_figures
from alignplan.cli.options import WhatIf
from alignplan.cli.settings import Settings
from alignplan.cli.viewing import Viewing
from alignplan.errors import Misuse
from alignplan.output.document import Block
from alignplan.views.matrix import answer, document, listed, sheet

__all__ = ["show_matrix"]

_OBJECTIVE = "no objective that counts"
_MISSING = {Of.TACTICS: _OBJECTIVE, Of.KPIS: _OBJECTIVE, Of.PEOPLE: "no tactic that counts"}
"""What is not there where a matrix has no rows."""


def show_matrix(
    settings: Settings,
    selectors: list[str] | None,
    exclude: list[str] | None,
    of: str,
    output_format: str | None,
    at: str | None,
    what_if: WhatIf,
) -> int:
    """Print the matrix of the chosen items; the exit code."""
    if of not in list(Of):
        raise Misuse(f"--of {of}: no such choice", "write " + ", ".join(Of))

    def look(viewing: Viewing) -> Look:
        chosen = viewing.choose(selectors, exclude)
        found = matrix(viewing.assessment, chosen, Of(of))

        def blocks() -> tuple[Block, ...]:
            return sheet(found) if viewing.is_sheet else document(found, viewing.width)

        nothing = "" if found.rows or not chosen else f"{chosen.asked or 'the plan'} has {_MISSING[Of(of)]}"
        return Look(lambda: answer(found), lambda: listed(found), blocks, nothing=nothing)

    return show_figures(settings, "matrix", look, output_format=output_format, at=at, what_if=what_if)
