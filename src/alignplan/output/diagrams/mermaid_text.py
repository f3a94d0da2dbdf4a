"""Texts in Mermaid: only what is built is syntax, whatever a plan says.

In quotes everything but letters, digits and harmless signs is written as a character code (`#59;`). Where there are no
quotes (the rows of a Gantt chart), or no codes in them (axes and points), what would end the text is left out.
"""

from __future__ import annotations

import re

from alignplan.output.pictures.lettering import line_of

__all__ = ["bare", "cropped", "number", "quoted", "string"]

_PLAIN = frozenset(" .,()%+-/!?'=*_~–—…→●▲×○◆✓§°€£’“”„«»·")
_MOST = 120
_WORDS = (
    "gantt", "title", "section", "dateformat", "axisformat", "tickinterval", "inclusiveenddates", "topaxis", "excludes",
    "includes", "todaymarker", "weekday", "weekend", "acctitle", "accdescr", "click", "call", "href", "displaymode",
)  # fmt: skip


def cropped(text: str) -> str:
    """A text of a plan as one line of at most 120 letters."""
    line = line_of(text)
    return line if len(line) <= _MOST else line[: _MOST - 1].rstrip() + "…"


def quoted(*lines: str) -> str:
    """The label of a node or an edge, line by line.

    >>> quoted('Say "now" & win', "60 %")
    '"Say #34;now#34; #38; win<br/>60 %"'
    """
    return '"' + ("<br/>".join(_coded(line) for line in map(cropped, lines) if line) or "–") + '"'


def _coded(line: str) -> str:
    coded = "".join(char if char in _PLAIN or char.isalnum() else f"#{ord(char)};" for char in line)
    return re.sub(r"\A(\d+)([.)])(?=\s)|\A([-+*])(?=\s)", _no_list, coded)


def _no_list(match: re.Match[str]) -> str:
    """What would begin a list in Markdown does not."""
    sign = match[2] or match[3]
    return f"{match[1] or ''}#{ord(sign)};"


def bare(text: str) -> str:
    """A row or a section of a Gantt chart: without `:`, `;`, `#`, commas and braces, and never a word of its syntax.

    >>> bare("Sign: terms, prices; #1"), bare("Title deeds")
    ('Sign terms prices 1', '· Title deeds')
    """
    line = " ".join(re.sub(r"[:;#,{}<>`\\]|%(?=%)", " ", cropped(text)).split())
    line = line or "–"
    first = re.split(r"[^a-z]", line.casefold(), maxsplit=1)[0]
    return f"· {line}" if first in _WORDS or not line[:1].isalnum() else line


def string(text: str) -> str:
    """A text in quotes where no codes are known: without quotes, brackets and what a chart takes for syntax.

    >>> string('Share of "snacks" [%]; #1')
    '"Share of snacks % 1"'
    """
    line = " ".join(re.sub(r'[;#{}<>"`\[\]\\]|%(?=%)', " ", cropped(text)).split())
    return f'"{line or "–"}"'


def number(value: float) -> str:
    """A number without a power of ten: charts know none."""
    shown = f"{value:.6f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else f"{value:.0f}"
    return "0" if shown in ("-0", "") else shown
