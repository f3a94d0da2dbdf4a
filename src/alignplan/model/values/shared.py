"""What is kept while plans are read, so that all who say the same share one value."""

from __future__ import annotations

from alignplan.model.values import links, texts

__all__ = ["let_go"]


def let_go() -> None:
    """Forget it once a plan is read: the values stay where they are used, and the memory of a large plan counts."""
    for kept in (*links.KEPT, *texts.KEPT):
        kept.cache_clear()
