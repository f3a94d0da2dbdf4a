"""What makes an English title a wish: words that promise nothing, no verb, no object.

A heuristic on word lists, made to be wrong rather by silence than by noise. A title has a verb when its first
word is one (or looks like one: it ends in -ize, -ify, -ate, or stands before `the`, `each`, a number …), or
when another word is a form of a verb that is not as often a noun. It has an object when a word is left that is
neither that verb nor says only how.
"""

from __future__ import annotations

import re
from enum import Enum

from alignplan.analysis.english import (
    DETERMINERS,
    FILLERS,
    FUNCTION_WORDS,
    IRREGULAR_VERBS,
    NOUNS_TOO,
    VERB_ENDINGS,
    VERBS,
    WEASELS,
)
from alignplan.records import record

__all__ = ["Vague", "Want", "vagueness"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_WEASEL = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, WEASELS), key=len, reverse=True))})(?!\w)")
_LEADING = frozenset(("to", "not", "never", "always", "also", "please"))


class Want(Enum):
    """What a title wants."""

    SUBSTANCE = "substance"
    VERB = "a verb"
    OBJECT = "an object"


@record
class Vague:
    """What a title wants, and the word that shows it (where one does)."""

    want: Want
    word: str = ""


def vagueness(title: str) -> Vague | None:
    """What makes a title vague; nothing where it says who could check what."""
    words = _WORD.findall(title.casefold())
    weasel = _WEASEL.search(" ".join(re.split(r"[\s\-‐‑–—]+", title.casefold())))
    if weasel is not None:
        return Vague(Want.SUBSTANCE, weasel[0])
    if not any(word.isascii() and word.isalpha() for word in words):
        return None
    while words and words[0] in _LEADING:
        words = words[1:]
    verb = _verb_at(words)
    if verb is None:
        return Vague(Want.VERB)
    rest = words[:verb] + words[verb + 1 :]
    if all(word in FUNCTION_WORDS or word in FILLERS for word in rest):
        return Vague(Want.OBJECT, words[verb])
    return None


def _verb_at(words: list[str]) -> int | None:
    """Where the verb stands."""
    if words and _opens(words):
        return 0
    for at, word in enumerate(words):
        if word in IRREGULAR_VERBS or (word not in NOUNS_TOO and _is_form(word)):
            return at
    return None


def _opens(words: list[str]) -> bool:
    """Whether the first word is a command."""
    first = words[0]
    if first in FUNCTION_WORDS or first[0].isdigit():
        return False
    if first in VERBS or first in IRREGULAR_VERBS or first.endswith(VERB_ENDINGS):
        return True
    following = words[1] if len(words) > 1 else ""
    return following in DETERMINERS or following[:1].isdigit()


def _is_form(word: str) -> bool:
    """Whether a word is a verb with an ending: `-s`, `-ed` or `-ing`, not one that is also a plural noun."""
    if word in VERBS:
        return True
    for ending, instead in (
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ied", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
    ):
        root = word.removesuffix(ending) + instead
        if word.endswith(ending) and root in VERBS and root not in NOUNS_TOO:
            return True
    return False
