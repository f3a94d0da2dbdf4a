"""Selectors as they are typed: `2+id`, `key:value`, comma = and, space = or."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from alignplan.errors import Misuse
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record

__all__ = ["Atom", "Key", "Term", "parse"]


class Key(StrEnum):
    """What can be asked of items, besides their id."""

    OWNER = "owner"
    TEAM = "team"
    TAG = "tag"
    STATUS = "status"
    KIND = "kind"
    PATH = "path"
    DUE = "due"


@record
class Atom:
    """One condition: an id, or the value of a key; then steps `up` to what it serves, `down` to what serves it.

    Of steps 0 is none, `None` all the way.
    """

    text: str
    key: Key | None
    value: str
    up: int | None = 0
    down: int | None = 0


Term = tuple[Atom, ...]
"""Conditions that all hold."""

_ATOM = re.compile(r"(?:(\d{0,9})(\+))?(.+?)(?:(\+)(\d{0,9}))?\Z")
_CLOSED = {Key.STATUS: [str(word) for word in Status], Key.KIND: [str(word) for word in Kind]}


def parse(specs: Iterable[str]) -> tuple[Term, ...]:
    """The terms, one of which must hold. Raises Misuse for what is no selector."""
    text = re.sub(r"\s*,\s*", ",", " ".join(specs).strip())
    return tuple(tuple(_atom(part, term) for part in term.split(",")) for term in text.split())


def _atom(text: str, term: str) -> Atom:
    match = _ATOM.match(text)
    if match is None or match[3] == "+":
        what = f"`{text}` names nothing" if text else "a condition is missing beside a comma"
        raise Misuse(
            f"`{term}` is no selector: {what}", "`alignplan help selectors` shows how they are written"
        )
    up = _steps(match[1], match[2])
    down = _steps(match[5], match[4])
    name, colon, value = match[3].partition(":")
    if not colon:
        return Atom(text, None, name, up, down)
    key = _key(name)
    if not value:
        raise Misuse(f"`{text}` says nothing after the colon", f"write {_EXAMPLES[key]}")
    if key in _CLOSED and value not in _CLOSED[key]:
        raise Misuse(f"there is no {key} `{value}`", _hint(value, _CLOSED[key], f"{key}:"))
    return Atom(text, key, value, up, down)


_EXAMPLES = {
    Key.OWNER: "owner:ID, of a person or a team",
    Key.TEAM: "team:ID",
    Key.TAG: "tag:WORD",
    Key.STATUS: "status:active",
    Key.KIND: "kind:tactic",
    Key.PATH: "path:tactics/**",
    Key.DUE: "due:..2026-09, due:2026-09.. or due:2026-07..2026-09",
}


def _steps(number: str | None, plus: str | None) -> int | None:
    if not plus:
        return 0
    return int(number) if number else None


def _key(name: str) -> Key:
    known = [key.value for key in Key]
    if name in known:
        return Key(name)
    raise Misuse(f"there is no selector `{name}:`", _hint(name, known, "", ":"))


def _hint(word: str, known: list[str], before: str = "", after: str = "") -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1, cutoff=0.7)
    if near:
        return f"did you mean `{before}{near[0]}{after}`?"
    return "there are " + ", ".join(f"{entry}{after}" for entry in known)
