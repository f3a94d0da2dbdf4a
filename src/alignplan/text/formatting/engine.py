"""From a text to its canonical form, in rounds; the new text reads as the same data, with the same comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from alignplan.text.events import SyntaxFault
from alignplan.text.formatting.brackets import aligned
from alignplan.text.formatting.layout import laid_out
from alignplan.text.formatting.lineends import origin, plain, with_line_ends
from alignplan.text.formatting.order import in_order
from alignplan.text.formatting.sameness import difference
from alignplan.text.formatting.shape import Shape
from alignplan.text.formatting.tokens import Token, comments, outlined, tokens
from alignplan.text.patching import Edit, Patched, Refused
from alignplan.text.patching.outline import Outline
from alignplan.text.patching.pieces import Pieces
from alignplan.text.tree import Tree, parse

__all__ = ["formatted"]


def formatted(text: str, shape: Shape) -> Patched:
    """The canonical form of a text without a byte order mark, and the edits that give it that form.

    Raises :class:`Refused` where the text cannot be read without a fault, and where it has keys that are no words.
    """
    try:
        return with_line_ends(text, _formatted(plain(text), shape))
    except Refused as error:
        raise Refused(error.message, origin(text, error.offset), error.help) from None


def _formatted(text: str, shape: Shape) -> tuple[Edit, ...]:
    tree = parse(text)
    if tree.faults or not tree.whole:
        fault = tree.faults[0]
        raise Refused(fault.message, fault.span[0], fault.help)
    for ordered in (True, False):
        work = _Work(text, tree, shape)
        try:
            work.form(ordered=ordered)
        except SyntaxFault:
            continue
        if work.says_the_same():
            return work.pieces.edits()
    raise Refused("its canonical form would not say the same", 0, "this is a fault of ours: please report it")


class _Work:
    """A text on its way."""

    def __init__(self, text: str, tree: Tree, shape: Shape) -> None:
        self.pieces = Pieces(text)
        self._tree = tree
        self._shape = shape
        self._look()
        self._comments = comments(text, self._row)

    def _look(self) -> None:
        self._seen: Outline = outlined(self.pieces.text, self._tree.data)
        self._row: list[Token] = tokens(self._seen)

    def form(self, *, ordered: bool) -> None:
        """Make all the rounds. Keys change places between lines that have their columns.

        Entries are set off after that: blank lines keep their places.
        """
        self._turn(lambda: laid_out(self._seen.text, self._row, replace(self._shape, sections=frozenset())))
        if ordered:
            self._turn(lambda: in_order(self._seen, self._shape))
        self._turn(lambda: laid_out(self._seen.text, self._row, self._shape))
        self._turn(lambda: aligned(self._seen.text, self._row))

    def _turn(self, edits_of: Callable[[], list[Edit]]) -> None:
        edits = edits_of()
        if edits:
            self.pieces.edit(edits)
            self._look()

    def says_the_same(self) -> bool:
        """Whether data and comments are what they were."""
        if self.pieces.text == self.pieces.old:
            return True
        tree = parse(self.pieces.text)
        same = not tree.faults and difference(self._tree.data, tree.data, self._shape) is None
        return same and Counter(self._comments) == Counter(comments(self.pieces.text, self._row))
