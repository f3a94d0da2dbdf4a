"""Questions to a person at a terminal: a text, a day, a choice, yes or no.

They are put on standard error, so that standard output holds the result alone. Enter takes the default, `-` leaves the
answer out, and an answer that does not fit is asked for again with the reason. Ctrl-D takes the defaults of all that is
still to be asked; Ctrl-C is a `KeyboardInterrupt`, like everywhere.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from typing import TypeVar

from alignplan.errors import Misuse
from alignplan.output.escape import Shown
from alignplan.output.ink import Ink, Pen, ink_for, is_terminal
from alignplan.output.measure import width, wrap
from alignplan.output.streams import say

__all__ = ["LEFT_OUT", "Asker", "as_day", "as_text", "asker", "can_ask"]

T = TypeVar("T")

LEFT_OUT = "-"
"""What is typed where there is to be no answer, not even the default."""


def can_ask(*, no_input: bool = False) -> bool:
    """Whether someone may be asked: not with `--no-input`, and only where questions are seen and answers typed."""
    there = is_terminal(sys.stdin) and is_terminal(sys.stderr) and sys.stdout is not None
    return there and not no_input


def asker(*, no_input: bool = False) -> Asker:
    """Who puts the questions; where nobody may be asked, every answer is the default."""
    return Asker(_typed if can_ask(no_input=no_input) else None, ink_for(sys.stderr, os.environ))


class Asker:
    """Puts questions, one after the other; `read` shows a prompt and gives the line that was typed behind it."""

    __slots__ = ("_ink", "_read")

    def __init__(self, read: Callable[[str], str] | None, ink: Ink) -> None:
        self._read = read
        self._ink = ink

    @property
    def asks(self) -> bool:
        """Whether someone is still asked: false from the start where nobody is there, and after Ctrl-D."""
        return self._read is not None

    def tell(self, *lines: str) -> None:
        """Say something between the questions, in lines that fit; nothing where nobody is asked."""
        if self.asks:
            say(part for line in lines for part in self._fitted(line))

    def value(
        self, question: str, read: Callable[[str], T], *, default: str = "", needed: str = ""
    ) -> T | None:
        """What `read` makes of the answer, or none where it is left out.

        `read` raises Misuse with the reason against an answer; then the question is put again. `needed` is the reason
        against leaving it out. Raises Misuse only where nobody can be asked again.
        """
        while True:
            try:
                answer = self._answer(question, default)
                if answer or not needed:
                    return read(answer) if answer else None
                raise Misuse(needed)
            except Misuse as reason:
                if not self.asks:
                    raise
                self._tell_reason(question, reason)

    def text(self, question: str, *, default: str = "", needed: str = "") -> str | None:
        """A text, without the blanks around it."""
        return self.value(question, as_text, default=default, needed=needed)

    def day(
        self,
        question: str,
        *,
        default: str = "",
        start: bool = False,
        fits: Callable[[date], None] | None = None,
    ) -> str | None:
        """A day or period, as typed; `fits` raises Misuse for a day that cannot be (of a period its last, or first)."""

        def read(text: str) -> str:
            day = as_day(text, start=start)
            if fits is not None:
                fits(day)
            return text

        return self.value(question, read, default=default)

    def choice(self, question: str, options: Sequence[str], *, default: str = "") -> str | None:
        """One of the options, which may be typed as far as it is the only one that begins so."""

        def read(text: str) -> str:
            begun = [option for option in options if option.startswith(text.casefold())]
            if text in options or len(begun) == 1:
                return text if text in options else begun[0]
            raise Misuse(f"`{text}` is none of them", "write " + ", ".join(options))

        return self.value(f"{question} ({', '.join(options)})", read, default=default)

    def agrees(self, question: str, *, default: bool = True) -> bool:
        """Yes or no; Ctrl-D is no."""
        while self._read is not None:
            try:
                typed = self._read(self._prompt(question, "Y/n" if default else "y/N")).strip().casefold()
            except EOFError:
                say([""])
                return False
            except UnicodeDecodeError:
                typed = "?"
            if typed in ("", "y", "yes", "n", "no"):
                return default if not typed else typed.startswith("y")
            self.tell("answer y or n")
        return default

    def _answer(self, question: str, default: str) -> str:
        if self._read is None:
            return default
        try:
            typed = self._read(self._prompt(question, default)).strip()
        except EOFError:
            self._read = None
            say([""])
            return default
        except UnicodeDecodeError:
            raise Misuse("that is no text", "the terminal and its locale differ in their encoding") from None
        return "" if typed == LEFT_OUT else typed or default

    def _prompt(self, question: str, default: str) -> str:
        return f"{self._ink.show(question + (f' [{default}]' if default else ''))}: "

    def _tell_reason(self, question: str, reason: Misuse) -> None:
        margin = " " * (len(question) - len(question.lstrip(" ")))
        said = [f"{margin}{line}" for line in (reason.message, reason.hint) if line]
        say(self._ink.stroke(part, Pen.YELLOW) for line in said for part in self._fitted(line))

    def _fitted(self, line: str) -> Iterator[Shown]:
        """The line on as many lines as it takes, those behind the first set in."""
        margin = len(line) - len(line.lstrip(" "))
        shown = self._ink.show(line[margin:])
        room = max(self._ink.width - margin - 2, 20) if self._ink.width else width(shown)
        for number, part in enumerate(wrap(shown, room)):
            yield Shown(" " * (margin + 2 * (number > 0)) + part)


def as_text(text: str) -> str:
    """A text as it can stand in a file; raises Misuse for what is none."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Misuse("that is no text in UTF-8", "type or pass it in the encoding of the terminal") from None
    return text.strip()


def as_day(text: str, *, start: bool = False) -> date:
    """The last (`start`: the first) day of what was typed. Raises Misuse for what is neither day nor period."""
    from alignplan.model.values import day_of, start_of

    day = start_of(text, 0) if start else day_of(text, 0)
    if day is None:
        raise Misuse(
            f"`{text}` is no date", "write a day such as 2026-11-22, or a period: 2026-11, 2026-Q4, 2026"
        )
    return day


def _typed(prompt: str) -> str:
    """A line typed behind the prompt, to be edited with the arrow keys where the system can do that.

    Raises EOFError, KeyboardInterrupt, UnicodeDecodeError.
    """
    with suppress(ImportError):
        import readline  # noqa: F401  `input` edits lines once it is loaded
    with _shown_on_standard_error():
        return input(prompt)


@contextmanager
def _shown_on_standard_error() -> Iterator[None]:
    """`input` and the library that edits lines write to standard output: for so long that is standard error."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        sys.stdout.flush()
        os.dup2(kept, 1)
        os.close(kept)
