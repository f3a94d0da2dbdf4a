"""Bytes → text: UTF-8 alone, with or without a byte order mark, and no character that hides a line."""

from __future__ import annotations

import re

from alignplan.text.faults import TextFault

__all__ = ["MARK", "decode"]

MARK = b"\xef\xbb\xbf"
_OTHERS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_BREAKS = "\x85\u2028\u2029"
_RETURN = re.compile("\r(?!\n)")


def decode(content: bytes) -> tuple[str, TextFault | None]:
    """The text of a file, without its byte order mark, and what forbids to read it.

    With a fault the text is what can be shown of the file (undecodable bytes replaced), not what can be parsed.
    """
    other = next((name for mark, name in _OTHERS if content.startswith(mark)), "")
    if not other and b"\0" in content[:4]:
        other = "UTF-16 or UTF-32"
    if other:
        return "", TextFault("E001", f"the file is {other}, not UTF-8", (0, 1), "save it as UTF-8")
    content = content.removeprefix(MARK)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        shown = content.decode("utf-8", errors="replace")
        at = len(content[: error.start].decode("utf-8"))
        message = f"byte 0x{content[error.start]:02x} is not UTF-8"
        return shown, TextFault("E001", message, (at, at + 1), "save the file as UTF-8")
    return text, _hidden_break(text)


def _hidden_break(text: str) -> TextFault | None:
    """Characters that end a line for some readers only: what follows them in a comment would be live."""
    for sign in "" if text.isascii() else _BREAKS:
        at = text.find(sign)
        if at >= 0:
            words = f"the character U+{ord(sign):04X} ends a line for some programs only"
            help = "remove it, or write it as an escape in double quotes"
            return TextFault("E002", words, (at, at + 1), help)
    alone = _RETURN.search(text) if "\r" in text else None
    if alone is None:
        return None
    return TextFault(
        "E002", "a carriage return without a line feed", alone.span(), "end lines with LF or CRLF"
    )
