"""What can be typed: commands with their options, words, fields, as `tools/docs/generate.py` wrote them down.

A line is a record, its columns apart by tabs. In `commands.txt`:

- `command NAME SUMMARY`: a command; the options and arguments below are its own. The first has no name: its options
  are those of every command, and may stand before one.
- `option NAMES MEANING AGAIN ABOUT`: an option; `MEANING` says what its value is, `flag` that it has none; `AGAIN` is
  `+` where it may stand twice.
- `argument MEANING AGAIN`: an argument, of which there may be many where it has a `+`.
- `word LIST WORD ABOUT`: one of the words of a list.
- `selector KEY MEANING ABOUT`: a condition of selectors.

In `fields.txt`: `field KIND NAME MEANING ABOUT`.
"""

from __future__ import annotations

import os

from alignplan import storage

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every key
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FLAG", "NOTHING", "Command", "Field", "Option", "Table"]

FLAG = "flag"
"""The meaning of an option without a value."""
NOTHING = "nothing"
"""The meaning of what nobody can know in advance: a day, a number, a title."""
_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tables")


class Option:
    """An option by all its names, the long ones last; `again` where it may be repeated."""

    __slots__ = ("about", "again", "meaning", "names")

    def __init__(self, names: tuple[str, ...], meaning: str, again: bool, about: str) -> None:
        self.names = names
        self.meaning = meaning
        self.again = again
        self.about = about


class Command:
    """A command: what it does in a line, its options, the meanings of its arguments."""

    __slots__ = ("about", "arguments", "name", "options")

    def __init__(self, name: str, about: str) -> None:
        self.name = name
        self.about = about
        self.options: list[Option] = []
        self.arguments: list[tuple[str, bool]] = []
        """The meaning of each, and whether it may be many."""

    def argument(self, index: int) -> list[str]:
        """The meanings that an argument may have by its place: behind one that may be many, what follows it, too."""
        found: list[str] = []
        for place, (meaning, again) in enumerate(self.arguments):
            if place >= index or again:
                found.append(meaning)
                if not (again and place < index):
                    break
        return found


class Field:
    """Something with a value: a field of a kind of item, with a dot into what stands in it; a key of selectors."""

    __slots__ = ("about", "meaning", "name")

    def __init__(self, name: str, meaning: str, about: str) -> None:
        self.name = name
        self.meaning = meaning
        self.about = about


class Table:
    """The tables, read when something of them is asked for."""

    def __init__(self, folder: str = _FOLDER) -> None:
        self._folder = folder
        self.commands: dict[str, Command] = {}
        """Every command by its name, in the order of the help; under an empty name the options that all have."""
        self.selectors: dict[str, Field] = {}
        """The conditions that a selector may have, by their key."""
        self._words: dict[str, list[tuple[str, str]]] = {}
        self._read_commands()

    @property
    def common(self) -> list[Option]:
        """The options of every command."""
        return self.commands[""].options

    def words(self, name: str) -> list[tuple[str, str]]:
        """The words of a list, each with what it is."""
        return self._words.get(name, [])

    def fields(self, kind: str) -> list[Field]:
        """The fields of a kind, in the order of the format."""
        rows = (row for row in self._rows("fields.txt") if row[0] == "field" and row[1] == kind)
        return [Field(name, meaning, about) for _, _, name, meaning, about in rows]

    def _rows(self, name: str) -> Iterator[list[str]]:
        text = storage.read(os.path.join(self._folder, name)).decode("utf-8")
        return (line.split("\t") for line in text.split("\n") if "\t" in line)

    def _read_commands(self) -> None:
        command = Command("", "")
        for kind, *row in self._rows("commands.txt"):
            if kind == "word":
                self._words.setdefault(row[0], []).append((row[1], row[2]))
            elif kind == "command":
                command = self.commands[row[0]] = Command(row[0], row[1])
            elif kind == "option":
                names, meaning, again, about = row
                command.options.append(Option(tuple(names.split()), meaning, again == "+", about))
            elif kind == "selector":
                self.selectors[row[0]] = Field(row[0], row[1], row[2])
            else:
                command.arguments.append((row[0], row[1] == "+"))
