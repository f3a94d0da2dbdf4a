"""All rules, found by their files' names."""

from __future__ import annotations

from functools import cache
from typing import Any

from alignplan.catalog import docstring, member, members
from alignplan.rules.interface import Rule

__all__ = ["FAMILIES", "all_rules", "page", "rule_of"]

FAMILIES = {
    "E": "files",
    "A": "alignment",
    "M": "metrics",
    "T": "smart",
    "S": "schedule",
    "R": "resources",
    "C": "contingency",
    "P": "position",
}
"""The first letter of a family's codes and its folder, in the order in which they are shown."""


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by its code, family by family."""
    rules: dict[str, Rule] = {}
    for folder in FAMILIES.values():
        package = f"alignplan.rules.{folder}"
        for name in members(package):
            rule: Rule = member(package, name).RULE
            rules[rule.code] = rule
    return rules


def rule_of(code: str) -> Rule:
    """One rule by its code, without loading the others; raises KeyError."""
    found: Rule = _module(code).RULE
    return found


def page(code: str) -> str:
    """The documentation of a rule: the docstring of its file."""
    return docstring(_module(code)) + "\n"


def _module(code: str) -> Any:
    package = f"alignplan.rules.{FAMILIES[code[0]]}"
    for name in members(package):
        if name.startswith(code.lower() + "_"):
            return member(package, name)
    raise KeyError(code)
