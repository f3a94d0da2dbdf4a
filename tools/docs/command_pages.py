"""The pages of the commands: their help, read off typer, and samples that are run."""

from __future__ import annotations

import inspect
import shlex
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tools.docs.markdown import cell, console, fenced, note_of_origin, table
from tools.docs.past import give_past
from tools.docs.running import AS_OF, ROOT, run
from tools.docs.samples import SAMPLES, SEE_ALSO, Sample

from alignplan.cli.app import build
from alignplan.cli.command import COMMON, Command
from alignplan.cli.help import PURPOSES
from alignplan.cli.listing import GROUPS, commands
from alignplan.cli.topics import TOPICS

__all__ = ["command_pages"]

_INTRODUCTION = """\
# The commands

`alignplan COMMAND --help` prints what these pages say. Every command takes the [options of every
command](#options-of-every-command), before its name or after it, and ends with one of the
[exit codes](topics.md#exit-codes).

"""
_TOPIC_TITLES = {
    "exit-codes": "Exit codes",
    "selectors": "Selectors",
    "formats": "Formats",
    "environment": "Environment",
}


def command_pages() -> Iterator[tuple[str, str]]:
    """The path of each page below `docs/`, and its text."""
    listed = commands()
    yield "commands/index.md", _index(listed)
    for entry in listed:
        yield f"commands/{entry.name}.md", _page(entry)
    yield "commands/topics.md", _topics()


def _index(listed: Sequence[Command]) -> str:
    text = note_of_origin("the commands in src/alignplan/cli/commands") + _INTRODUCTION
    for group in GROUPS:
        rows = [
            [f"[`{entry.name}`]({entry.name}.md)", cell(entry.summary)]
            for entry in listed
            if entry.group == group
        ]
        if rows:
            text += f"## {PURPOSES[group]}\n\n" + table(["command", "what it does"], rows) + "\n"
    text += "## Options of every command\n\n" + _options(_common(listed[0]))
    return text


def _page(entry: Command) -> str:
    own, common = _parameters(entry)
    summary, _, rest = (inspect.getdoc(entry.run) or "").partition("\n")
    text = (
        note_of_origin(f"the help of the command {entry.name}") + f"# alignplan {entry.name}\n\n{summary}\n"
    )
    text += f"{rest.rstrip()}\n" if rest.strip() else ""
    text += "\n" + fenced(_usage(entry, own))
    arguments = [parameter for parameter in own if parameter.param_type_name == "argument"]
    options = [parameter for parameter in own if parameter.param_type_name == "option"]
    if arguments:
        rows = [[f"`{_metavar(parameter)}`", cell(parameter.help or "")] for parameter in arguments]
        text += "\n## Arguments\n\n" + table(["argument", "meaning"], rows)
    if options:
        text += "\n## Options\n\n" + _options(options)
    names = ", ".join(f"`{parameter.opts[0]}`" for parameter in common)
    text += f"\nAnd the [options of every command](index.md#options-of-every-command): {names}.\n"
    seen = SEE_ALSO.get(entry.name, "")
    return text + (f"\n{seen}\n" if seen else "") + _samples(entry)


def _parameters(entry: Command) -> tuple[list[Any], list[Any]]:
    """A command's own parameters, and those that all have."""
    found: Any = build([entry.name]).commands[entry.name]
    own = [parameter for parameter in found.params if parameter.name not in COMMON]
    common = [parameter for parameter in found.params if parameter.name in COMMON]
    return own, common


def _common(entry: Command) -> list[Any]:
    return _parameters(entry)[1]


def _usage(entry: Command, own: Sequence[Any]) -> str:
    arguments = [_metavar(parameter) for parameter in own if parameter.param_type_name == "argument"]
    return " ".join(["alignplan", entry.name, "[OPTIONS]", *arguments])


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _options(options: Sequence[Any]) -> str:
    return table(["option", "meaning"], [[_names(option), _meaning(option)] for option in options])


def _names(option: Any) -> str:
    names = [*option.opts, *option.secondary_opts]
    value = "" if option.is_flag else f" {option.metavar or option.name.upper()}"
    return ", ".join(f"`{name}{value}`" for name in names)


def _meaning(option: Any) -> str:
    default = option.default
    stated = isinstance(default, str | int) and not isinstance(default, bool)
    said = f" Default: `{default}`." if stated else " Required." if option.required else ""
    return cell(str(option.help or "")) + said


def _samples(entry: Command) -> str:
    samples = SAMPLES.get(entry.name, ())
    if not samples:
        return ""
    text = "\n## Samples\n\n" if len(samples) > 1 else "\n## Sample\n\n"
    return text + "\n".join(f"{sample.words}\n\n{_sample(sample)}" for sample in samples)


def _sample(sample: Sample) -> str:
    """A sample, run in a copy of its example plan."""
    with tempfile.TemporaryDirectory(prefix="alignplan-docs-") as place:
        folder = Path(place) / "plan"
        if sample.example:
            shutil.copytree(ROOT / "examples" / sample.example, folder)
            if sample.past:
                give_past(folder)
        else:
            folder.mkdir()
        ran = run(shlex.split(sample.command)[1:], folder)
    if ran.code not in (0, 1):
        raise RuntimeError(f"{sample.command} ends with {ran.code}: {ran.shown}")
    lines = ran.shown.splitlines()
    if sample.lines and len(lines) > sample.lines:
        lines = [*lines[: sample.lines], "…"]
    return console(sample.command, "\n".join(lines))


def _topics() -> str:
    text = note_of_origin("src/alignplan/cli/topics.py")
    text += (
        f"# Topics\n\nWhat `alignplan help TOPIC` prints. Samples in this documentation are as of {AS_OF}.\n"
    )
    for topic, words in TOPICS.items():
        text += f"\n## {_TOPIC_TITLES.get(topic, topic.capitalize())}\n\n" + fenced(words, "text")
    return text
