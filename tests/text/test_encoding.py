"""UTF-8 alone is read, and nothing that hides a line."""

from __future__ import annotations

import pytest

from alignplan.text.encoding import decode
from alignplan.text.tree import parse

PLAN = "a: ä\nb: 2\n"


@pytest.mark.parametrize(
    "content", [PLAN.encode(), b"\xef\xbb\xbf" + PLAN.encode()], ids=["without mark", "with mark"]
)
def test_utf_8_is_read(content: bytes) -> None:
    assert decode(content) == (PLAN, None)


def test_lines_may_end_with_crlf_and_the_last_need_not_end() -> None:
    text, fault = decode(b"a: 1\r\nb: 2")
    assert fault is None
    assert parse(text).data == {"a": "1", "b": "2"}


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PLAN.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + PLAN.encode("utf-16-be"), "UTF-16"),
        (PLAN.encode("utf-32"), "UTF-32"),
        (PLAN.encode("utf-16-be"), "UTF-16 or UTF-32"),
        (PLAN.encode("utf-32-le"), "UTF-16 or UTF-32"),
    ],
)
def test_other_encodings_are_told(content: bytes, name: str) -> None:
    _, fault = decode(content)
    assert fault is not None
    assert (fault.code, fault.message, fault.help) == (
        "E001",
        f"the file is {name}, not UTF-8",
        "save it as UTF-8",
    )


@pytest.mark.parametrize(
    ("content", "byte", "at"),
    [
        ("a: ä\n".encode("latin-1"), "e4", 3),
        ("# ä\n".encode() + b"b: \xff", "ff", 7),
        (b"\xef\xbb\xbfa: \xed\xa0\x80", "ed", 3),
        (b"a: \xc3", "c3", 3),
    ],
)
def test_the_first_byte_that_is_not_utf_8_is_told(content: bytes, byte: str, at: int) -> None:
    shown, fault = decode(content)
    assert fault is not None
    assert (fault.code, fault.message, fault.span) == ("E001", f"byte 0x{byte} is not UTF-8", (at, at + 1))
    assert shown[at] == "\ufffd"


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_what_ends_a_line_for_some_programs_only_is_refused(sign: str) -> None:
    _, fault = decode(f"a: 1  # ä{sign}b: 2\n".encode())
    assert fault is not None
    assert fault.code == "E002"
    assert fault.message == f"the character U+{ord(sign):04X} ends a line for some programs only"
    assert fault.span == (9, 10)


@pytest.mark.parametrize("text", ["a: 1  # x\rb: 2\n", "a: 1\n\r", "ä: 1\r\r\n"])
def test_a_carriage_return_alone_is_refused(text: str) -> None:
    _, fault = decode(text.encode())
    assert fault is not None
    assert (fault.code, fault.message) == ("E002", "a carriage return without a line feed")
    assert text[slice(*fault.span)] == "\r"
