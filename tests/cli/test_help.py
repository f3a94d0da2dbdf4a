"""Help: what there is, by purpose, each with an example, on 80 columns."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from tests.cli.door import typed

from alignplan.cli.listing import GROUPS, commands
from alignplan.cli.topics import TOPICS

NAMES = [command.name for command in commands()]


def test_the_commands_that_there_are() -> None:
    assert sorted(NAMES) == [
        "baseline", "check", "completion", "config", "confirm", "diff", "effect", "explain", "export", "fmt", "gaps", "help", "history", "import", "init",
        "kpis", "load", "ls", "matrix", "mv", "new", "progress", "recalibrate", "record", "rename", "report", "risks", "rm", "rule",
        "schedule", "schema", "serve", "set", "show", "trace", "tree", "version", "waivers",
    ]  # fmt: skip


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), (), ("-q",), ("--as-of", "2026-11-22")])
def test_the_overview_has_every_command_with_its_example(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = typed(tmp_path, *arguments)
    assert (done.code, done.err) == (0, "")
    assert max(map(len, done.out.splitlines())) <= 80
    shown = " ".join(done.out.split())
    for command in commands():
        assert f" {command.name} {command.summary} {command.example} " in f"{shown} "
    titles = [line for line in done.out.splitlines() if line.endswith(":") and not line.startswith(" ")]
    assert titles == [
        "Look at a plan:",
        "Make and change a plan:",
        "Exchange plans:",
        "The tool itself:",
        "Options of every command, before or after it:",
    ]
    assert {command.group for command in commands()} == set(GROUPS)


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_a_command(tmp_path: Path, name: str) -> None:
    done = typed(tmp_path, name, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: alignplan {name} ")
    assert max(map(len, done.out.splitlines())) <= 80
    (command,) = [one for one in commands() if one.name == name]
    assert f"Example: {command.example}" in re.sub(r"\s+", " ", done.out)
    for option in (
        "-C DIR",
        "--as-of DATE",
        "--color WHEN",
        "-q, --quiet",
        "-v, --verbose",
        "--pager / --no-pager",
    ):
        assert option in done.out
    assert typed(tmp_path, name, "-h") == done


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)
def test_every_example_is_a_command_line_that_is_understood(tmp_path: Path, command: object) -> None:
    example: str = command.example  # type: ignore[attr-defined]
    program, name, *arguments = shlex.split(example.partition(" > ")[0])
    assert program == "alignplan"
    assert typed(tmp_path, name, *arguments, "--help").code == 0


@pytest.mark.parametrize("topic", TOPICS)
def test_topics(tmp_path: Path, topic: str) -> None:
    done = typed(tmp_path, "help", topic)
    assert (done.code, done.out, done.err) == (0, TOPICS[topic], "")
    assert max(map(len, TOPICS[topic].splitlines())) <= 120


def test_help_lists_its_topics(tmp_path: Path) -> None:
    done = typed(tmp_path, "help")
    assert done.out.endswith("\nTopics: exit-codes, selectors, formats, environment\n")
    assert done.out.startswith(typed(tmp_path, "--help").out)


def test_what_is_not_built_is_not_listed(tmp_path: Path) -> None:
    shown = typed(tmp_path, "--help").out + "".join(typed(tmp_path, name, "--help").out for name in NAMES)
    for word in ("lsp",):
        assert not re.search(rf"(?<![\w-]){re.escape(word)}\b", shown), word
