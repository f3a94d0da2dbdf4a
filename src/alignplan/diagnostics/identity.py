"""What a finding is known by from one version of a plan to another, and which of many are known already."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from alignplan.diagnostics.finding import Finding
    from alignplan.diagnostics.report import Reported

__all__ = ["Identity", "identity_of", "known_among", "renamed"]

_QUOTED = re.compile(r"`([^`\n]+)`")


class Identity(NamedTuple):
    """Rule, item and field; without an item the route instead of the field.

    No line and no file: neither lines that move nor items that move to another file make another finding. `words` is
    what a fault of the files themselves says, or one that is about no item: those are many things under one rule.
    """

    code: str
    item: str = ""
    where: str = ""
    words: str = ""


def identity_of(found: Finding | Reported) -> Identity:
    """What a finding is known by."""
    code, _, where = found.identity
    if found.item:
        return Identity(code, found.item, found.field, found.message if code.startswith("E") else "")
    return Identity(code, "", where, found.message)


def renamed(identity: Identity, names: Callable[[str], str]) -> Identity:
    """The same where ids are called otherwise: `names` says how."""
    section, slash, inner = identity.where.partition("/")
    where = f"{section}{slash}{_named_inside(inner, names)}" if slash else section
    words = _QUOTED.sub(lambda quoted: f"`{names(quoted[1])}`", identity.words)
    return Identity(identity.code, names(identity.item), where, words)


def _named_inside(inner: str, names: Callable[[str], str]) -> str:
    """An address, or one with something behind it."""
    if names(inner) != inner:
        return names(inner)
    id, slash, rest = inner.partition("/")
    return f"{names(id)}{slash}{rest}"


def known_among(
    found: Sequence[Identity],
    known: Mapping[Identity, int],
    likely: Collection[int] = (),
) -> list[bool]:
    """Of each finding whether it is known. Of more that share an identity than are known, so many are and no more.

    Those at the places `likely` count first, then the others in order.
    """
    left = Counter(known)
    marks = [False] * len(found)
    for at in sorted(range(len(found)), key=lambda at: at not in likely):
        if left[found[at]] > 0:
            left[found[at]] -= 1
            marks[at] = True
    return marks
