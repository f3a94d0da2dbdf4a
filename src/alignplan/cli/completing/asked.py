"""What may stand where the cursor is: a command, an option, the value of one, an argument."""

from __future__ import annotations

import os

from alignplan.cli.completing.table import FLAG, Command, Option, Table

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every key
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["COMMANDS", "OPTIONS", "Asked", "asked"]

COMMANDS = "commands"
OPTIONS = "options"


class Asked:
    """What is to be completed: `word` by one of its `meanings`; `head` stands before it in the same word and stays."""

    __slots__ = ("arguments", "command", "directory", "head", "meanings", "seen", "word")

    def __init__(self, command: Command) -> None:
        self.command = command
        """The command that was typed; the one without a name where there is none yet."""
        self.arguments: list[str] = []
        """Its arguments so far."""
        self.seen: set[str] = set()
        """The options so far."""
        self.directory = ""
        """Where `-C` leads; empty for here."""
        self.meanings: list[str] = []
        self.head = ""
        self.word = ""


def asked(table: Table, words: list[str], current: str) -> Asked:
    """What is asked for by the words before the cursor and the one at it."""
    found = Asked(table.commands[""])
    waiting: Option | None = None
    literal = False
    for word in words:
        if waiting is not None:
            _given(found, waiting, word)
            waiting = None
        elif literal or not _is_option(word):
            _argument(found, table, word)
        elif word == "--":
            literal = True
        else:
            waiting = _option(found, table, word)
    found.word = current
    if waiting is not None:
        found.meanings = [waiting.meaning]
    elif _is_option(current) and not literal:
        _at_option(found, table, current)
    elif not found.command.name:
        found.meanings = [COMMANDS]
    else:
        found.meanings = found.command.argument(len(found.arguments))
    return found


def _is_option(word: str) -> bool:
    """A negative number is none."""
    return word.startswith("-") and not word[1:2].isdigit()


def _argument(found: Asked, table: Table, word: str) -> None:
    if found.command.name:
        found.arguments.append(word)
    else:
        found.command = table.commands.get(word) or Command(word, "")


def _option(found: Asked, table: Table, word: str) -> Option | None:
    """Take an option; it is given back where its value is the next word."""
    name, value = _divided(word)
    option = _named(found, table, name)
    if option is None:
        return None
    found.seen.update(option.names)
    if option.meaning == FLAG:
        return None
    if not value:
        return option
    _given(found, option, value.removeprefix("="))
    return None


def _divided(word: str) -> tuple[str, str]:
    """An option and what stands in the same word behind it: `--color=always`, `-fjson`."""
    if word.startswith("--"):
        name, equals, value = word.partition("=")
        return name, equals + value
    return word[:2], word[2:]


def _named(found: Asked, table: Table, name: str) -> Option | None:
    return next((option for option in _options(found, table) if name in option.names), None)


def _options(found: Asked, table: Table) -> Iterable[Option]:
    """The options that may stand here."""
    return [*found.command.options, *table.common] if found.command.name else table.common


def _given(found: Asked, option: Option, value: str) -> None:
    if "-C" in option.names:
        found.directory = os.path.abspath(os.path.expanduser(value))  # the shell has not looked at it yet


def _at_option(found: Asked, table: Table, current: str) -> None:
    """The cursor is in a word that begins with a dash."""
    name, value = _divided(current)
    option = _named(found, table, name) if value else None
    if option is None or option.meaning == FLAG:
        found.meanings = [OPTIONS]
        return
    found.meanings = [option.meaning]
    found.head = name + ("=" if value.startswith("=") else "")
    found.word = value.removeprefix("=")
