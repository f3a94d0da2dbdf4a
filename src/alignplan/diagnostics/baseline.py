"""The file that keeps the findings of a day, so that only what is new is reported: how it is read and written.

{
  "schema": "alignplan-baseline/1",
  "findings": [
    {"code": "A101", "item": "shore-power", "field": "supports"},
    {"code": "T304", "item": "new-crane", "field": "actions"}
  ]
}

Each finding has a line of its own, in a fixed order, so that a change of one is a change of one line.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from alignplan.diagnostics.identity import Identity, renamed
from alignplan.errors import Misuse
from alignplan.records import record

__all__ = ["BASELINE", "Baseline", "Standing", "State", "read_baseline"]

BASELINE = "alignplan-baseline.json"
"""Its name, beside the root file."""
_SCHEMA = "alignplan-baseline"
_VERSION = 1
_CODE = re.compile(r"[A-Z][0-9]{3}\Z")
_MOST = 1_000_000
_ANEW = "mend it, or write it anew: `alignplan baseline write --force`"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that are known, each with the number of times that it may occur."""

    entries: Mapping[Identity, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(self.entries.values())

    def ordered(self) -> list[Identity]:
        """What is known, by item, then by rule: what belongs together stands together."""
        return sorted(self.entries, key=lambda one: (one.item, one.where, one.code, one.words))

    def text(self) -> str:
        """The file."""
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        known = [json.dumps(_entry(one, self.entries[one]), ensure_ascii=False) for one in self.ordered()]
        yield "{"
        yield f'  "schema": "{_SCHEMA}/{_VERSION}",'
        yield '  "findings": [' + ("" if known else "]")
        yield from (f"    {text}{',' if at < len(known) else ''}" for at, text in enumerate(known, 1))
        if known:
            yield "  ]"
        yield "}"

    def lines(self) -> dict[Identity, int]:
        """The line of each entry in the file, from 1."""
        return {identity: line for line, identity in enumerate(self.ordered(), 4)}

    def renamed(self, names: Callable[[str], str]) -> Baseline:
        """The same where ids are called otherwise."""
        found: Counter[Identity] = Counter()
        for identity, number in self.entries.items():
            found[renamed(identity, names)] += number
        return Baseline(found)


class State(StrEnum):
    """What became of a finding in the baseline."""

    FOUND = "found"
    SOLVED = "solved"
    NOT_JUDGED = "not_judged"


@record
class Standing:
    """An entry of a baseline: its rule's name, how often it may occur, how often it does, what became of it."""

    identity: Identity
    name: str
    count: int
    found: int
    state: State


def _entry(identity: Identity, number: int) -> dict[str, object]:
    """An entry as data; what it does not have is left out."""
    where = "field" if identity.item else "route"
    said = {"item": identity.item, where: identity.where, "message": identity.words}
    count = {"count": number} if number > 1 else {}
    return {"code": identity.code, **{key: text for key, text in said.items() if text}, **count}


def read_baseline(content: bytes, shown: str) -> Baseline:
    """What a file says; `shown` is its path as it is printed. Raises Misuse for what is no baseline of this version."""
    try:
        data = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise Misuse(f"{shown} is not UTF-8 text", _ANEW) from None
    except json.JSONDecodeError as fault:
        raise Misuse(f"{shown}:{fault.lineno}:{fault.colno}: not JSON: {_words(fault)}", _ANEW) from None
    except (ValueError, RecursionError) as fault:
        raise Misuse(f"{shown} is no baseline: {fault}", _ANEW) from None
    _check_version(data, shown)
    found: Counter[Identity] = Counter()
    for at, entry in enumerate(data["findings"]):
        identity, number = _read(entry, f"{shown}: findings[{at}]")
        found[identity] += number
    return Baseline(found)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys each stand once."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"`{twice}` stands twice in one object")
    return found


def _words(fault: json.JSONDecodeError) -> str:
    return f"{fault.msg[:1].lower()}{fault.msg[1:]}"


def _check_version(data: Any, shown: str) -> None:
    schema = data.get("schema") if isinstance(data, dict) else None
    name, slash, version = schema.partition("/") if isinstance(schema, str) else ("", "", "")
    if name != _SCHEMA or not slash:
        raise Misuse(f'{shown} is no baseline: it does not say `"schema": "{_SCHEMA}/{_VERSION}"`', _ANEW)
    if version != str(_VERSION):
        raise Misuse(
            f"{shown} has version {version[:20]} of its format, which is not known here",
            f"this alignplan reads version {_VERSION}; use the one that wrote it, or write it anew with --force",
        )
    if set(data) != {"schema", "findings"} or not isinstance(data["findings"], list):
        raise Misuse(f"{shown} is no baseline: it has `schema` and a list `findings`, nothing else", _ANEW)


def _read(entry: Any, place: str) -> tuple[Identity, int]:
    if not isinstance(entry, dict) or not _CODE.match(str(entry.get("code"))):
        raise Misuse(f"{place} has no `code` of a rule", _ANEW)
    where = "field" if "item" in entry else "route"
    unknown = sorted(entry.keys() - {"code", "item", where, "message", "count"})
    if unknown:
        raise Misuse(f"{place}: `{unknown[0]}` has no place there", _ANEW)
    texts = {key: value for key, value in entry.items() if key != "count"}
    wrong = [key for key, value in texts.items() if not (isinstance(value, str) and value)]
    if wrong:
        raise Misuse(f"{place}: `{wrong[0]}` is no text", _ANEW)
    number = entry.get("count", 1)
    if type(number) is not int or not 1 <= number <= _MOST:
        raise Misuse(f"{place}: `count` is no whole number from 1", _ANEW)
    said = [texts.get(key, "") for key in ("item", where, "message")]
    return Identity(texts["code"], *said), number
