"""The commands there are, found by the names of their files."""

from __future__ import annotations

from alignplan.catalog import member, members
from alignplan.cli.command import Command

__all__ = ["GROUPS", "command_named", "command_names", "commands"]

PACKAGE = "alignplan.cli.commands"
GROUPS = ("LOOK", "CHANGE", "SHARE", "TOOL")
"""The purposes of commands, in the order of the help."""


def commands() -> list[Command]:
    """Every command, by purpose and name."""
    found: list[Command] = [member(PACKAGE, name).COMMAND for name in members(PACKAGE)]
    return sorted(found, key=lambda entry: GROUPS.index(entry.group))


def command_named(name: str) -> Command | None:
    """The command of a name; no other is imported."""
    module = f"{name.replace('-', '_')}"
    for candidate in (module, f"{module}_"):
        if candidate in members(PACKAGE):
            found: Command = member(PACKAGE, candidate).COMMAND
            return found
    return None


def command_names() -> list[str]:
    """The names of all commands; none is imported."""
    return [name.rstrip("_").replace("_", "-") for name in members(PACKAGE)]
