"""Options that several commands share, each with one name and one meaning."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["Exclude", "Format", "Selectors"]

Selectors = Annotated[
    list[str] | None,
    typer.Argument(metavar="[SEL]…", help="Items: id, +id, id+, owner:ID …; see `alignplan help selectors`."),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="SEL", help="Leave these items out; repeatable."),
]
Format = Annotated[
    str | None,
    typer.Option("--output-format", "-f", metavar="FORMAT", help="table, plain, tsv, csv, json or markdown."),
]
