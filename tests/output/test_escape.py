"""Each sink gets text that its readers take for text."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from alignplan.output import escape

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def acts(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char in BIDI


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Überführung – 4 ✔", "Überführung – 4 ✔"),
        ("\x1b[31mred", "\\u{1b}[31mred"),
        ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
        ("\x9b\x7f\x00", "\\u{9b}\\u{7f}\\u{0}"),
        ("\u202egnp", "\\u{202e}gnp"),
        ("a\u2028b\u2029c\x85d", "a\\u{2028}b\\u{2029}c\\u{85}d"),
        ("\ud800", "\\u{d800}"),
        ("\U000e0041", "\\u{e0041}"),
        ("ma\u200drket", "ma\\u{200d}rket"),
        ("\u3164\u034f", "\\u{3164}\\u{34f}"),
        ("::error::x", "\\u{3a}:error::x"),
        (" \n::error::x", " \\n\\u{3a}:error::x"),
        ("a ##[error]b", "a \\u{23}#[error]b"),
        ("a::b ## c", "a::b ## c"),
        ("[red]x[/nope] :boom:", "[red]x[/nope] :boom:"),
    ],
)
def test_terminal_shows_what_is_hidden(text: str, shown: str) -> None:
    assert escape.terminal(text) == shown


@pytest.mark.parametrize("text", ["👨‍👩‍👧", "نمی‌شود", "❤️‍🔥", "日本語", "שלום", "e\u0301"])
def test_terminal_leaves_scripts_and_emoji_whole(text: str) -> None:
    assert escape.terminal(text) == text


@given(ANY_TEXT)
def test_nothing_that_acts_reaches_a_terminal(text: str) -> None:
    shown = escape.terminal(text)
    assert not any(acts(char) for char in shown)
    assert not shown.lstrip().startswith("::")
    assert escape.terminal(shown) == shown


@given(st.text(st.characters(categories=("L", "N", "P", "S")), max_size=30))
def test_ordinary_text_is_shown_as_it_is(text: str) -> None:
    odd = {"\u115f", "\u1160", "\u3164", "\uffa0"}
    if not text.startswith("::") and "##" not in text and not odd & set(text):
        assert escape.terminal(text) == text


@pytest.mark.parametrize("sign", list("=+-@\t\r＝＋－＠"))
def test_no_cell_is_a_formula(sign: str) -> None:
    assert escape.csv_cell(f"{sign}1").startswith("'")
    assert escape.tsv_cell(f"{sign}1").startswith("'")
    assert escape.csv_cell(f"1{sign}1")[0] == "1"


def test_blanks_do_not_hide_a_formula() -> None:
    assert escape.csv_cell(" \t=1+1") == "' \\t=1+1"


def test_csv_keeps_line_ends_and_tsv_shows_them() -> None:
    assert escape.csv_cell("a\r\nb\nc") == "a\nb\nc"
    assert escape.csv_cell("a\rb") == "a\\rb"
    assert escape.tsv_cell("a\tb\nc") == "a\\tb\\nc"


def test_no_line_of_a_csv_cell_is_a_workflow_command() -> None:
    assert escape.csv_cell("a\n::error::x") == "a\n\\u{3a}:error::x"
    assert escape.csv_cell("a\r\n  ::error::x\n\n::y") == "a\n  \\u{3a}:error::x\n\n\\u{3a}:y"
    assert escape.csv_cell("\n::error::x") == "'\n\\u{3a}:error::x"
    assert escape.csv_cell("a::b\nc::d") == "a::b\nc::d"


@given(ANY_TEXT)
def test_no_control_character_reaches_a_sheet(text: str) -> None:
    assert not any(acts(char) for char in escape.csv_cell(text).replace("\n", ""))
    assert not any(acts(char) for char in escape.tsv_cell(text))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("trade-newsletter", "trade-newsletter"),
        ("share_2026 of _all_", "share_2026 of \\_all\\_"),
        ("a | b", "a \\| b"),
        ("<b> & `x`", "&lt;b&gt; &amp; \\`x\\`"),
        ("# 1", "\\# 1"),
        ("2026. And", "2026\\. And"),
        ("1.2 Title", "1.2 Title"),
        ("[a](http://b)", "\\[a\\](http\\://b)"),
        ("a\nb\t c", "a b c"),
        ("\x1b", "\\\\u{1b}"),
    ],
)
def test_markdown_is_escaped_where_it_must_be(text: str, marked: str) -> None:
    assert escape.markdown(text) == marked


@given(ANY_TEXT)
def test_markdown_renders_as_the_text(text: str) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(f"{escape.markdown(text)}x\n")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} == {"text"}
    shown = "".join(child.content for child in children)
    one_line = " ".join(re.split(r"[ \t\r\n]+", text)).strip(" ")
    assert shown == f"{escape.terminal(one_line)}x".lstrip()


@given(st.recursive(ANY_TEXT, lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner), max_leaves=8))
def test_json_parses_to_the_same_data_and_hides_nothing(data: object) -> None:
    document = json.dumps(data, ensure_ascii=False, indent=2)
    safe = escape.json_text(document)
    assert json.loads(safe) == json.loads(document)
    assert not any(acts(char) for char in safe.replace("\n", ""))


def test_json_escapes_in_utf16_units() -> None:
    assert escape.json_text('"\U000e0041 \u2028 ##[x]"') == '"\\udb40\\udc41 \\u2028 \\u0023#[x]"'
