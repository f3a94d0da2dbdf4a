"""YAML is read as version 1.2 of its core says, or refused with the place of what is refused."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignplan.text.nodes import BROKEN, Limits, Quoted, Tree
from alignplan.text.places import Lines
from alignplan.text.tree import parse

_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")


def resolved(value: Any) -> Any:
    """What the core schema of YAML 1.2 makes of plain scalars."""
    if isinstance(value, dict):
        return {key: resolved(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [resolved(inner) for inner in value]
    if value is None or isinstance(value, Quoted) or value is BROKEN:
        return value
    if value.lower() in ("true", "false"):
        return value.lower() == "true"
    if _INTEGER.match(value):
        return int(value)
    return float(value) if _FLOAT.match(value) else value


READ = {
    "block mapping": ("a: 1\nb:\n  c: 2.5\n", {"a": 1, "b": {"c": 2.5}}),
    "flow mapping": ('{a: x, "b": [1, -2e3, .5], c: }', {"a": "x", "b": [1, -2000.0, 0.5], "c": None}),
    "lists": ("- a\n-\n  - b\n  - {c: d}\n- - e\n", ["a", ["b", {"c": "d"}], ["e"]]),
    "a list as deep as its key": ("a:\n- 1\n- 2\n", {"a": [1, 2]}),
    "nulls": ("[~, null, Null, NULL, , '', \"null\"]".replace(" ,", " "), [None, None, None, None, "", "null"]),
    "booleans": ("[true, True, FALSE, yes, no, on, off, y]", [True, True, False, "yes", "no", "on", "off", "y"]),
    "words of other versions": ("[1:30, 0b1, 1_000, 2026-01-01, =, 0x]", ["1:30", "0b1", "1_000", "2026-01-01", "=", "0x"]),
    "plain over lines": ("a: one\n  two\n\n  three\n", {"a": "one two\nthree"}),
    "quotes": ("a: 'it''s'\nb: \"\\u00e4\\n\\\\\"\n", {"a": "it's", "b": "ä\n\\"}),
    "literal": ("a: |\n  one\n   two\n\nb: |-\n  x\nc: |+\n  y\n\n", {"a": "one\n two\n", "b": "x", "c": "y\n\n"}),
    "folded": ("a: >\n  one\n  two\n\n  three\n", {"a": "one two\nthree\n"}),
    "indentation said": ("a: |2\n   one\n", {"a": " one\n"}),
    "a literal that ends in spaces": ("a: |\n  x\n   ", {"a": "x\n \n"}),
    "comments": ("# x\na: 1 # y\nb: '#z' #\nc: d#e\n", {"a": 1, "b": "#z", "c": "d#e"}),
    "anchors": ("a: &x {b: 1}\nc: *x\nd: [*x, &y 2, *y]\n", {"a": {"b": 1}, "c": {"b": 1}, "d": [{"b": 1}, 2, 2]}),
    "an alias as a key": ("a: &x b\n*x : c\n", {"a": "b", "b": "c"}),
    "a quoted merge sign": ('{"<<": 1}', {"<<": 1}),
    "keys are text": ("{no: 1, 012: 2, 1.10: 3, ~: 4, true: 5}", {"no": 1, "012": 2, "1.10": 3, "~": 4, "true": 5}),
    "explicit keys": ("? a\n: 1\n? b\n", {"a": 1, "b": None}),
    "one document": ("%YAML 1.2\n---\na: 1\n...\n", {"a": 1}),
    "crlf": ("a: 1\r\nb: |\r\n  x\r\n  y\r\n", {"a": 1, "b": "x\ny\n"}),
    "nothing": ("", None),
    "comments alone": ("# x\n\n", None),
    "a scalar": ("a", "a"),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_valid_yaml_is_read_as_it_says(name: str) -> None:
    text, wanted = READ[name]
    tree = parse(text)
    assert tree.faults == []
    assert tree.whole
    assert resolved(tree.data) == wanted


REFUSED = {
    # text, place of the fault as line:column, what it covers, code, words of the message, words of the help
    "tab": ("a:\n\tb: 1\n", "2:1", "\t", "E002", "a tab in the indentation", "indent with spaces"),
    "colon in a value": ("a: b: c\n", "1:5", ":", "E002", "a second `: ` in one value", "put the value in quotes"),
    "indentation": ("a:\n   b: 1\n  c: 2\n", "3:3", "c:", "E002", "does not fit the lines above", "same indentation"),
    "list and mapping": ("a:\n  - b\n  c: 2\n", "3:3", "c:", "E002", "does not fit the list above", "begin each entry"),
    "no colon": ("a: 1\nb\nc: 2\n", "3:1", "c:", "E002", "without its `:`", "write `key: value`"),
    "quote": ('a: "b\nc: 1\n', "1:4", '"b', "E002", "a quote that is not closed", "close the quote"),
    "quote at the beginning": ('a: "b" c\n', "1:8", "c", "E002", "does not fit the lines above", "ends with it"),
    "list not closed": ("a: [b, c\nd: 1\n", "1:4", "[b,", "E002", "a list `[…]` that is not closed", "close it with `]`"),
    "list not closed at the end": ("a: [b, [c],\n", "1:4", "[b,", "E002", "a list `[…]` that is not closed", "close it"),
    "mapping not closed": ("a: {b: c\n", "1:4", "{b:", "E002", "a mapping `{…}` that is not closed", "close it with `}`"),
    "mapping not closed at the end": ("a: {b: c,\n", "1:4", "{b:", "E002", "a mapping `{…}` that is", "close it with `}`"),
    "star": ("a: *b*\n", "1:6", "*", "E002", "cannot begin with `*` or `&`", "put the text in quotes"),
    "at": ("a: @b\n", "1:4", "@b", "E002", "cannot begin with this character", "put the text in quotes"),
    "percent": ("%a\n---\nb: 1\n", "1:3", "\n", "E002", "begins with `%`", "put the text in quotes"),
    "backslash": ('a: "C:\\plans"\n', "1:7", '\\plans"', "E002", "unknown escape", "for a backslash"),
    "half a pair": ('a: "\\ud800"\n', "1:7", 'd800"', "E002", "an escape that is no character", "the character itself"),
    "question": ("{ ?a: 1 }", "1:3", "?", "E002", "begins with `?`", "put the text in quotes"),
    "no key": ("{ ? , a: 1}", "1:5", ",", "E002", "a key is missing", "write a key"),
    "complex key": ("? [a, b]\n: 1\n", "1:3", "[", "E002", "a key must be a word", "name the key in one word"),
    "control character": ("a: b\x07\n", "1:5", "\x07", "E002", "the character U+0007 cannot stand", "write `\"\\u0007\"`"),
    "no character": ("a: \ufffe\n", "1:4", "\ufffe", "E002", "the character U+FFFE cannot stand", "remove it"),
    "alias of nothing": ("a: *b\n", "1:4", "*b", "E002", "the alias `*b` has no anchor before it", "write `&b`"),
    "anchor twice": ("a: &x 1\nb: &x 2\n", "2:4", "&x 2", "E002", "the anchor `&x` stands twice", "another name"),
    "anchor with a colon": ("a: &x:y 1\n", "1:4", "&", "E002", "letters, digits, `-` and `_`", "another name"),
    "second document": ("a: 1\n---\nb: 2\n", "2:1", "---", "E002", "a second document begins here", "a file of its own"),
    "text after the end": ("a: 1\n...\nb: 2\n", "3:1", "b: 2", "E002", "the plan has ended", "remove what stands behind"),
    "duplicate key": ("a: 1\nb: {c: 1, c: 2}\n", "2:11", "c", "E003", "the key `c` stands twice", "keep one of the two"),
    "tag": ("a: !!str b\n", "1:4", "!", "E012", "tags (`tag:yaml.org,2002:str`)", "the field decides the type"),
    "tag of a mapping": ("a: !x {b: 1}\n", "1:4", "!", "E012", "tags (`!x`) are not read", "remove the tag"),
    "tag directive": ("%TAG ! tag:x,1:\n---\na: 1\n", "1:1", "%", "E012", "`%TAG` directives", "remove the directive"),
    "merge key": ("a: &x {b: 1}\nc: {<<: *x}\n", "2:5", "<<", "E012", "merge keys (`<<`) are not read", "write the keys out"),
    "alias in its anchor": ("a: &x [*x]\n", "1:8", "*x", "E012", "stands inside its own anchor", "write the value out"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_has_its_place_and_the_way_out(name: str) -> None:
    text, place, covered, code, words, help = REFUSED[name]
    fault = parse(text).faults[0]
    line, column = Lines(text).position(fault.span[0])
    assert f"{line}:{column}" == place
    assert text[slice(*fault.span)].startswith(covered) or covered.startswith(text[slice(*fault.span)])
    assert fault.code == code
    assert words in fault.message
    assert help in fault.help


def nested(levels: int, opening: str, closing: str = "") -> str:
    return opening * levels + closing * levels


@pytest.mark.parametrize(
    "text",
    [
        nested(100_000, "["),
        nested(65, "[", "]"),
        nested(30_000, "{a: "),
        nested(30_000, "- "),
        "".join(f"{' ' * depth}a:\n" for depth in range(2000)),
    ],
    ids=["brackets", "brackets closed", "braces", "dashes", "indentation"],
)
def test_what_is_nested_too_deep_is_refused(text: str) -> None:
    fault = parse(text).faults[0]
    assert (fault.code, fault.message) == ("E012", "nested more than 64 levels deep")


def test_what_is_nested_as_deep_as_allowed_is_read() -> None:
    assert parse(nested(64, "[", "]")).faults == []


def test_aliases_that_stand_for_very_much_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 12)]
    fault = parse("\n".join(lines)).faults[0]
    assert (fault.code, fault.message) == ("E012", "aliases stand for more than 100,000 values")


def test_too_many_values_are_refused_where_they_become_too_many() -> None:
    text = "a: [1, 2, 3, 4]\nb: 5\n"
    fault = parse(text, Limits(nodes=4)).faults[0]
    assert (fault.code, fault.message) == ("E012", "more than 4 values in one file")
    assert text[slice(*fault.span)] == "3"
    assert parse(text, Limits(nodes=7)).faults == []


def test_a_file_full_of_faults_is_given_up() -> None:
    tree = parse("a: 1\n" * 50, Limits(faults=10))
    assert [fault.code for fault in tree.faults] == ["E003"] * 10 + ["E012"]
    assert tree.faults[-1].message == "more than 10 faults in one file: the rest is not read"
    assert not tree.whole


def test_a_key_that_stands_twice_shows_where_it_stands_first() -> None:
    text = "a: {x: 1}\nb: [{x: 1, y: 2, x: 3}]\ny: 1\nb: 2\n"
    found = [(text[slice(*fault.span)], fault.span[0], fault.first) for fault in parse(text).faults]
    assert found == [("x", 27, (15, 16)), ("b", 39, (10, 11))]


def test_of_two_values_of_one_key_the_first_holds() -> None:
    assert parse("a: 1\nb: 2\na: {c: 3}\n").data == {"a": "1", "b": "2"}


def test_what_was_read_before_a_fault_stays_and_the_entry_read_last_is_not_trusted() -> None:
    tree = parse("a: {x: 1, y: 2}\nb: {x: 1, y: 2}\nc: {x: 1, y: [\n")
    assert not tree.whole
    assert tree.data == {"a": {"x": "1", "y": "2"}, "b": {"x": "1", "y": "2"}, "c": {"x": "1", "y": BROKEN}}
    assert parse("a: 1\nb: 2\nc\n").data == {"a": "1", "b": BROKEN}


def test_a_value_with_a_tag_is_broken_and_the_others_stay() -> None:
    assert parse("a: !x 1\nb: 2\nc: [!y 3, 4]\n").data == {"a": BROKEN, "b": "2", "c": [BROKEN, "4"]}


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab:-? \n\t'\"[]{},#&*!|>%@`\\<.~0\u2028é", max_size=60))
def test_no_text_raises(text: str) -> None:
    tree = parse(text)
    assert isinstance(tree, Tree)
    assert all(0 <= fault.span[0] < fault.span[1] <= len(text) + 1 for fault in tree.faults)
    assert tree.whole or tree.faults
