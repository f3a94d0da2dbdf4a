"""GitHub's runner, as far as it reads workflow commands: `::name key=value,key=value::data`, percent-decoded."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Command", "commands"]


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """What the runner would carry out of a step's output; a line that it cannot read is an error here."""
    return [_command(line.lstrip()) for line in log.splitlines() if line.lstrip().startswith("::")]


def _command(line: str) -> Command:
    head, _, data = line[2:].partition("::")
    name, _, properties = head.partition(" ")
    pairs = [entry.partition("=") for entry in properties.split(",")] if properties else []
    assert all(equals for _, equals, _ in pairs), line
    return Command(name, {key: _property(value) for key, _, value in pairs}, _data(data))


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def _property(text: str) -> str:
    text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",")
    return text.replace("%25", "%")
