"""The settings in force, each with its default and where it was said."""

from __future__ import annotations

import os
from collections.abc import Iterator

from alignplan.cache.verdicts import folder as cache_folder
from alignplan.cli.settings import Settings
from alignplan.cli.viewing import plan_here, present
from alignplan.linting.selection import known_thresholds
from alignplan.model.entry import blank
from alignplan.model.plan import Bands
from alignplan.model.words import Meaning
from alignplan.output.document import Cell, Column, Document, Row, Table, Tone
from alignplan.records import record
from alignplan.rules.catalog import all_rules
from alignplan.storage import LARGEST
from alignplan.text.tree import Limits
from alignplan.workspace import Plan

__all__ = ["show_config"]

_COLUMNS = (
    Column("setting", "setting"),
    Column("value", "value"),
    Column("default", "default"),
    Column("said in", "source"),
)


@record
class Setting:
    """One setting."""

    setting: str
    value: str | float | None
    default: str | float | None
    source: str = ""


def show_config(settings: Settings, output_format: str | None) -> int:
    """Print every setting of the plan here."""
    plan = plan_here(settings)
    found = list(_all(plan, settings))
    rows = tuple(_row(entry) for entry in found)
    present(
        settings, "config", {"settings": found}, Document((Table(_COLUMNS, rows),)), output_format, plan=plan
    )
    return 0


def _row(entry: Setting) -> Row:
    changed = entry.value != entry.default
    value = Cell(_shown(entry.value), entry.value, Tone.STRONG if changed else Tone.PLAIN)
    return Row(
        (
            Cell(entry.setting),
            value,
            Cell(_shown(entry.default), entry.default, Tone.MUTED),
            Cell(entry.source),
        )
    )


def _shown(value: str | float | None) -> str:
    if value is None:
        return "–"
    if isinstance(value, (int, float)):
        return str(int(value)) if value == int(value) else f"{value:g}"
    return value


def _all(plan: Plan, settings: Settings) -> Iterator[Setting]:
    root = plan.loaded.root.path
    day = "--as-of" if settings.as_of else "ALIGNPLAN_AS_OF" if os.environ.get("ALIGNPLAN_AS_OF") else ""
    yield Setting("as-of", plan.as_of.isoformat(), "today", day)
    bands, usual = plan.loaded.plan.health or blank(Bands), blank(Bands)
    for name in ("on_track", "at_risk", "tolerance"):
        value, default = getattr(bands, name), getattr(usual, name)
        yield Setting(f"health.{name}", value, default, root if value != default else "")
    selection = plan.selection()
    for name, default in known_thresholds().items():
        value = selection.thresholds.get(name, default)
        yield Setting(f"thresholds.{name}", value, default, root if value != default else "")
    suspect, usual_parts = plan.loaded.lint.suspect, ", ".join(Meaning)
    parts = usual_parts if suspect is None else ", ".join(part for part in Meaning if part in suspect)
    yield Setting("suspect", parts or "nothing", usual_parts, root if parts != usual_parts else "")
    running = {rule.code for rule in selection.rules}
    for code, rule in all_rules().items():
        severity = selection.severities.get(code, rule.severity).value if code in running else "off"
        default_word = rule.severity.value if rule.tier == "basic" else f"off ({rule.tier})"
        plain = severity == rule.severity.value if rule.tier == "basic" else severity == "off"
        yield Setting(f"rules.{code} {rule.name}", severity, default_word, "" if plain else root)
    yield from _limits()


def _limits() -> Iterator[Setting]:
    limits = Limits()
    for name, value in (
        ("file bytes", LARGEST),
        ("depth", limits.depth),
        ("nodes", limits.nodes),
        ("alias nodes", limits.alias_nodes),
    ):
        yield Setting(f"limits.{name}", float(value), float(value))
    home = "XDG_CACHE_HOME" if os.environ.get("XDG_CACHE_HOME") else ""
    usual = os.path.join(os.path.expanduser("~"), ".cache", "alignplan")
    yield Setting("cache", cache_folder() or None, usual, home)
