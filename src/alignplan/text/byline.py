"""Plain data from text in the usual block style, line by line: twice as fast as a parser, which need not be loaded.

What is read here is what the parser would read. Whatever is unusual, doubtful or wrong is declined: the parser reads
such a text, and says what is wrong with it.
"""

from __future__ import annotations

import re
from typing import Any

from alignplan.text.brackets import DEEPEST, bracketed
from alignplan.text.nodes import Limits, Quoted
from alignplan.text.signs import CONTROLS, KEY, PLAIN, QUOTED, Declined, Names, unquoted

__all__ = ["read"]

_BLOCK = (
    rf"[|>]-?\n(?P=indent)(?P<margin> +)[^{CONTROLS} ][^{CONTROLS}]*\n+"
    rf"(?:(?P=indent)(?P=margin) *[^{CONTROLS} ][^{CONTROLS}]*\n+){{0,999}}(?!(?P=indent) | *\n| +\Z)"
)
_BRACKETS = rf"[\[{{](?:[^{CONTROLS}#]{{0,9999}},\n ++){{0,999}}[^{CONTROLS}#]{{0,9999}}[\]}}]"
_LINE = re.compile(
    rf"(?P<indent> {{0,999}}(?:- +)?)(?:(?P<key>{KEY}):(?: ++|(?=\n)|\Z)|(?<=- ))"
    rf"(?:(?P<plain>{PLAIN})|(?P<other>{QUOTED}|{_BLOCK}|{_BRACKETS}))?"
    rf"(?:(?<=\n)| *+(?:(?<= )#[^{CONTROLS}]*)?(?:\n+|\Z))"
    rf"| *(?:#[^{CONTROLS}]*)?(?:\n+|\Z)"
    r"|(?P<stray>[\s\S])"
)
# A key or a dash with what stands behind it on the line, or below it as a block of text; else a comment or nothing.
_ODD = "[\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
# Ends of a line for some, halves of pairs, byte order marks and no characters; compiled only when it is needed.
_WRAPPED = re.compile(r",\n +")
_BREAKS = re.compile("\n+")
_NOWHERE = "\n"
# No line is indented like this.
_ROOT = ""


def read(text: str, limits: Limits) -> dict[str, Any] | list[Any] | None:
    """The data of `text`, exactly as the parser's events give them; None for a text that it must read."""
    if _is_beyond(text, limits) or _is_odd(text):
        return None
    text = text.replace("\r\n", "\n").removeprefix("---\n")
    try:
        data: dict[str, Any] | list[Any] | None = _data(text, limits.depth - DEEPEST)
    except Declined:
        return None
    return data


def _is_beyond(text: str, limits: Limits) -> bool:
    """Whether a text could hold more values than are allowed: two a line, and each that is set off in brackets."""
    if len(text) <= limits.nodes:
        return False
    return 3 + 2 * text.count("\n") + sum(text.count(sign) for sign in ",[{") > limits.nodes


def _is_odd(text: str) -> bool:
    """Whether a character beyond ASCII has a meaning of its own, or may not stand in YAML."""
    if text.isascii() or text.replace("\n", "").isprintable():
        return False
    return re.search(_ODD, text) is not None


def _data(text: str, deepest: int) -> Any:
    """The one pass, with no calls for the usual line: the next key of the same mapping, with a plain scalar."""
    around = _Around(deepest)
    node: Any = around.outermost
    waiting: str | None = _ROOT
    column = _NOWHERE
    names = Names()
    for indent, written, plain, other, margin, stray in map(re.Match.groups, _LINE.finditer(text)):
        if indent != column:
            if indent is None:
                if stray is not None:
                    raise Declined
                continue
            node, column = around.enter(indent, written is not None, node, waiting)
            waiting = None
        value = plain if other is None else _value(other, indent, margin, names)
        if written is None:
            _append(node, value)
            continue
        key = names[written]
        if key in node:
            raise Declined
        node[key] = value
        if value is None:
            waiting, column = key, _NOWHERE
    return around.outermost.get(_ROOT)


def _append(entries: list[Any], value: Any) -> None:
    if value is None:
        raise Declined
    entries.append(value)


def _value(written: str, indent: str, margin: str | None, names: Names) -> Any:
    """What is not a plain scalar; a block of text has a `margin` beyond the indent of its key."""
    if written[0] in "[{":
        return bracketed(_WRAPPED.sub(", ", written) if "\n" in written else written, names)
    return unquoted(written) if margin is None else _block(written, indent + margin)


class _Around:
    """The mappings and lists that are open, the inmost last, with the column at which the entries of each begin.

    Outermost is one that holds the whole. A list at the column of its key lies deeper than the mapping of the key.
    """

    __slots__ = ("columns", "deepest", "nodes", "outermost")

    def __init__(self, deepest: int) -> None:
        self.deepest = deepest
        self.outermost: dict[str, Any] = {}
        self.nodes: list[Any] = [self.outermost]
        self.columns = [-1]

    def enter(self, indent: str, has_key: bool, node: Any, waiting: str | None) -> tuple[Any, str]:
        """Where a line that is not the next of a mapping belongs, and the indent of its next lines.

        `node` is the mapping read last, `waiting` its last key where that has no value so far.
        """
        dash = indent.find("-")
        kind, column = (dict, len(indent)) if dash < 0 else (list, dash)
        if waiting is not None and column + (kind is list) > self.columns[-1]:
            node[waiting] = inner = self._open(kind(), column)
        else:
            inner = self._reached(kind, column)
        if dash < 0:
            return inner, indent
        if not has_key:
            return inner, _NOWHERE
        entry = self._open({}, len(indent))
        inner.append(entry)
        return entry, " " * len(indent)

    def _open(self, node: Any, column: int) -> Any:
        if len(self.nodes) > self.deepest:
            raise Declined
        self.nodes.append(node)
        self.columns.append(column)
        return node

    def _reached(self, kind: type, column: int) -> Any:
        """The open mapping or list whose entries begin at `column`; those deeper are closed."""
        nodes, columns = self.nodes, self.columns
        while columns[-1] > column or (columns[-1] == column and nodes[-1].__class__ is not kind):
            nodes.pop()
            columns.pop()
        if columns[-1] != column:
            raise Declined
        return nodes[-1]


def _block(written: str, margin: str) -> Quoted:
    """A literal or folded text, its first line (`|`, `>-` …) with it."""
    if "-" in margin:  # behind a dash it is not the indent that the text must exceed
        raise Declined
    head, _, body = written.partition("\n")
    body = body[len(margin) :].replace(f"\n{margin}", "\n").rstrip("\n")
    if head[0] == ">":
        if "\n " in body:
            raise Declined
        body = _BREAKS.sub(lambda run: run[0][1:] or " ", body)
    return Quoted(body if head[1:] else f"{body}\n")
