"""The lines of a text in block style: how far each is indented, what parts its tokens, where blank lines stand."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.text.formatting.brackets import spaced
from alignplan.text.formatting.gaps import Gap, Gaps
from alignplan.text.formatting.scalars import reindented
from alignplan.text.formatting.shape import Shape
from alignplan.text.formatting.tokens import Part, Token
from alignplan.text.patching import Edit
from alignplan.text.patching.outline import Kind

__all__ = ["laid_out"]


def laid_out(text: str, row: list[Token], shape: Shape) -> list[Edit]:
    """The edits by which lines get their indentation, and by which spaces and blank lines are as many as they should.

    They change nothing but white space.
    """
    edits = [*_between(text, row, shape), *(edit for token in row for edit in _within(text, token))]
    return sorted(edit for edit in edits if text[edit.start : edit.end] != edit.new)


def _between(text: str, row: list[Token], shape: Shape) -> Iterator[Edit]:
    gaps = Gaps(text, shape)
    before: Token | None = None
    at = 0
    for token in [*row, None]:
        end = len(text) if token is None else token.start
        written = text[at:end]
        if before is None or token is None or "\n" in written:
            if token is None or not gaps.is_plain(written, before, token):
                yield Edit(at, end, gaps.between(Gap(at, end, before, token)))
        elif written != " ":
            yield Edit(at, end, " ")
        if token is not None:
            gaps.passed(token)
            before, at = token, token.end


def _within(text: str, token: Token) -> Iterator[Edit]:
    """What is to change inside a token: before its colon, between brackets, the further lines of a text."""
    node, entry = token.node, token.entry
    if token.part is Part.ENTRY and entry is not None and entry.key_end >= 0:
        if entry.key_end == token.end - 1 and text[entry.key_start] != "*":
            return  # as it nearly always is
        alias = text[entry.key_start] == "*"
        yield Edit(entry.key_end, token.end - 1, " " if alias else "")
    elif token.part is Part.VALUE and node.is_container:
        yield from spaced(text, node)
    elif token.part is Part.VALUE and node.kind is Kind.SCALAR:
        yield from reindented(text, token)
