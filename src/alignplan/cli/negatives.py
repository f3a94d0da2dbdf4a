"""What a word of the command line is: a negative number is a value, and some options may stand without theirs."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from typer.core import TyperCommand

__all__ = ["Numerate", "completed", "guarded"]

_NEGATIVE = re.compile(r"-\.?[0-9]")
_NUMBER = re.compile(r"[0-9]+\Z")


class Numerate(TyperCommand):
    """A command that takes `-3` for a value. No option begins with a digit."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed behind the command."""
        options = [one for one in self.get_params(ctx) if not getattr(one, "is_flag", True)]
        taking = {name for one in options for name in (*one.opts, *one.secondary_opts)}
        bare = {name for one in options if (one.metavar or "").startswith("[") for name in one.opts}
        return super().parse_args(ctx, guarded(completed(args, bare), taking))


def completed(words: Sequence[str], bare: Collection[str]) -> list[str]:
    """The same words, with an empty value behind an option of `bare` that stands without its number."""
    found: list[str] = []
    for at, word in enumerate(words):
        if word == "--":
            return [*found, *words[at:]]
        found.append(word)
        if word in bare and not (at + 1 < len(words) and _NUMBER.match(words[at + 1])):
            found.append("")
    return found


def guarded(words: Sequence[str], taking: Collection[str]) -> list[str]:
    """The same words, where negative numbers are among them with the values behind `--`; `taking` options have one."""
    if not any(_NEGATIVE.match(word) for word in words):
        return list(words)
    options: list[str] = []
    values: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            values += rest
        elif not word.startswith("-") or word == "-" or _NEGATIVE.match(word):
            values.append(word)
        else:
            options.append(word)
            if _takes_next(word, taking):
                options += [following for following in (next(rest, None),) if following is not None]
    return [*options, "--", *values]


def _takes_next(word: str, taking: Collection[str]) -> bool:
    """Whether the word behind an option is its value; of several letters together the last may have one."""
    if word.startswith("--"):
        return word in taking
    first = next((at for at, letter in enumerate(word[1:], 1) if f"-{letter}" in taking), None)
    return first is not None and first == len(word) - 1
