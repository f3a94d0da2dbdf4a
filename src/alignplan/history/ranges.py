"""`REV..REV` as it is typed."""

from __future__ import annotations

from alignplan.records import record

__all__ = ["Range", "range_of"]

_HEAD = "HEAD"


@record
class Range:
    """Two revisions to compare; without `new` the first with the files as they stand.

    `parted`: not with `old` itself but with where the two parted.
    """

    old: str
    new: str | None = None
    parted: bool = False


def range_of(text: str) -> Range:
    """`A..B`, `A...B` or `A`; a side that is left out is `HEAD`, as in git.

    >>> range_of("main..").new, range_of("main...HEAD").parted, range_of("v1.0")
    ('HEAD', True, Range(old='v1.0', new=None, parted=False))
    """
    for dots in ("...", ".."):
        old, found, new = text.partition(dots)
        if found:
            return Range(old or _HEAD, new or _HEAD, dots == "...")
    return Range(text or _HEAD)
