"""What is offered: a word, what it is, and whether more is to be typed behind it."""

from __future__ import annotations

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every key
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    About = str | Callable[[], str]

__all__ = ["FILES", "FOLDERS", "Answer", "Offer", "beginning"]

FILES = "files"
FOLDERS = "folders"


class Offer:
    """A word to put in the place of what was typed. `goes_on`: no blank behind it.

    What it is may be a function, so that a title is looked for only where it is shown.
    """

    __slots__ = ("about", "goes_on", "word")

    def __init__(self, word: str, about: About = "", *, goes_on: bool = False) -> None:
        self.word = word
        self.about = about
        self.goes_on = goes_on

    def behind(self, head: str) -> Offer:
        """The same with what stands before it."""
        return Offer(head + self.word, self.about, goes_on=self.goes_on) if head else self


class Answer:
    """All that is offered; or `files` or `folders`, which the shell lists itself, for what stands behind `head`.

    `directory` is where they are looked for; empty for where the shell is.
    """

    __slots__ = ("directory", "head", "listed", "offers")

    def __init__(
        self, offers: Iterable[Offer] = (), listed: str = "", head: str = "", directory: str = ""
    ) -> None:
        self.offers = list(offers)
        self.listed = listed
        self.head = head
        self.directory = directory


def beginning(offers: Iterable[Offer], word: str) -> list[Offer]:
    """Those that begin like the word."""
    return [offer for offer in offers if offer.word.startswith(word)]
