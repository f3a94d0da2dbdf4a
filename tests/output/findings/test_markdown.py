"""The Markdown of a check: within the limits of where it goes, and of a plan's texts nothing but text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.output.findings.sample import (
    HOSTILE_TEXT,
    LATE,
    ORPHAN,
    URL,
    WAIVED,
    answer,
    answer_with,
    assert_calm,
)

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import CheckAnswer, Spot
from alignplan.output.escape import comment, terminal
from alignplan.output.findings import markdown
from alignplan.output.ink import Ink

READER = MarkdownIt("gfm-like", {"linkify": False})


def page(of: CheckAnswer, ink: Ink | None = None) -> str:
    return "".join(f"{line}\n" for line in markdown.render(of, ink or Ink()))


def limited(of: CheckAnswer, limit: int) -> str:
    return "".join(
        f"{line}\n" for line in markdown.limited(of, Ink(), limit, lambda text: len(text.encode()))
    )


def kinds(text: str) -> list[str]:
    return [token.type for token in READER.parse(text)]


def children(text: str) -> list[Token]:
    return [child for token in READER.parse(text) for child in token.children or []]


def test_a_list_with_the_gravest_first_and_a_mark_to_find_it_by() -> None:
    assert page(answer(LATE, ORPHAN, WAIVED)) == (
        "<!-- alignplan check -->\n"
        "### alignplan check\n"
        "\n"
        "Found 1 error, 1 warning in 3 files (46 items). Hidden: 1 waived. As of 2026-03-01.\n"
        "\n"
        f"- **error** [A101 orphan-tactic]({URL}A101.html) in `tactics/growth.yaml:41`"
        "<br>`trade-newsletter` serves no objective"
        "<br>add `supports: ID`; `alignplan ls kind:objective` lists the 5 there are\n"
        f"- **warning** [S404 overdue]({URL}S404.html) in `tactics/ops.yaml:7`"
        "<br>`billing` was due on 2026-02-01\n"
    )


def test_without_findings_it_says_so() -> None:
    assert page(answer()) == (
        "<!-- alignplan check -->\n### alignplan check\n\nNo findings in 3 files (46 items). As of 2026-03-01.\n"
    )


def many(errors: int, warnings: int, message: str = "x") -> CheckAnswer:
    one = replace(ORPHAN, message=message)
    return answer(*([replace(one, severity=Severity.WARNING)] * warnings), *([one] * errors))


def test_a_comment_holds_no_more_than_github_takes_and_tells_what_it_left_out() -> None:
    text = page(many(300, 400))
    shown = re.findall(r"^- \*\*(\w+)\*\*", text, re.MULTILINE)
    errors, warnings = shown.count("error"), shown.count("warning")
    assert len(text) <= 65_000 < 65_536
    assert len(text) > 64_000
    assert errors == 300
    assert shown == ["error"] * errors + ["warning"] * warnings
    assert text.endswith(
        f"\n\n… and {400 - warnings} warnings more, for which there is no room here;"
        " `alignplan check -f concise` lists all.\n"
    )


def test_both_severities_are_counted_where_errors_have_no_room() -> None:
    text = page(many(900, 2))
    left = 900 - len(re.findall(r"^- ", text, re.MULTILINE))
    assert f"… and {left} errors, 2 warnings more, for which" in text


def test_the_limit_counts_as_github_may_count() -> None:
    text = page(many(500, 0, "😀" * 200))
    assert len(text.encode("utf-16-le")) // 2 <= 65_536


@given(st.integers(1024, 9000), st.integers(0, 40), st.sampled_from(["x", "é" * 90, "\x1b" * 40]))
def test_no_limit_is_passed_and_every_finding_is_shown_or_counted(limit: int, found: int, words: str) -> None:
    text = limited(many(found, 0, words), limit)
    shown = len(re.findall(r"^- ", text, re.MULTILINE))
    left = re.search(r"… and (\d+) errors? more", text)
    assert len(text.encode()) <= limit
    assert shown + (int(left[1]) if left else 0) == found


def test_a_long_message_is_cut_and_says_so() -> None:
    text = page(many(1, 0, "word " * 400))
    assert f"<br>{('word ' * 100).strip()} …" in text or f"<br>{'word ' * 100}…" in text
    assert "word " * 101 not in text


@pytest.mark.parametrize(
    ("text", "written", "rendered"),
    [
        ("`a/b` is late", "`a/b` is late", "<code>a/b</code> is late"),
        ("write `x: {y: 1}`", "write `x: {y: 1}`", "write <code>x: {y: 1}</code>"),
        ("`<b>`", "`<b>`", "<code>&lt;b&gt;</code>"),
        ("one ` alone", "one \\` alone", "one ` alone"),
        ("``two``", "\\`\\`two\\`\\`", "``two``"),
        ("` blank `", "\\` blank \\`", "` blank `"),
        ("@mia", "\\@<!-- -->mia", "@<!-- -->mia"),
        ("@org/team and a@b.example", "\\@<!-- -->org/team and a\\@<!-- -->b.example",
         "@<!-- -->org/team and a@<!-- -->b.example"),
        ("see #12", "see \\#<!-- -->12", "see #<!-- -->12"),
        ("`@mia`", "`@mia`", "<code>@mia</code>"),
        ("<img src=x>", "&lt;img src=x&gt;", "&lt;img src=x&gt;"),
        ("a | b", "a \\| b", "a | b"),
        ("a\nb", "a b", "a b"),
    ],
)  # fmt: skip
def test_words_of_a_finding_in_a_comment(text: str, written: str, rendered: str) -> None:
    assert comment(text) == written
    assert READER.renderInline(comment(text)) == rendered


def test_a_path_is_code_where_code_can_hold_it() -> None:
    text = page(answer(replace(ORPHAN, spot=Spot("my plan/<a> @b.yaml", 3, 1, 3, 2))))
    assert "in `my plan/<a> @b.yaml:3`<br>" in text


def test_a_path_that_is_no_code_is_text() -> None:
    text = page(answer(replace(ORPHAN, spot=Spot("my `plan`/a b.yaml", 3, 1, 3, 2))))
    assert "in my `plan`/a b.yaml:3<br>" in text


def assert_only_text(text: str) -> None:
    printed = page(answer_with(text))
    assert_calm(printed)
    assert printed.count("\n") == 7
    assert kinds(printed) == kinds(page(answer_with("harmless")))
    for child in children(printed):
        if child.type == "html_inline":
            assert child.content in ("<br>", "<!-- -->")
        elif child.type == "link_open":
            assert child.attrs == {"href": URL}
        else:
            assert child.type in ("text", "code_inline", "strong_open", "strong_close", "link_close")
    texts = [child.content for child in children(printed) if child.type == "text"]
    assert not [said for said in texts if re.search(r"[@#]\w", said)]


def test_hostile_texts_are_only_text(hostile: str) -> None:
    assert_only_text(hostile)


@given(HOSTILE_TEXT)
def test_any_text_is_only_text(text: str) -> None:
    assert_only_text(text)


@given(HOSTILE_TEXT)
def test_the_words_come_back(text: str) -> None:
    line = " ".join(re.split(r"[ \t\r\n]+", text)).strip(" ")
    tokens = children(f"x{comment(text)}x")
    said = "".join(
        f"`{token.content}`" if token.type == "code_inline" else token.content
        for token in tokens
        if token.type != "html_inline"
    )
    assert said == f"x{terminal(line)}x"


def test_ascii_is_enough() -> None:
    text = page(answer(replace(ORPHAN, message="√ – ✔")), Ink(encoding="ascii"))
    assert text.isascii()
    assert "\\\\u{221a} - yes" in text
