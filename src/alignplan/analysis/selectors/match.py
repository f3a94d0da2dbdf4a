"""Conditions on single items: which of them a `key:value` means."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from alignplan.analysis.items import Items
from alignplan.analysis.selectors.parse import Atom, Key
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.loading.globs import matches
from alignplan.model.kinds import Kind
from alignplan.model.values import day_of

__all__ = ["Test", "test_for"]

Test = Callable[[Node], bool]
"""Whether an item is meant."""


def test_for(atom: Atom, items: Items, shown: Callable[[str], str]) -> Test:
    """The test of a condition on a key; raises Misuse for a value that names what is not there."""
    assert atom.key is not None
    value = atom.value
    match atom.key:
        case Key.OWNER:
            _known(items, value, (Kind.PERSON, Kind.TEAM), "owner")
            return lambda node: items.owner(node) == value
        case Key.TEAM:
            return _of_team(items, value)
        case Key.TAG:
            return lambda node: value in node.model.tags
        case Key.STATUS:
            return lambda node: items.plan.status(node) == value
        case Key.KIND:
            return lambda node: node.kind == value
        case Key.PATH:
            return _in_path(value, shown)
        case Key.DUE:
            return _due_within(items, atom)


def _of_team(items: Items, team: str) -> Test:
    """The team, its people, and what it or one of them owns."""
    graph = items.plan.graph
    _known(items, team, (Kind.TEAM,), "team")
    people = {node.id for node in graph.kinds[Kind.PERSON] if node.model.team == team}
    members = people | {team}

    def test(node: Node) -> bool:
        if node.kind is Kind.TEAM or node.kind is Kind.PERSON:
            return node.id in members
        return items.owner(node) in members

    return test


def _known(items: Items, id: str, kinds: tuple[Kind, ...], key: str) -> None:
    """Refuse an id that no such item has; what the plan itself names but lacks is let pass."""
    graph = items.plan.graph
    node = graph.top.get(id)
    if node is not None and node.kind in kinds:
        return
    if node is None and any(
        items.owner(entry) == id or getattr(entry.model, "team", None) == id for entry in graph.items()
    ):
        return
    from difflib import get_close_matches

    names = [entry.id for kind in kinds for entry in graph.kinds[kind]]
    near = get_close_matches(id, names, n=1)
    wanted = " or ".join(kind.value for kind in kinds)
    hint = f"did you mean `{key}:{near[0]}`?" if near else f"`alignplan ls kind:{kinds[0]}` lists them"
    if node is not None:
        raise Misuse(f"`{id}` is a {node.kind}, no {wanted}", hint)
    raise Misuse(f"there is no {wanted} `{id}` in the plan", hint)


def _in_path(pattern: str, shown: Callable[[str], str]) -> Test:
    """Files as a glob, relative to the plan's folder or as paths are shown; a folder stands for all below it."""
    plain = pattern.removeprefix("./").rstrip("/")
    globs = ("**",) if plain in ("", ".") else (plain, f"{plain}/**")
    known: dict[str, bool] = {}

    def test(node: Node) -> bool:
        path = node.file
        if path not in known:
            known[path] = any(matches(glob, name) for glob in globs for name in (path, shown(path)))
        return known[path]

    return test


def _due_within(items: Items, atom: Atom) -> Test:
    """Items whose due, stated or inherited, lies in `..2026-09`, `2026-09..`, `2026-07..2026-09` or `2026-Q3`."""
    first_text, dots, last_text = atom.value.partition("..")
    if not dots:
        last_text = first_text
    if not (first_text or last_text):
        raise _no_period(atom, atom.value)
    starts = items.plan.graph.plan.model.year_starts or 0
    first = _first_day(first_text, starts) if first_text else date.min
    last = day_of(last_text, starts) if last_text else date.max
    if first is None or last is None:
        raise _no_period(atom, first_text if first is None else last_text)
    if first > last:
        raise Misuse(f"`{atom.text}` ends before it begins", f"write due:{last_text}..{first_text}")

    def test(node: Node) -> bool:
        due = items.span(node).due
        return due is not None and first <= due <= last

    return test


def _no_period(atom: Atom, text: str) -> Misuse:
    if text.startswith("FY"):
        hint = "a plan with `year_starts` has FY2027 and FY2027-Q1"
        return Misuse(f"`{text}` in `{atom.text}` is not a fiscal year of this plan", hint)
    hint = "write due:..2026-09, due:2026-Q3.. or due:2026-07..2026-09-15"
    return Misuse(f"`{text}` in `{atom.text}` is not a day or period", hint)


def _first_day(text: str, year_starts: int) -> date | None:
    """The first day of what a text names: a day, month, quarter or year."""
    last = day_of(text, year_starts)
    if last is None or re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return last
    months = 3 if "Q" in text else 1 if "-" in text else 12
    index = last.year * 12 + last.month - months
    return date(index // 12, index % 12 + 1, 1)
