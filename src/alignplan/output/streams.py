"""Writing to the standard streams: no text breaks them, a closed pipe is quiet, a full disk is said."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TextIO

from alignplan.errors import Misuse
from alignplan.output.ink import Ink, Pen, is_terminal
from alignplan.output.pager import Pager, find_pager

__all__ = ["finish", "prepare", "refusal", "say", "write"]

_LINES_AT_ONCE = 2_000


def prepare() -> None:
    """Make both standard streams take any text: what their encoding lacks is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write(lines: Iterable[str], *, paged: bool = False) -> None:
    """Write lines (each without its end) to standard output and flush it.

    `paged`: through the pager where standard output is a terminal and they do not fit on its screen. A reader who
    closed the pipe ends the writing quietly. Raises Misuse where standard output cannot be written.
    """
    stream = sys.stdout
    if stream is None or stream.closed:
        raise Misuse("cannot write the output: standard output is closed")
    rest = iter(lines)
    if paged and is_terminal(stream):
        rest = _through_pager(rest, stream)
    try:
        for text in _in_chunks(rest):
            stream.write(text)
        stream.flush()
    except OSError as error:
        _give_up(stream)
        if error.errno != errno.EPIPE:
            raise Misuse(f"cannot write the output: {error.strerror or error}") from error


def finish() -> None:
    """Flush what others wrote to standard output, as :func:`write` does; the last act of a command."""
    if sys.stdout is not None and not sys.stdout.closed:
        write(())


def say(lines: Iterable[str]) -> None:
    """Write lines to standard error: notes, refusals. What cannot be written there is lost in silence."""
    stream = sys.stderr
    if stream is None or stream.closed:
        return
    try:
        stream.writelines(f"{line}\n" for line in lines)
        stream.flush()
    except OSError:
        _give_up(stream)


def refusal(misuse: Misuse, ink: Ink) -> Iterator[str]:
    """What the person who typed a command reads when it cannot be carried out."""
    yield f"{ink.stroke(ink.sign('error:'), Pen.BOLD_RED)} {ink.show(misuse.message)}"
    if misuse.hint:
        yield f"{ink.stroke(ink.sign('help:'), Pen.BOLD_CYAN)} {ink.show(misuse.hint)}"


def _in_chunks(lines: Iterator[str]) -> Iterator[str]:
    while chunk := list(islice(lines, _LINES_AT_ONCE)):
        yield "\n".join(chunk) + "\n"


def _through_pager(lines: Iterator[str], stream: TextIO) -> Iterator[str]:
    """Give the lines to the pager; back come those that need none."""
    height = _screen_height(stream)
    screenful = list(islice(lines, height))
    shown = chain(screenful, lines)
    pager = find_pager(os.environ) if len(screenful) >= height else None
    if pager is None or not _read_in(pager, shown, stream):
        return shown
    return iter(())


def _read_in(pager: Pager, lines: Iterator[str], stream: TextIO) -> bool:
    stream.flush()
    return pager.show(_in_chunks(lines), stream.encoding)


def _screen_height(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).lines or 24
    except (OSError, ValueError):
        return 24


def _give_up(stream: TextIO) -> None:
    """Let the interpreter's last flush go nowhere, instead of failing after everything is said."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass
