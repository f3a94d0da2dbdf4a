"""One cause, one finding: what only follows from something else is not told."""

from __future__ import annotations

from alignplan.diagnostics.finding import Finding
from alignplan.loading.load import Loaded
from alignplan.model.kinds import addressed
from alignplan.rules.catalog import all_rules

__all__ = ["lost_fields", "spoken"]

Field = tuple[str, str]
"""An item and a field of it; of all of the item where the field is empty."""


def lost_fields(loaded: Loaded) -> set[Field]:
    """Items and fields that could not be understood: nothing follows from what they lack."""
    return {addressed(route) for file in loaded.files for route in file.broken if route}


def spoken(found: list[Finding], lost: set[Field]) -> tuple[list[Finding], list[Finding]]:
    """What is told, each once, and what is muted because something else says more."""
    faulty = {(finding.item, finding.field) for finding in found if finding.code[0] == "E" and finding.item}
    reasons = lost | faulty
    by_item: dict[str, set[str]] = {}
    for finding in found:
        by_item.setdefault(finding.item, set()).add(finding.code)
    told: dict[tuple[object, ...], Finding] = {}
    muted: list[Finding] = []
    for finding in found:
        if _is_said(finding, by_item) or _follows(finding, reasons, lost):
            muted.append(finding)
        else:
            told.setdefault((finding.identity, finding.place, finding.message), finding)
    return list(told.values()), muted


def _is_said(finding: Finding, by_item: dict[str, set[str]]) -> bool:
    """Whether a more telling finding stands beside it."""
    quiet_after = all_rules()[finding.code].quiet_after
    if quiet_after and finding.item and not by_item[finding.item].isdisjoint(quiet_after):
        return True
    return any(code in by_item.get(item, ()) for code, item in finding.after)


def _follows(finding: Finding, reasons: set[Field], lost: set[Field]) -> bool:
    """Whether it only comes from a fault of the file: in the same field, or of the item as a whole."""
    if finding.code[0] == "E":
        return False
    return (finding.item, finding.field) in reasons or (finding.item, "") in lost
