"""One scalar as YAML text: plain where every reader takes it for what it is, in double quotes or as a block else."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

__all__ = ["block", "comment_line", "folded", "inline", "is_scalar", "literal", "quoted", "single_quoted"]


# What a reader of YAML 1.1 or 1.2 takes for a boolean, null, number or time when it stands there unquoted.
_WORDS = frozenset(
    [
        "~",
        "null",
        "true",
        "false",
        "yes",
        "no",
        "on",
        "off",
        "y",
        "n",
        "=",
        "<<",
        ".nan",
        ".inf",
        "+.inf",
        "-.inf",
    ]
)
_NUMBER = re.compile(
    r"[-+]?(?:0b[01_]+|0o[0-7_]+|0x[0-9a-f_]+|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|(?:[0-9][0-9_,]*(?:\.[0-9_]*)?|\.[0-9_]+)(?:e[-+]?[0-9]+)?)",
    re.IGNORECASE,
)
_TIME = re.compile(r"\d{4}-\d\d?-\d\d?(?:(?:t|\s+)[0-9:.]+\s*(?:z|[-+]\d\d?(?::?\d\d)?)?)?", re.IGNORECASE)
_IN_FLOW = frozenset(",[]{}:?")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=~<")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_JOINERS = str.maketrans("", "", "\u200c\u200d")
_BREAK_POINT = re.compile(r"(?<=[^ \t]) (?=[^ \t])")


def is_scalar(value: object) -> bool:
    """Whether a value is a single one: text, number, boolean, day or None."""
    return value is None or isinstance(value, (str, bool, int, float, Decimal, date))


def inline(value: Any, *, flow: bool = False) -> str:
    """A scalar on one line; `flow`: between brackets, where commas and colons would end it."""
    if isinstance(value, str):
        return value if _is_plain(value, flow) else quoted(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        raise TypeError("cannot be written as YAML: a time of day")
    if isinstance(value, date):
        return value.isoformat()
    return _number(value)


def _number(value: Any) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (float, Decimal)):
        if not math.isfinite(value):
            raise ValueError(f"cannot be written as a number: {value}")
        return format(value, "f") if isinstance(value, Decimal) else repr(value)
    raise TypeError(f"cannot be written as YAML: {type(value).__name__}")


def comment_line(text: str) -> str:
    """One line of a comment; what does not print, or would end the line for some readers, is escaped."""
    printing = text.encode("utf-8", "backslashreplace").decode()
    return f"# {''.join(sign if _prints(sign) else _escaped(sign) for sign in printing)}".rstrip()


def _prints(text: str) -> bool:
    return text.translate(_JOINERS).isprintable()


def _is_plain(text: str, flow: bool) -> bool:
    if (
        not text
        or text[0] in _INDICATORS
        or text.startswith("...")
        or text != text.strip()
        or not _prints(text)
    ):
        return False
    if ": " in text or " #" in text or text.endswith(":") or (flow and not _IN_FLOW.isdisjoint(text)):
        return False
    return not (text.casefold() in _WORDS or _NUMBER.fullmatch(text) or _TIME.fullmatch(text))


def quoted(text: str) -> str:
    """A text in double quotes, which can hold any; raises ValueError for half a surrogate pair."""
    return f'"{"".join(sign if _is_bare(sign) else _escaped(sign) for sign in text)}"'


def _is_bare(sign: str) -> bool:
    return sign not in _ESCAPES and _prints(sign)


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    number = ord(sign)
    if 0xD800 <= number <= 0xDFFF:
        raise ValueError("half a surrogate pair cannot be written")
    if number <= 0xFF:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def single_quoted(text: str) -> str | None:
    """A text in single quotes on one line; None where it has signs that they cannot hold."""
    if not _prints(text):
        return None
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def block(text: str, indent: int, width: int) -> list[str] | None:
    """A text as a block scalar, its first line (`>-`, `|` …) to stand behind the key; None where none can hold it.

    Literal when it has several lines that all fit `width`; else folded, and wrapped there.
    """
    lines = text.removesuffix("\n").split("\n")
    if len(lines) > 1 and all(indent + len(line) <= width for line in lines):
        return literal(text, indent)
    return folded(text, indent, width)


def literal(text: str, indent: int) -> list[str] | None:
    """A text as a literal block scalar, line by line as it is; None where none can hold it."""
    lines = _lines(text)
    if lines is None:
        return None
    margin = " " * indent
    return [f"|{_chomp(text)}", *(f"{margin}{line}" if line else "" for line in lines)]


def folded(text: str, indent: int, width: int) -> list[str] | None:
    """A text as a folded block scalar, wrapped at `width`; None where none can hold it."""
    lines = _lines(text)
    if lines is None:
        return None
    margin = " " * indent
    written: list[str] = []
    for number, line in enumerate(lines):
        # A single break inside a folded text is a space: each true line break takes an empty line.
        written += [""] if number else []
        written += [f"{margin}{part}" for part in _wrapped(line, width - indent)]
    return [f">{_chomp(text)}", *written]


def _lines(text: str) -> list[str] | None:
    lines = text.removesuffix("\n").split("\n")
    if not lines[0] or not lines[-1] or any(not _prints(line) or line != line.strip() for line in lines):
        return None
    return lines


def _chomp(text: str) -> str:
    return "" if text.endswith("\n") else "-"


def _wrapped(line: str, width: int) -> list[str]:
    if not line:
        return []
    parts: list[str] = []
    for word in _BREAK_POINT.split(line):
        if parts and len(parts[-1]) + 1 + len(word) <= width:
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    return parts
