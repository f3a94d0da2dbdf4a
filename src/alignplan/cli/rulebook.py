"""Rules as they are listed and told."""

from __future__ import annotations

import os
import sys

from alignplan.cli.settings import Settings
from alignplan.cli.viewing import present
from alignplan.errors import Misuse
from alignplan.linting.selection import matching, nearest
from alignplan.output.document import Cell, Column, Document, Row, Table, Tone
from alignplan.output.ink import screen_width
from alignplan.output.reflow import reflowed
from alignplan.output.streams import write
from alignplan.rules.catalog import all_rules, page
from alignplan.rules.interface import Rule, Severity

__all__ = ["list_rules", "show_page"]

_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.INFO: Tone.MUTED}
_COLUMNS = (
    Column("code", "code"),
    Column("name", "name"),
    Column("tier", "tier"),
    Column("severity", "severity"),
    Column("what it finds", "summary", shrink=True),
)


def list_rules(settings: Settings, spec: str, output_format: str | None) -> int:
    """A table of the rules that `spec` stands for, all of them for an empty one."""
    codes = matching(spec) if spec else list(all_rules())
    rules = [all_rules()[code] for code in codes]
    answer = {"rules": [_plain(entry) for entry in rules]}
    document = Document((Table(_COLUMNS, tuple(_row(entry) for entry in rules)),))
    present(settings, "rules", answer, document, output_format)
    return 0


def show_page(settings: Settings, spec: str, output_format: str | None) -> int:
    """The page of one rule, as text or with its facts as JSON; a prefix lists its rules."""
    codes = matching(spec.upper() if matching(spec.upper()) else spec)
    if not codes:
        raise Misuse(f"there is no rule {spec}", nearest(spec))
    if len(codes) > 1:
        return list_rules(settings, spec.upper() if matching(spec.upper()) else spec, output_format)
    found = all_rules()[codes[0]]
    if output_format == "json":
        answer = {"rules": [{**_plain(found), "page": page(found.code)}]}
        present(settings, "rules", answer, Document(()), output_format)
        return 0
    if output_format not in (None, "plain", "table", "markdown"):
        return list_rules(settings, found.code, output_format)
    write(reflowed(full_page(found), screen_width(os.environ, sys.stdout)), paged=settings.pager)
    return 0


def full_page(found: Rule) -> str:
    """The page as Markdown: heading, facts, the docstring."""
    facts = [f"{found.tier} rule", f"severity {found.severity}", f"since {found.since}"]
    numbers = [
        f"`{found.code}{'.' + name if name else ''}: {value:g}`" for name, value in found.thresholds.items()
    ]
    if numbers:
        facts.append("thresholds " + ", ".join(numbers))
    if found.fix is not None:
        facts.append("fixable")
    if found.quiet_after:
        facts.append("quiet where " + ", ".join(found.quiet_after) + " speaks of the same item")
    return f"# {found.code} {found.name}\n\n*{'; '.join(facts)}*\n\n{page(found.code)}"


def _plain(entry: Rule) -> dict[str, object]:
    return {
        "code": entry.code,
        "name": entry.name,
        "tier": entry.tier.value,
        "severity": entry.severity.value,
        "summary": _summary(entry),
        "since": entry.since,
        "fixable": entry.fix is not None,
        "thresholds": {
            f"{entry.code}.{name}" if name else entry.code: value for name, value in entry.thresholds.items()
        },
    }


def _summary(entry: Rule) -> str:
    return page(entry.code).splitlines()[0].rstrip(".")


def _row(entry: Rule) -> Row:
    severity = Cell(entry.severity.value, tone=_TONES[entry.severity])
    return Row(
        (
            Cell(entry.code, tone=Tone.STRONG),
            Cell(entry.name),
            Cell(entry.tier.value),
            severity,
            Cell(_summary(entry)),
        )
    )
