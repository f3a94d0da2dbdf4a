"""The overview: commands by purpose, each with an example."""

from __future__ import annotations

from alignplan.cli.listing import GROUPS, commands

__all__ = ["PURPOSES", "overview"]

PURPOSES = {
    "LOOK": "Look at a plan",
    "CHANGE": "Make and change a plan",
    "SHARE": "Exchange plans",
    "TOOL": "The tool itself",
}


_WIDTH = 80


def overview() -> str:
    """What `alignplan --help` prints, 80 columns wide."""
    lines = [
        "alignplan: planning as code.",
        "Strategy and work in YAML, and what does not fit between them.",
        "",
        "Usage: alignplan [OPTIONS] COMMAND …",
    ]
    listed = commands()
    width = max(len(entry.name) for entry in listed) + 4
    for group in GROUPS:
        members = [entry for entry in listed if entry.group == group]
        if members:
            lines += ["", f"{PURPOSES[group]}:"]
        for entry in members:
            lines += _wrapped(f"  {entry.name}".ljust(width), entry.summary, width)
            lines += _wrapped(" " * (width + 2), entry.example, width + 2)
    lines += [
        "",
        "Options of every command, before or after it:",
        "  -C DIR           as if started in DIR, paths included",
        "  --as-of DATE     judge as of this day (default: today, or ALIGNPLAN_AS_OF)",
        "  --color WHEN     auto, always or never",
        "  -q, -v           fewer or more notes on stderr",
        "  --no-pager       long output straight to the terminal",
        "  --version        print the version",
        "",
        "`alignplan COMMAND --help` tells more; `alignplan help` lists the topics.",
    ]
    return "\n".join(lines) + "\n"


def _wrapped(head: str, text: str, indent: int) -> list[str]:
    from textwrap import wrap

    return wrap(head + text, _WIDTH, subsequent_indent=" " * indent, drop_whitespace=True) or [head]
