"""Options that several commands share, each with one name and one meaning."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import typer

from alignplan.records import record

__all__ = ["NOTHING_SUPPOSED", "At", "Exclude", "Format", "Selectors", "WhatIf"]

At = Annotated[
    str | None,
    typer.Option("--at", metavar="REV", help="The plan as it was at a revision, as of that day."),
]

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


@record
class WhatIf:
    """What is supposed of the plan, as it was typed. A parameter of this type stands for all of these options."""

    OPTIONS: ClassVar[dict[str, Any]] = {
        "without": Annotated[
            list[str] | None,
            typer.Option("--without", metavar="ID", help="What if this item were not there; repeatable."),
        ],
        "overlays": Annotated[
            list[str] | None,
            typer.Option(
                "--with", metavar="FILE", help="What if the plan said what this file says; repeatable."
            ),
        ],
        "assigned": Annotated[
            list[str] | None,
            typer.Option(
                "--set", metavar="ID:KEY=VALUE", help="What if a field had another value; repeatable."
            ),
        ],
        "everything": Annotated[bool, typer.Option("--all", help="Of a what-if, also what stays as it is.")],
    }

    without: list[str] | None = None
    overlays: list[str] | None = None
    assigned: list[str] | None = None
    everything: bool = False

    def __bool__(self) -> bool:
        return bool(self.without or self.overlays or self.assigned)


NOTHING_SUPPOSED = WhatIf()
