"""How foreign text is made harmless: one function per sink.

Every text of a plan, a path or an argument passes through the function of the sink it goes to. Each sink has a type of
its own, so that the type checker refuses a plain `str` where a line for a terminal, a sheet or a page is put together.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NewType

__all__ = [
    "Command",
    "Marked",
    "Sheet",
    "Shown",
    "Tagged",
    "command_data",
    "command_property",
    "comment",
    "csv_cell",
    "json_text",
    "markdown",
    "sarif",
    "sheet_text",
    "terminal",
    "tsv_cell",
    "unicode_text",
    "uri_path",
    "xml",
]

Shown = NewType("Shown", str)
"""One line that a terminal or a log shows as it stands."""

Sheet = NewType("Sheet", str)
"""A cell that a spreadsheet takes for text."""

Marked = NewType("Marked", str)
"""Inline Markdown that renders as the text it was made from."""

Command = NewType("Command", str)
"""A part of a workflow command, which a CI runner decodes to the text it was made from."""

Tagged = NewType("Tagged", str)
"""What an XML reader takes for text, in an element or an attribute."""

# Controls (C0, DEL, C1), line separators, bidi controls, invisible letters, tags, lone surrogates, non-characters.
_HIDDEN_RANGES = (
    "\\x00-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200e\\u200f\\u2028-\\u202e"
    "\\u2060-\\u206f\\u3164\\ud800-\\udfff\\ufdd0-\\ufdef\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff"
    "\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff"
    + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(1, 17))
)
# Joiners are part of emoji and of scripts beyond these; between Latin, Greek or Cyrillic letters they only spoof.
_JOINED = "\\u0600-\\u1dff\\u2190-\\ufaff\\ufe0f\\U00010000-\\U0001faff\\U00020000-\\U0003ffff"
_HIDDEN = f"[{_HIDDEN_RANGES}]|(?<![{_JOINED}])[\\u200c\\u200d]|[\\u200c\\u200d](?![{_JOINED}])"
# What a CI runner takes for a command: `::name::` at the start of a line, `##[name]` or `##vso[` anywhere.
_COMMAND_WITHIN = r"#(?=#[A-Za-z.]*\[)"
_COMMAND = rf"\A(?P<lead>\s*):(?=:)|{_COMMAND_WITHIN}"
_COMMAND_ON_A_LINE = rf"(?:\A|(?<=\n))(?P<lead>[^\S\n]*):(?=:)|{_COMMAND_WITHIN}"

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}

# What `str.isprintable` lets through although nothing is seen, or a runner acts on it. Most texts need no other look,
# and the full pattern takes longer to compile than a whole check may.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\uffa0\U000e0100-\U000e01ef]|##|^ *::"
)


@cache
def _unsafe(keep: str = "", command: str = _COMMAND) -> re.Pattern[str]:
    """What must not reach a reader as it is, except the control characters in `keep`."""
    return re.compile(f"(?![{keep}])(?:{_HIDDEN})|{command}" if keep else f"{_HIDDEN}|{command}")


def _is_clean(text: str) -> bool:
    return text.isprintable() and not _UNSEEN.search(text)


def terminal(text: str) -> Shown:
    r"""One line for a terminal, a log or a plain file: what is hidden or acts is written as `\u{1b}`, `\n`, `\t`."""
    return Shown(text if _is_clean(text) else _unsafe().sub(_visible, text))


def csv_cell(text: str) -> Sheet:
    """A CSV cell: line ends stay (the writer quotes them), other controls are shown, formulas become text."""
    return _guard(text, text if _is_clean(text) else _lines(text))


def _lines(text: str) -> str:
    return _unsafe("\n", _COMMAND_ON_A_LINE).sub(_visible, text.replace("\r\n", "\n"))


def tsv_cell(text: str) -> Sheet:
    """A TSV cell: as in CSV, with tabs and line ends shown too, since one line is one row."""
    return _guard(text, terminal(text))


_NO_COMMAND = r"(?P<lead>)(?!)"


def sheet_text(text: str) -> Sheet:
    """The text of a cell in a workbook, which holds it as text: line ends stay, other controls are shown."""
    return Sheet(
        text if _is_clean(text) else _unsafe("\n", _NO_COMMAND).sub(_visible, text.replace("\r\n", "\n"))
    )


def _guard(text: str, shown: str) -> Sheet:
    # Spreadsheets run what begins with these signs, some of them after blanks or in their full-width form.
    runs = text.lstrip()[:1] in tuple("=+-@＝＋－＠") or text[:1] in tuple("\t\r\n")
    return Sheet("'" + shown if runs else shown)


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(
        r"(?P<entity>[&<>])"
        r"|(?P<sign>[\\`*\[\]|~$^]"
        r"|(?<![^\W_])_|_(?![^\W_])"  # between letters an underscore is only a letter
        r"|:(?=//|[\w+-]+:)|\A:|@(?=\w)|(?<=\bwww)\."  # links and emoji that renderers find in bare text
        r"|\A[#+=-](?=[#+=-]|\s|\Z))"
        r"|\A(?P<ordinal>\d{1,9})[.)](?=\s|\Z)"
    )


_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def markdown(text: str) -> Marked:
    """Inline Markdown, also for a table cell or the start of a paragraph: nothing in the text is markup."""
    line = " ".join(re.split(r"[ \t\r\n]+", text)).strip(" ")
    return Marked(_markup().sub(_plain_mark, terminal(line)))


def json_text(document: str) -> str:
    r"""A JSON document (already encoded) with what is hidden as `\uXXXX`: it parses to the very same data."""
    if _is_clean(document.replace("\n", "")):
        return document
    return _unsafe("\n", _COMMAND_WITHIN).sub(_json_escape, document)


@cache
def _comment_markup() -> re.Pattern[str]:
    code = r"(?<!`)`(?P<code>[^`\s](?:[^`]*[^`\s])?)`(?!`)"
    return re.compile(rf"{code}|(?P<call>[@#])(?=\w)|{_markup().pattern}")


def comment(text: str) -> Marked:
    """A finding's words for a comment on GitHub or GitLab: what stands in backticks is code, nothing else is markup.

    Not for the cell of a table. Nobody is called by `@name`, nothing linked by `#1`: a backslash does not prevent
    that, an empty comment behind the sign does.
    """
    line = " ".join(re.split(r"[ \t\r\n]+", text)).strip(" ")
    return Marked(_comment_markup().sub(_plain_in_comment, terminal(line)))


def _plain_in_comment(match: re.Match[str]) -> str:
    if match["code"]:
        return match[0]
    return f"\\{match[0]}<!-- -->" if match["call"] else _plain_mark(match)


_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = str.maketrans({**_DATA, ":": "%3A", ",": "%2C"})


def command_data(*lines: str) -> Command:
    """The data of a workflow command, as the runner decodes it: each line shown as on a terminal, line ends between."""
    return Command("%0A".join(terminal(line).replace("%", "%25") for line in lines))


def command_property(text: str) -> Command:
    """A property of a workflow command; line ends in it are encoded, other controls shown."""
    return Command(terminal(text.translate(_PROPERTY)))


_ENTITIES_OF_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def xml(text: str) -> Tagged:
    """Text for XML 1.0, in an element or in a quoted attribute: what is no XML character is shown as on a terminal."""
    return Tagged(terminal(text).translate(_ENTITIES_OF_XML))


_LINK = re.compile(r"(\\*)\[(?=[^\]]*\]\()")


def sarif(text: str) -> str:
    """A plain text message of SARIF 2.1.0: nothing in it is a placeholder (3.11.5) or a link (3.11.6)."""
    return _LINK.sub(r"\1\1\\[", terminal(text).replace("{", "{{").replace("}", "}}"))


def unicode_text(text: str) -> str:
    r"""The very text, but for lone surrogates, shown as `\u{dcff}`: strict readers refuse a document for one."""
    return re.sub("[\ud800-\udfff]", _visible_char, text)


def _visible_char(match: re.Match[str]) -> str:
    return f"\\u{{{ord(match[0]):x}}}"


_IN_A_URI = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


def uri_path(path: str) -> str:
    """A relative path with forward slashes as a URI reference: the bytes of its name, percent-encoded."""
    try:
        name = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        name = path.encode("utf-8", "surrogatepass")
    return "".join(chr(byte) if byte in _IN_A_URI else f"%{byte:02X}" for byte in name)


def _visible(match: re.Match[str]) -> str:
    lead = match["lead"] or ""
    char = match[0][-1]
    return terminal(lead) + (_SHORT.get(char) or f"\\u{{{ord(char):x}}}")


def _plain_mark(match: re.Match[str]) -> str:
    if match["entity"]:
        return _ENTITIES[match[0]]
    return (match["ordinal"] or "") + "\\" + match[0][-1]


def _json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
