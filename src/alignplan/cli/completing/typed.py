"""What was typed up to the cursor, as words: what quotes and backslashes stand for, nothing carried out."""

from __future__ import annotations

__all__ = ["Typed", "from_bash", "plain"]

_JOINS = frozenset((":", "="))
"""Where bash begins a new word, although the shell does not."""
_REDIRECTS = frozenset("<>&|")


class Typed:
    """The words before the cursor, the program's name left out, and the word that is being typed.

    `kept` is how many characters of that word the shell leaves as they are: completions are given without them.
    `quoted` says that a quote is open, so that nothing needs a backslash; `file` that it is a file behind a `>`.
    """

    __slots__ = ("current", "file", "kept", "quoted", "words")

    def __init__(
        self, words: list[str], current: str, *, kept: int = 0, quoted: bool = False, file: bool = False
    ) -> None:
        self.words = words
        self.current = current
        self.kept = kept
        self.quoted = quoted
        self.file = file


def from_bash(arguments: list[str]) -> Typed:
    """From `COMP_CWORD`, `COMP_POINT`, `COMP_LINE` and `COMP_WORDS`, which is split at every `:` and `=`.

    What stands together in the line is put together again; without the line, whatever touches a `:` or `=`.
    """
    at, point, line, *pieces = arguments
    index = int(at)
    cursor = int(point) if line and point.isdecimal() else -1
    starts = _starts(line, pieces, index, cursor)
    if cursor >= 0 <= starts[index]:
        pieces[index] = pieces[index][: max(cursor - starts[index], 0)]
    words = _words(pieces[: index + 1], starts)
    before, current = words.pop()
    if current in _JOINS:
        before, current = before + current, ""
    head = plain(before)[0]
    rest, quoted = plain(current)
    file = bool(words) and _is_redirect(words[-1][1])
    return Typed(_commanded(words), head + rest, kept=len(head), quoted=quoted, file=file)


def _starts(line: str, pieces: list[str], index: int, cursor: int) -> list[int]:
    """Where each piece begins in the line; -1 where that is not known."""
    starts: list[int] = []
    end = 0
    for number, piece in enumerate(pieces):
        if number == index and not piece:
            starts.append(cursor)
            continue
        at = line.find(piece, end) if line and end >= 0 else -1
        starts.append(at)
        end = at + len(piece) if at >= 0 else -1
    return starts


def _words(pieces: list[str], starts: list[int]) -> list[tuple[str, str]]:
    """The words: of each what stands before its last piece, and that."""
    words: list[tuple[str, str]] = []
    for number, piece in enumerate(pieces):
        if number > 1 and _together(pieces, starts, number):
            before, last = words.pop()
            words.append((before + last, piece))
        else:
            words.append(("", piece))
    return words


def _together(pieces: list[str], starts: list[int], number: int) -> bool:
    """Whether a piece goes on where the one before it ends."""
    before, piece = pieces[number - 1], pieces[number]
    if _is_redirect(before) or _is_redirect(piece):
        return False
    if starts[number] >= 0 and starts[number - 1] >= 0:
        return starts[number - 1] + len(before) == starts[number]
    return before in _JOINS or piece in _JOINS


def _is_redirect(piece: str) -> bool:
    return bool(piece) and _REDIRECTS.issuperset(piece)


def _commanded(words: list[tuple[str, str]]) -> list[str]:
    """The words behind the program's name, without files that something is read from or written to."""
    found: list[str] = []
    target = False
    for before, last in words[1:]:
        if not target and not _is_redirect(last):
            found.append(plain(before + last)[0])
        target = _is_redirect(last)
    return found


def plain(raw: str) -> tuple[str, bool]:
    """A word without its quotes and backslashes, and whether a quote is still open. Variables are left as typed."""
    if not _QUOTING.intersection(raw):
        return raw, False
    signs: list[str] = []
    quote = ""
    escaped = False
    for sign in raw:
        if escaped:
            signs.append(sign)
            escaped = False
        elif sign == "\\" and quote != "'":
            escaped = True
        elif quote:
            if sign == quote:
                quote = ""
            else:
                signs.append(sign)
        elif sign in "'\"":
            quote = sign
        else:
            signs.append(sign)
    return "".join(signs), bool(quote)


_QUOTING = frozenset("'\"\\")
