"""A change of texts as a unified diff that `git apply` and `patch` take, to the byte."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from alignplan.text.patching import Edit

__all__ = ["unified"]

_CONTEXT = 3
_COMPARED = 400
# Lines of a stretch that are compared with each other; a longer one is told as gone and come.


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines from `start` to `end` (exclusive, from 0) of the old text, and those that take their place."""

    start: int
    end: int
    new: tuple[str, ...]


def unified(path: str, old: str | None, edits: Sequence[Edit]) -> str:
    """The diff of one file; `old` is none where there is no such file yet. Empty where nothing changes."""
    lines = _lines(old or "")
    stretches = _joined(_stretches(old or "", lines, edits))
    if not stretches:
        return ""
    a, b = _quoted(f"a/{path}"), _quoted(f"b/{path}")
    head = f"diff --git {a} {b}\n"
    if old is None:
        head += f"new file mode 100644\n--- /dev/null\n+++ {_ended(b)}\n"
    else:
        head += f"--- {_ended(a)}\n+++ {_ended(b)}\n"
    return head + "".join(_hunks(lines, stretches))


def _lines(text: str) -> list[str]:
    """Lines with their ends; only LF ends one."""
    parts = text.split("\n")
    return [*(f"{part}\n" for part in parts[:-1]), *([parts[-1]] if parts[-1] else [])]


def _stretches(old: str, lines: list[str], edits: Sequence[Edit]) -> Iterator[_Stretch]:
    """The lines that the edits touch, each as short as can be."""
    starts = [0, *accumulate(map(len, lines))]
    open_end = bool(old) and not old.endswith("\n")
    for first, last, some in _touched(starts, edits, len(lines) - open_end):
        at, end = starts[first], starts[last]
        pieces: list[str] = []
        for edit in some:
            pieces += [old[at : edit.start], edit.new]
            at = edit.end
        yield from _shortened(first, lines[first:last], _lines("".join([*pieces, old[at:end]])))


def _joined(stretches: Iterator[_Stretch]) -> list[_Stretch]:
    """Stretches without a line between them are told as one: first what goes, then what comes."""
    joined: list[_Stretch] = []
    for one in stretches:
        if joined and joined[-1].end == one.start:
            last = joined.pop()
            joined.append(_Stretch(last.start, one.end, last.new + one.new))
        else:
            joined.append(one)
    return joined


def _touched(starts: list[int], edits: Sequence[Edit], end: int) -> Iterator[tuple[int, int, list[Edit]]]:
    """First and last line (exclusive) of what edits touch together; the line behind a removed one is one of them.

    `end` is the line of the end of the text: the one behind the last, where that is ended.
    """
    together: list[Edit] = []
    first = last = 0
    for edit in edits:
        begin, until = (min(bisect_right(starts, at) - 1, end) for at in (edit.start, edit.end))
        if together and begin < last:
            together.append(edit)
        else:
            if together:
                yield first, last, together
            together, first = [edit], begin
        last = min(until + 1, len(starts) - 1)
    if together:
        yield first, last, together


def _shortened(first: int, old: list[str], new: list[str]) -> Iterator[_Stretch]:
    lead = 0
    while lead < min(len(old), len(new)) and old[lead] == new[lead]:
        lead += 1
    tail = 0
    while tail < min(len(old), len(new)) - lead and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    old, new, first = old[lead : len(old) - tail], new[lead : len(new) - tail], first + lead
    if len(old) + len(new) > _COMPARED:
        yield _Stretch(first, first + len(old), tuple(new))
        return
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _Stretch(first + i, first + j, tuple(new[k:m]))


def _hunks(lines: list[str], stretches: list[_Stretch]) -> Iterator[str]:
    shift = 0
    for group in _groups(stretches):
        begin = max(group[0].start - _CONTEXT, 0)
        end = min(group[-1].end + _CONTEXT, len(lines))
        body: list[str] = []
        at = begin
        for one in group:
            body += [_line(" ", line) for line in lines[at : one.start]]
            body += [_line("-", line) for line in lines[one.start : one.end]]
            body += [_line("+", line) for line in one.new]
            at = one.end
        body += [_line(" ", line) for line in lines[at:end]]
        grown = sum(len(one.new) - (one.end - one.start) for one in group)
        yield f"@@ -{_range(begin, end - begin)} +{_range(begin + shift, end - begin + grown)} @@\n"
        yield "".join(body)
        shift += grown


def _groups(stretches: list[_Stretch]) -> Iterator[list[_Stretch]]:
    """Stretches whose surroundings meet are told together."""
    group: list[_Stretch] = []
    for one in stretches:
        if group and one.start - group[-1].end > 2 * _CONTEXT:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _range(start: int, length: int) -> str:
    if length == 1:
        return f"{start + 1}"
    return f"{start + 1 if length else start},{length}"


def _line(sign: str, line: str) -> str:
    return f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"


def _quoted(path: str) -> str:
    """A path as git writes it: what is no plain ASCII in octal, between quotes."""
    content = path.encode("utf-8", "surrogateescape")
    if all(0x20 <= byte < 0x7F and byte not in b'"\\' for byte in content):
        return path
    return '"' + "".join(_byte(byte) for byte in content) + '"'


def _byte(byte: int) -> str:
    if byte in b'"\\':
        return "\\" + chr(byte)
    return chr(byte) if 0x20 <= byte < 0x7F else f"\\{byte:03o}"


def _ended(name: str) -> str:
    """A name with a blank in it ends with a tab, so that it is read to its end."""
    return f"{name}\t" if " " in name and not name.startswith('"') else name
