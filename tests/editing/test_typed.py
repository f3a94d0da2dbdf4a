"""What is typed behind a command: fields, values, and what cannot be meant."""

from __future__ import annotations

from typing import Any

import pytest

from alignplan.editing.typed import Assignment, How, assignments, assignments_and_title
from alignplan.editing.values import Spelling, as_it_reads, as_it_stands, is_plain, value_of
from alignplan.errors import Misuse
from alignplan.text.patching import Plain
from alignplan.text.tree import Quoted


@pytest.mark.parametrize(
    ("word", "key", "how", "value"),
    [
        ("owner=mia", "owner", How.SET, "mia"),
        ("owner=", "owner", How.SET, ""),
        ("budget.planned=400", "budget.planned", How.SET, "400"),
        ("moves.market-share/share=+0.6", "moves.market-share/share", How.SET, "+0.6"),
        ("title=a = b", "title", How.SET, "a = b"),
        ("title=two\nlines", "title", How.SET, "two\nlines"),
        ("supports+=x", "supports", How.ADD, "x"),
        ("supports-=x", "supports", How.TAKE, "x"),
        ("x-cost=-3", "x-cost", How.SET, "-3"),
        ("tags=[a, b]", "tags", How.SET, "[a, b]"),
    ],
)
def test_a_field_and_its_value(word: str, key: str, how: How, value: str) -> None:
    assert assignments([word]) == [Assignment(key, how, value)]


@pytest.mark.parametrize("word", ["mia", "", "=mia", "due date=2026", '"a=b"', "[a=b]"])
def test_what_is_no_assignment(word: str) -> None:
    with pytest.raises(Misuse) as refused:
        assignments([word])
    assert refused.value.message == f"`{word}` is no KEY=VALUE"
    assert (
        refused.value.hint
        == "write it as due=2026-12-31, in quotes where it holds blanks; owner= takes a field out"
    )


def test_a_field_has_one_value() -> None:
    with pytest.raises(Misuse, match="`owner` is set twice"):
        assignments(["owner=a", "due=2026", "owner=b"])
    assert len(assignments(["tags+=a", "tags+=b"])) == 2


def test_one_bare_text_is_the_title() -> None:
    assert assignments_and_title(["Open a shop", "owner=mia"], "title") == [
        Assignment("title", How.SET, "Open a shop"),
        Assignment("owner", How.SET, "mia"),
    ]
    for words in (["Open", "a shop"], ["title=Open", "a shop"]):
        with pytest.raises(Misuse) as refused:
            assignments_and_title(words, "title")
        assert refused.value.message == "`a shop` would be a second title"
        assert refused.value.hint == 'put all of it into quotes: title="…"'
    with pytest.raises(Misuse, match="`title` is set twice"):
        assignments_and_title(["Open", "title=Close"], "title")


@pytest.mark.parametrize("typed", ["", " ", "null", "~"])
@pytest.mark.parametrize("spelling", Spelling)
def test_nothing_takes_a_field_out(typed: str, spelling: Spelling) -> None:
    assert value_of("k", typed, spelling) is None


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("40%", Plain("40%")),
        ("400000", Plain("400000")),
        ("2026-Q4", Plain("2026-Q4")),
        ("+0.6", Plain("+0.6")),
        ("finish-start + 5d", Plain("finish-start + 5d")),
        ("on track", Plain("on track")),
        ("market-share/share", Plain("market-share/share")),
        ("[a, b]", [Plain("a"), Plain("b")]),
        ("{a: 40, b: 60}", {"a": Plain("40"), "b": Plain("60")}),
        ("{a: '40'}", {"a": "40"}),
        ('"12"', "12"),
        ("'it''s'", "it's"),
        ("a: b", "a: b"),
        ("a #b", "a #b"),
        ("Hello, world", "Hello, world"),
        ("*star", "*star"),
        ("- a", "- a"),
        ("%x", "%x"),
    ],
)
def test_figures_and_ids_are_written_as_typed(typed: str, value: Any) -> None:
    found = value_of("k", typed, Spelling.DATA)
    assert found == value
    assert type(found) is type(value)
    if isinstance(value, list | dict):
        inner, wanted = (list(one.values()) if isinstance(one, dict) else one for one in (found, value))
        assert [type(one) for one in inner] == [type(one) for one in wanted]


@pytest.mark.parametrize(
    "typed", ["[draft] A title", "{brace}", "12", "Phase 2: launch", 'The "best" one', "*", " x"]
)
def test_a_text_is_what_was_typed(typed: str) -> None:
    found = value_of("title", typed, Spelling.TEXT)
    assert (found, type(found)) == (typed, str)


def test_a_text_may_be_quoted_whole() -> None:
    assert value_of("title", '"[a]\\n b"', Spelling.TEXT) == "[a]\n b"


def test_texts_are_a_list_or_one() -> None:
    assert value_of("tags", "[a, '1']", Spelling.TEXTS) == ["a", "1"]
    assert value_of("notes", "[sic] he said", Spelling.TEXTS) == "[sic] he said"
    assert value_of("notes", "{a}", Spelling.TEXTS) == "{a}"


@pytest.mark.parametrize("typed", ["[a, b", "{a: 1", "[a] b", "[a: {]"])
def test_a_list_must_be_one(typed: str) -> None:
    with pytest.raises(Misuse) as refused:
        value_of("supports", typed, Spelling.DATA)
    assert refused.value.message.startswith(f"supports: `{typed}` is no list or mapping: ")
    assert refused.value.hint == "write [a, b] or {a: 40, b: 60}"


def test_written_and_read_are_two_sides() -> None:
    read = {"a": ["1", Quoted("2")], "b": None}
    written = as_it_stands(read)
    assert written == {"a": ["1", "2"], "b": None}
    assert [type(one) for one in written["a"]] == [Plain, str]
    again = as_it_reads(written)
    assert [type(one) for one in again["a"]] == [str, Quoted]


@pytest.mark.parametrize(("text", "plain"), [("a", True), ("a b", True), ("a, b", False), ("null", False),
                                             ("a  b", False), ("-", False), ("é", True), ("", False)])  # fmt: skip
def test_what_may_stand_without_quotes_anywhere(text: str, plain: bool) -> None:
    assert is_plain(text) is plain
