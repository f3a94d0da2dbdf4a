"""What is served: a page of now, pages of the past, and what tells that the first has changed."""

from __future__ import annotations

from typing import Protocol

from alignplan.records import record

__all__ = ["Page", "Site"]


@record
class Page:
    """A page, and what a browser may do with it (`Content-Security-Policy`). `found` is false of what is not there."""

    text: str
    policy: str
    found: bool = True


class Site(Protocol):
    """Whoever knows the pages. It is asked from several threads, and never raises for what stands in a plan."""

    def now(self) -> Page:
        """The page of now."""
        ...

    def at(self, revision: str) -> Page:
        """The page of a revision."""
        ...

    def state(self) -> str:
        """A word that is another one as soon as the page of now may be another one. It is asked often."""
        ...

    def tell(self, error: Exception) -> None:
        """Tell of a bug of ours, met while a request was answered."""
        ...
