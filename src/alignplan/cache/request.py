"""The plain forms of `check` that the front door understands; whatever else is typed is left to the whole program."""

from __future__ import annotations

import os
import time

__all__ = ["FOR_PEOPLE", "Request", "understood"]

_FLAGS = {"--strict": "strict", "-q": "quiet", "--quiet": "quiet", "--no-pager": "no_pager"}
_VALUES = {
    "-C": "directory",
    "--as-of": "as_of",
    "--color": "color",
    "-f": "format",
    "--output-format": "format",
    "--fail-on": "fail_on",
}
FOR_PEOPLE = ("full", "concise", "grouped", "markdown")
"""Formats that a pager may show."""
# Those that tell of the rules as well are left to the whole program, which knows the rules.
_FORMATS = (*FOR_PEOPLE, "json", "json-lines", "github", "gitlab", "rdjson")
_FAIL_ON = ("error", "warning", "info", "never")
_COLOURS = ("auto", "always", "never")


class Request:
    """A `check` of one plan, with nothing out of the ordinary."""

    __slots__ = ("as_of", "color", "directory", "fail_on", "format", "no_pager", "path", "quiet", "strict")

    def __init__(self) -> None:
        self.directory = "."
        self.path = "."
        self.as_of = ""
        self.color = "auto"
        self.format = "full"
        self.fail_on = "error"
        self.strict = False
        self.quiet = False
        self.no_pager = False


def understood(arguments: list[str]) -> Request | None:
    """The request that the arguments make, or none where they say more than is understood here."""
    request = Request()
    words: list[str] = []
    seen: set[str] = set()
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if argument in _FLAGS:
            setattr(request, _FLAGS[argument], True)
        elif argument in _VALUES or (equals and name.startswith("--") and name in _VALUES):
            given = value if equals else next(rest, None)
            if given is None or _VALUES[name] in seen:
                return None
            seen.add(_VALUES[name])
            setattr(request, _VALUES[name], given)
        elif argument.startswith("-"):
            return None
        else:
            words.append(argument)
    if not words or words[0] != "check" or len(words) > 2:
        return None
    if "format" not in seen and os.environ.get("GITHUB_ACTIONS") == "true":
        return None  # annotations and a summary are told besides
    request.path = words[1] if len(words) == 2 else "."
    return request if _plain(request) else None


def _plain(request: Request) -> bool:
    if request.format not in _FORMATS or request.fail_on not in _FAIL_ON or request.color not in _COLOURS:
        return False
    request.as_of = request.as_of or os.environ.get("ALIGNPLAN_AS_OF", "")
    if not request.as_of:
        request.as_of = time.strftime("%Y-%m-%d")
    elif not _is_day(request.as_of):
        return False
    return os.path.isdir(os.path.join(request.directory, request.path))


def _is_day(text: str) -> bool:
    """Whether it is surely a day as ISO writes it; what is not sure is left to the whole program."""
    year, month, day = text[:4], text[5:7], text[8:]
    if (
        len(text) != 10
        or text[4] != "-"
        or text[7] != "-"
        or not (year + month + day).isdecimal()
        or not text.isascii()
    ):
        return False
    return int(year) >= 1 and 1 <= int(month) <= 12 and 1 <= int(day) <= 28 + (int(month) != 2) * 2
