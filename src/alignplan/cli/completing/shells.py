"""The answer as each shell reads it: one line that says what follows, then a word a line.

Words and titles come from plans: a word that a shell could not take as it stands is quoted or left out, and of a title
only what can be seen is shown, on one line.
"""

from __future__ import annotations

from alignplan.cli.completing.offers import Answer, Offer, beginning
from alignplan.cli.completing.typed import Typed, from_bash

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every key
if TYPE_CHECKING:
    from collections.abc import Callable

    Shell = tuple[Callable[[list[str]], Typed], Callable[[Answer, Typed], list[str]]]

__all__ = ["SHELLS"]

_WIDEST = 72
_MOST = 5_000
"""Words that are given although none begins like what was typed: the shell may find it within them."""
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=+,@%")


def _about(offer: Offer) -> str:
    """What an offer is, as one line of what can be seen."""
    text = offer.about if isinstance(offer.about, str) else offer.about()
    text = " ".join(text[: 4 * _WIDEST].split())
    if not (text.isascii() and text.isprintable()):
        from alignplan.output.escape import terminal

        text = terminal(text)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1].rstrip()}…"


def _bash(answer: Answer, typed: Typed) -> list[str]:
    """`words`, or `open` where no blank is to follow; `files` or `folders` with the folder that they are in.

    Words without what bash keeps of the one that is typed.
    """
    if answer.listed:
        return [f"{answer.listed} {answer.directory}".rstrip()]
    found = beginning(answer.offers, typed.current)
    words = [offer.word[typed.kept :] for offer in found]
    if not typed.quoted:
        words = [_escaped(word) for word in words]
    return ["open" if len(found) == 1 and found[0].goes_on else "words", *words]


def _escaped(word: str) -> str:
    """A word with a backslash before each sign that means something to a shell."""
    return "".join(sign if sign in _BARE or sign.isalnum() else f"\\{sign}" for sign in word)


def _chosen(answer: Answer, typed: Typed) -> list[Offer]:
    """Those that begin like what is typed; where none does, all."""
    return beginning(answer.offers, typed.current) or answer.offers[:_MOST]


def _zsh(answer: Answer, typed: Typed) -> list[str]:
    """`words`, or what to list: how many characters of the word stay, and the folder.

    Words as `_describe` takes them, colons and backslashes escaped; before each `+` where no blank is to follow, else
    `-`.
    """
    if answer.listed:
        return [f"{answer.listed} {len(answer.head)} {answer.directory}".rstrip()]
    lines = []
    for offer in _chosen(answer, typed):
        word = offer.word.replace("\\", "\\\\").replace(":", "\\:")
        about = _about(offer).replace("\\", "\\\\")
        lines.append(f"{'+' if offer.goes_on else '-'}{word}{':' if about else ''}{about}")
    return ["words", *lines]


def _fish(answer: Answer, typed: Typed) -> list[str]:
    """`words`, or what to list: what of the word stays, and the folder. Words with a tab before what they are."""
    if answer.listed:
        return [answer.listed, answer.head, answer.directory]
    return ["words", *(f"{offer.word}\t{_about(offer)}".rstrip() for offer in _chosen(answer, typed))]


def _words_of(arguments: list[str]) -> Typed:
    """The word at the cursor, the program, the words before the cursor: quotes are gone already."""
    current, *words = arguments
    return Typed(words[1:], current)


SHELLS: dict[str, Shell] = {
    "bash": (from_bash, _bash),
    "zsh": (_words_of, _zsh),
    "fish": (_words_of, _fish),
}
"""How each shell's call is read, and its answer written."""
