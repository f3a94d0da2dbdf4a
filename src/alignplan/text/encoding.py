"""Bytes → text: UTF-8 alone, with or without a byte order mark, and no character that hides a line."""

from __future__ import annotations

from alignplan.text.faults import TextFault

__all__ = ["decode"]

_BREAKS = {"\x85": "U+0085", "\u2028": "U+2028", "\u2029": "U+2029"}


def decode(content: bytes) -> tuple[str, TextFault | None]:
    """The text of a file, without its byte order mark, and what forbids to read it.

    With a fault the text is what can be shown of the file (undecodable bytes replaced), not what can be parsed.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", TextFault("E001", "the file is UTF-16, not UTF-8", (0, 1), "save it as UTF-8")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        shown = content.decode("utf-8", errors="replace")
        at = len(content[: error.start].decode("utf-8", errors="replace"))
        message = f"byte 0x{content[error.start]:02x} is not UTF-8"
        return shown, TextFault("E001", message, (at, at + 1), "save the file as UTF-8")
    text = text.removeprefix("\ufeff")
    return text, _hidden_break(text)


def _hidden_break(text: str) -> TextFault | None:
    """Characters that end a line for some readers only: what follows them in a comment would be live."""
    if not text.isascii():
        for sign, name in _BREAKS.items():
            at = text.find(sign)
            if at >= 0:
                return TextFault("E002", f"the character {name} ends a line for some programs only", (at, at + 1),
                                 "remove it, or write it as an escape in double quotes")  # fmt: skip
    at = text.find("\r")
    while at >= 0:
        if text[at : at + 2] != "\r\n":
            return TextFault(
                "E002", "a carriage return without a line feed", (at, at + 1), "end lines with LF or CRLF"
            )
        at = text.find("\r", at + 2)
    return None
