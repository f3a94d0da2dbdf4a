"""The tables that completion reads: commands and fields as they are today."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tools.completion.fields import field_rows
from tools.completion.meanings import LISTS, PARAMETERS, PLACEHOLDERS, SELECTORS

from alignplan.cli.app import build
from alignplan.cli.command import COMMON, Command
from alignplan.cli.listing import commands

__all__ = ["FOLDER", "tables", "unknown"]

FOLDER = "src/alignplan/cli/completing/tables"
_ORIGIN = "# Written by tools/docs/generate.py from {}; edit those, then run it again."


def tables() -> dict[str, str]:
    """Each table by its path in the project."""
    return {
        f"{FOLDER}/commands.txt": _text("the commands", _commands()),
        f"{FOLDER}/fields.txt": _text("the models", (("field", *row) for row in field_rows())),
    }


def _text(origin: str, rows: Iterator[tuple[str, ...]]) -> str:
    return "\n".join([_ORIGIN.format(origin), *("\t".join(row) for row in rows)]) + "\n"


def _commands() -> Iterator[tuple[str, ...]]:
    """The records of `commands.txt`; see :mod:`alignplan.cli.completing.table`."""
    listed = commands()
    whole: Any = build([])
    yield "command", "", ""
    yield from _options(None, whole.params)
    for entry in listed:
        own = [one for one in whole.commands[entry.name].params if one.name not in COMMON]
        yield "command", entry.name, entry.summary
        yield from _options(entry, own)
        for parameter in own:
            if parameter.param_type_name == "argument":
                yield "argument", _meaning(entry, parameter), _again(parameter)
    for key, meaning, about in SELECTORS:
        yield "selector", key, meaning, about
    for name, words in LISTS.items():
        yield from (("word", name, word, about) for word, about in words())


def _options(command: Command | None, parameters: list[Any]) -> Iterator[tuple[str, ...]]:
    """The options of a command, and the one that every command has."""
    for one in parameters:
        if one.param_type_name == "option":
            names = " ".join(sorted([*one.opts, *one.secondary_opts], key=lambda name: name.startswith("--")))
            yield "option", names, _meaning(command, one), _again(one), str(one.help or "").rstrip(".")
    if command is None:
        yield "option", "-h --help", "flag", "", "Say what there is"


def _again(parameter: Any) -> str:
    return "+" if getattr(parameter, "multiple", False) or parameter.nargs == -1 else ""


def _meaning(command: Command | None, parameter: Any) -> str:
    """What may stand there; nothing where that is not said."""
    return "flag" if getattr(parameter, "is_flag", False) else _said(command, parameter) or "nothing"


def _said(command: Command | None, parameter: Any) -> str:
    """What `meanings.py` says of a parameter: of this command, of its group, of its placeholder."""
    of = [(name, parameter.name) for name in ((command.name, command.group) if command else ())]
    found = next((PARAMETERS[one] for one in of if one in PARAMETERS), "")
    return found or PLACEHOLDERS.get(_placeholder(parameter), "")


def _placeholder(parameter: Any) -> str:
    """How the help names what stands there, without brackets and dots around it."""
    shown = str(parameter.metavar or parameter.name.upper()).removesuffix("…")
    if shown.startswith("[") and shown.endswith("]"):
        shown = shown[1:-1]
    return shown.removesuffix("…")


def unknown() -> list[str]:
    """The arguments and options of which `meanings.py` does not say what may stand there."""
    whole: Any = build([])
    found: list[tuple[Command | None, Any]] = [(None, one) for one in whole.params]
    found += [(entry, one) for entry in commands() for one in whole.commands[entry.name].params]
    return [
        f"{_placeholder(one)} of `alignplan {entry.name if entry else ''}` (parameter {one.name})"
        for entry, one in found
        if not getattr(one, "is_flag", False) and not _said(entry, one)
    ]
