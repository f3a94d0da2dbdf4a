"""Texts as people typed them into forms → texts as a person would type them into a plan."""

from __future__ import annotations

import re

__all__ = [
    "PARAGRAPH_MARKS",
    "first_words",
    "is_pending",
    "is_placeholder",
    "line",
    "prose",
    "unit_is_absent",
]

PARAGRAPH_MARKS = frozenset({"^", "^^"})
"""How StratML forms write line and paragraph breaks: words of their own."""
_BULLETS = frozenset({"*", "-", "•", "·", "–", "—", "▪", "◦", "‣"})

_PENDING = re.compile(
    r"tb[acd]|to ?be ?(determined|decided|defined|announced|confirmed|completed|provided|added|supplied|developed)"
)
_UNFILLED = re.compile(
    r"n/?a|not (available|applicable|provided|specified)|todo|to do|fixme|placeholder(_\d+)?|lorem ipsum.*|null|x{3,}"
)
# In brackets only: without them these are words that a title may well be.
_FIELD = re.compile(
    r"((goal|objective|vision|mission|value|organi[sz]ation|stakeholder|indicator|plan|report|role|your|the)s?'? )*"
    r"(name|description|title|text|statement|acronym|identifier|goal|objective|vision|mission|value|organi[sz]ation"
    r"|stakeholder|role|date|source|unit|none|blank|empty|unknown|unnamed|untitled|unspecified|missing|pending)s?"
    r"|(insert|enter|type|fill in|add your|your) .*|to be .*|\.\.\.|…"
)
_VARIABLE = re.compile(r"\S*\$\{[^}]*\}\S*")


def line(text: str) -> str:
    """The text on one line: every run of white space is one space."""
    return " ".join(text.split())


def prose(text: str) -> str:
    """The text in paragraphs (an empty line between) and lines; white space is collapsed inside a line.

    Empty lines and the mark `^^` end a paragraph; the mark `^`, and a line that begins with a bullet, begin a line.
    Other line breaks are only how the text was wrapped.
    """
    paragraphs: list[list[list[str]]] = [[[]]]
    for written in text.split("\n"):
        words = written.split()
        if not words:
            paragraphs.append([[]])
        elif words[0] in _BULLETS and len(words) > 1:
            paragraphs[-1].append([])
        for word in words:
            if word == "^":
                paragraphs[-1].append([])
            elif len(word) > 1 and not word.strip("^"):
                paragraphs.append([[]])
            else:
                paragraphs[-1][-1].append(word)
    joined = ("\n".join(" ".join(words) for words in paragraph if words) for paragraph in paragraphs)
    return "\n\n".join(paragraph for paragraph in joined if paragraph)


def is_placeholder(text: str) -> bool:
    """True when the text only holds the place of one: `[To be determined]`, TBD, `[Description]`, `${date}`, `...`."""
    collapsed = line(text)
    if not any(sign.isalnum() for sign in collapsed):
        return True
    return _is_unfilled(collapsed)


def unit_is_absent(text: str) -> bool:
    """As :func:`is_placeholder`, of a unit: signs alone (`%`, `$`) are units."""
    collapsed = line(text)
    return not collapsed.strip("-–—_.…?") or _is_unfilled(collapsed)


def is_pending(text: str) -> bool:
    """True for `[To be determined]` and its kin: the document itself says that there is no result yet."""
    return _PENDING.fullmatch(_bare(line(text))) is not None


def _is_unfilled(collapsed: str) -> bool:
    if len(collapsed) > 200:
        return False
    bare = _bare(collapsed)
    if _PENDING.fullmatch(bare) or _UNFILLED.fullmatch(bare) or _VARIABLE.fullmatch(collapsed):
        return True
    bracketed = collapsed[0] in "[<{" and collapsed[-1] in "]>}"
    return bracketed and _FIELD.fullmatch(bare) is not None


def _bare(collapsed: str) -> str:
    return collapsed[:200].casefold().strip("[]<>{}() .:;!?*…")


def first_words(text: str, limit: int = 100) -> str:
    """The first sentence of a text, cut at a word (and marked `…`) where it is longer than `limit` characters."""
    head = text.strip().split("\n", 1)[0]
    sentence = re.match(r"[^.!?]{8,}[.!?](?=\s|$)", head[: limit + 2])
    if sentence and len(sentence[0]) <= limit:
        return sentence[0].rstrip(".")
    if len(head) <= limit:
        return head
    cut = head[:limit].rsplit(" ", 1)[0].rstrip(" ,;:-–—")
    return f"{cut}…"
