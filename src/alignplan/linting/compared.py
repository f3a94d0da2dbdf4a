"""Which findings one version of a plan has and another has not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from alignplan.diagnostics.finding import Finding
from alignplan.diagnostics.identity import Identity, identity_of, known_among, renamed
from alignplan.linting.judged import Judged

if TYPE_CHECKING:
    from alignplan.diagnostics.report import Reported

__all__ = ["known_from", "new_and_solved"]


def new_and_solved(
    before: Sequence[Judged], after: Sequence[Judged], name: Callable[[str], str]
) -> tuple[list[Judged], list[Judged]]:
    """The findings of `after` alone, and those of `before` alone; `name` says what ids of before are called after.

    A finding is the same by what it is known by, see :mod:`alignplan.diagnostics.identity`: where its line is, or its
    file, makes it no other. Where one version has more of the same, what it has more is new, or solved.
    """
    old, new = [[entry.finding for entry in side if entry.waived is None] for side in (before, after)]
    named = [renamed(identity_of(finding), name) for finding in old]
    there = [identity_of(finding) for finding in new]
    return (
        _without(after, known_among(there, Counter(named), _said_again(new, there, old, named))),
        _without(before, known_among(named, Counter(there), _said_again(old, named, new, there))),
    )


def known_from(
    before: Sequence[Finding], after: Sequence[Finding | Reported], name: Callable[[str], str]
) -> list[bool]:
    """Of each finding of `after` whether `before` has it, by the same measure."""
    named = [renamed(identity_of(finding), name) for finding in before]
    there = [identity_of(finding) for finding in after]
    return known_among(there, Counter(named), _said_again(after, there, before, named))


def _said_again(
    some: Sequence[Finding | Reported],
    identities: Sequence[Identity],
    others: Sequence[Finding | Reported],
    known: Sequence[Identity],
) -> set[int]:
    """The places of those of some that others are, to the word."""
    words = {(identity, other.message) for identity, other in zip(known, others, strict=True)}
    pairs = enumerate(zip(identities, some, strict=True))
    return {at for at, (identity, one) in pairs if (identity, one.message) in words}


def _without(judged: Sequence[Judged], marks: Sequence[bool]) -> list[Judged]:
    open_ = (entry for entry in judged if entry.waived is None)
    return [entry for entry, is_known in zip(open_, marks, strict=True) if not is_known]
