"""A negative number is a value, not an option."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from typer.core import TyperCommand

__all__ = ["Numerate", "guarded"]

_NEGATIVE = re.compile(r"-\.?[0-9]")


class Numerate(TyperCommand):
    """A command that takes `-3` for a value. No option begins with a digit."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed behind the command."""
        taking = {
            name
            for parameter in self.get_params(ctx)
            if not getattr(parameter, "is_flag", True)
            for name in (*parameter.opts, *parameter.secondary_opts)
        }
        return super().parse_args(ctx, guarded(args, taking))


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
