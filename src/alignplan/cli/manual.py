"""The manual page: the overview, the help of every command and the topics, as `man` reads them.

Letters beyond ASCII are written as escapes, so that no program needs to be told the encoding.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

from alignplan.catalog import docstring
from alignplan.cli.app import build
from alignplan.cli.command import COMMON, Command
from alignplan.cli.help import PURPOSES
from alignplan.cli.listing import GROUPS, commands
from alignplan.cli.topics import TOPICS
from alignplan.version import VERSION

__all__ = ["manual"]

_WIDTH = 78
_HEADINGS = {"exit-codes": "EXIT STATUS"}
_SIGNS = {
    "\\": "\\e",
    "-": "\\-",
    "'": "\\(aq",
    "`": "\\(ga",
    "^": "\\(ha",
    "~": "\\(ti",
    '"': "\\(dq",
}


def manual() -> str:
    """The page `alignplan(1)` in the macros of man(7); the same commands give the same bytes."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    listed = commands()
    whole: Any = build([])
    yield f'.TH ALIGNPLAN 1 "" "alignplan {VERSION}" "User Commands"'
    yield from (".SH NAME", "alignplan \\- planning as code")
    yield from (".SH SYNOPSIS", "\\fBalignplan\\fR [\\fIOPTIONS\\fR] \\fICOMMAND\\fR \\[u2026]")
    yield from (".SH DESCRIPTION", *_prose(docstring(whole.callback)))
    yield from (".SH OPTIONS", "Of every command, before it or after it:")
    yield from _options(whole.params)
    for group in GROUPS:
        members = [entry for entry in listed if entry.group == group]
        if members:
            yield f".SH {_sign(PURPOSES[group].upper())}"
        for entry in members:
            yield from _command(
                entry, [one for one in whole.commands[entry.name].params if one.name not in COMMON]
            )
    for topic, text in TOPICS.items():
        yield from _topic(topic, text)
    yield from (".SH EXAMPLES", ".EX", *(_line(entry.example) for entry in listed), ".EE")


def _command(entry: Command, own: list[Any]) -> Iterator[str]:
    arguments = [_metavar(one) for one in own if one.param_type_name == "argument"]
    yield f".SS alignplan {_sign(' '.join([entry.name, *arguments]))}"
    yield from _prose(docstring(entry.run))
    yield from _options(own)


def _options(parameters: Iterable[Any]) -> Iterator[str]:
    for one in parameters:
        if one.param_type_name == "argument":
            yield from (".TP", f"\\fI{_sign(_metavar(one))}\\fR")
        else:
            value = "" if one.is_flag else f" \\fI{_sign(_metavar(one))}\\fR"
            names = [f"\\fB{_sign(name)}\\fR{value}" for name in [*one.opts, *one.secondary_opts]]
            yield from (".TP", ", ".join(names))
        yield from _text(str(one.help or ""))


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _prose(text: str) -> Iterator[str]:
    """Paragraphs; one that begins with a backspace keeps its lines, as in the help."""
    for number, paragraph in enumerate(inspect.cleandoc(text).split("\n\n")):
        yield from [".PP"] if number else []
        first, *lines = paragraph.split("\n")
        if first.strip() == "\b":
            yield from (".EX", *map(_line, lines), ".EE")
        else:
            yield from _text(" ".join([first, *lines]))


def _topic(topic: str, text: str) -> Iterator[str]:
    """A topic of the help: its first line says what it is, then come paragraphs, and rows of a name and what it is."""
    first, *lines = text.rstrip("\n").split("\n")
    yield f".SH {_sign(_HEADINGS.get(topic, topic.upper()))}"
    yield from _text(f"{first}.") if first.casefold() != topic else ()
    for name, about in _blocks(lines):
        yield from (".TP", f"\\fB{_sign(name)}\\fR") if name else (".PP",)
        yield from _text(about)


def _blocks(lines: Iterable[str]) -> list[tuple[str, str]]:
    """Rows by their names, paragraphs without one; a line that is neither goes on with what stands above it."""
    found: list[tuple[str, str]] = []
    begins = True
    for line in lines:
        rows = _cells(line)
        if rows or begins or not found:
            found += rows or [("", line.strip())]
        elif line:
            name, about = found[-1]
            found[-1] = name, f"{about} {line.strip()}"
        begins = not line
    return [(name, about) for name, about in found if about]


def _cells(line: str) -> list[tuple[str, str]]:
    """A row of a topic: one or two names, each with what it is; nothing where the line is no row."""
    found = [cell.strip() for cell in line.strip().split("  ") if cell]
    if not line.startswith("  ") or line.startswith("   ") or len(found) % 2:
        return []
    return list(zip(found[::2], found[1::2], strict=True))


def _text(text: str) -> list[str]:
    """Prose in lines; what stands between backticks is typed so."""
    parts = text.split("`")
    shown = [_sign(part) if at % 2 == 0 else f"\\fB{_sign(part)}\\fR" for at, part in enumerate(parts)]
    lines = wrap("".join(shown), _WIDTH, break_long_words=False, break_on_hyphens=False)
    return [_guarded(line) for line in lines]


def _line(text: str) -> str:
    return _guarded(_sign(text))


def _guarded(line: str) -> str:
    """A line that is no request, whatever it begins with."""
    return f"\\&{line}" if line.startswith((".", "'")) else line


def _sign(text: str) -> str:
    """A text in which no sign means something to `man`."""
    return "".join(_SIGNS.get(sign) or (sign if sign.isascii() else f"\\[u{ord(sign):04X}]") for sign in text)
