"""Text in the usual block style is read line by line: exactly what the parser reads, or it is left to the parser."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from alignplan.text import byevent, byline
from alignplan.text.nodes import LIMITS, Limits, Quoted
from alignplan.text.tree import parse

EXAMPLES = Path(__file__).parents[2] / "examples"
Q = Quoted


def typed(value: Any) -> Any:
    """Data with the type of each scalar and the order of keys, so that two that are equal are the same."""
    if isinstance(value, dict):
        return [(key, key.__class__, typed(inner)) for key, inner in value.items()]
    if isinstance(value, list):
        return [typed(inner) for inner in value]
    return (value.__class__, value)


def agree(text: str, limits: Limits = LIMITS) -> bool:
    """Whether the text was read line by line; what was read so is what the parser reads, without a fault."""
    data = byline.read(text, limits)
    if data is None:
        return False
    tree = byevent.read(text, limits)
    assert tree.faults == []
    assert tree.whole
    assert typed(data) == typed(tree.data)
    return True


READ = {
    "plain scalars": ("a: x\nb: two words\nc: 2026-01-01\n", {"a": "x", "b": "two words", "c": "2026-01-01"}),
    "nothing behind a key": ("a:\nb: \nc: 1\n", {"a": None, "b": None, "c": "1"}),
    "nothing behind the last key": ("a: 1\nb:", {"a": "1", "b": None}),
    "levels": ("a:\n  b:\n    c: 1\n    d: 2\n  e: 3\nf: 4\n", {"a": {"b": {"c": "1", "d": "2"}, "e": "3"}, "f": "4"}),
    "levels of any indent": ("a:\n b:\n      c: 1\n d: 2\ne:\n     f: 3\n", {"a": {"b": {"c": "1"}, "d": "2"}, "e": {"f": "3"}}),
    "everything indented": ("  a: 1\n  b: 2\n", {"a": "1", "b": "2"}),
    "a list": ("- a\n- b c\n", ["a", "b c"]),
    "a list below its key": ("a:\n  - x\n  - 'y'\nb: 1\n", {"a": ["x", Q("y")], "b": "1"}),
    "a list at the column of its key": ("a:\n- x\n- y\nb: 1\n", {"a": ["x", "y"], "b": "1"}),
    "a list of mappings": ("a:\n  - b: 1\n    c: 2\n  - b: 3\n", {"a": [{"b": "1", "c": "2"}, {"b": "3"}]}),
    "a list of mappings, spaced": ("-   b: 1\n    c:\n    - 2\n-   b: 3\n", [{"b": "1", "c": ["2"]}, {"b": "3"}]),
    "a mapping in a list in a mapping": ("a:\n- b:\n    c: 1\n  d:\n  - e\nf: 2\n", {"a": [{"b": {"c": "1"}, "d": ["e"]}], "f": "2"}),
    "comments": ("# a\na: 1 # b\n  # c\nb:  # d\n# e\n  c: x#y   # f\n", {"a": "1", "b": {"c": "x#y"}}),
    "blank lines": ("\n\na: 1\n\n   \nb:\n\n  c: 2\n\n", {"a": "1", "b": {"c": "2"}}),
    "no end of the last line": ("a: 1\nb: 2", {"a": "1", "b": "2"}),
    "spaces behind values": ("a: 1   \nb: 'x'  \nc: [y]  \n", {"a": "1", "b": Q("x"), "c": ["y"]}),
    "colons in a value": ("a: 10:30\nb: https://x.example/y\n", {"a": "10:30", "b": "https://x.example/y"}),
    "signs in a value": ("a: it's [x] {y} & z, 50 % | > @\nb: -5\nc: -x\nd: +0.6\n", {"a": "it's [x] {y} & z, 50 % | > @", "b": "-5", "c": "-x", "d": "+0.6"}),
    "words of other versions": ("a: yes\nb: 0o7\nc: 1_000\nno: =\n", {"a": "yes", "b": "0o7", "c": "1_000", "no": "="}),
    "quotes": ("a: 'it''s # x'\nb: \"x: y\"\nc: ''\nd: \"~\"\n", {"a": Q("it's # x"), "b": Q("x: y"), "c": Q(""), "d": Q("~")}),
    "quoted keys": ("\"a/*.yaml\": 1\n'b c': 2\n", {"a/*.yaml": "1", "b c": "2"}),
    "keys": ("a.b_c-d/e+f: 1\n2026-01-01: 2\nä: 3\nnull: 4\n", {"a.b_c-d/e+f": "1", "2026-01-01": "2", "ä": "3", "null": "4"}),
    "lists in brackets": ("a: [x, y z, 'q, r']\nb: []\nc: [ x,y ]\n", {"a": ["x", "y z", Q("q, r")], "b": [], "c": ["x", "y"]}),
    "mappings in brackets": ("a: {b: 1, c: two words, d: 10:30}\ne: {}\n", {"a": {"b": "1", "c": "two words", "d": "10:30"}, "e": {}}),
    "brackets in brackets": ("a: {b: [x, y], c: {d: [{e: -1}]}, f: \"}\"}\n", {"a": {"b": ["x", "y"], "c": {"d": [{"e": "-1"}]}, "f": Q("}")}}),
    "quoted keys in brackets": ("a: {\"b c\": 1, 'd': []}\n", {"a": {"b c": "1", "d": []}}),
    "brackets over lines": ("a: {b: 1,\n    c: [x,\n  y]}\nd: 2\n", {"a": {"b": "1", "c": ["x", "y"]}, "d": "2"}),
    "a quoted text over lines in brackets": ("a: [\"x,\n   y\"]\n", {"a": [Q("x, y")]}),
    "brackets in a list": ("- [a, b]\n- {c: d}  # e\n", [["a", "b"], {"c": "d"}]),
    "literal": ("a: |\n  one\n   two\n\n  # three\nb: |-\n  x: y\n\n\nc: 1\n", {"a": Q("one\n two\n\n# three\n"), "b": Q("x: y"), "c": "1"}),
    "folded": ("a: >\n  one\n  two\n\n\n  three\nb: >-\n  x\n", {"a": Q("one two\n\nthree\n"), "b": Q("x")}),
    "literal in a mapping": ("a:\n  b: |\n     x\n      y\n  c: 1\n", {"a": {"b": Q("x\n y\n"), "c": "1"}}),
    "literal with the end of the text": ("a: |\n  x\n\n", {"a": Q("x\n")}),
    "CRLF": ("a: 1\r\nb: |\r\n  x\r\n  y\r\nc:\r\n- d\r\n", {"a": "1", "b": Q("x\ny\n"), "c": ["d"]}),
    "a beginning": ("---\na: 1\n", {"a": "1"}),
    "letters of any kind": ("ключ: значение\nb: \u00abx\u00a0y\u00bb \U0001f600\u200d\n", {"ключ": "значение", "b": "«x\u00a0y» \U0001f600\u200d"}),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_the_usual_style_is_read_line_by_line_as_the_parser_reads_it(name: str) -> None:
    text, wanted = READ[name]
    assert typed(byline.read(text, LIMITS)) == typed(wanted)
    assert agree(text)


LEFT = {
    "nothing": "",
    "comments alone": "# x\n",
    "a scalar": "a\n",
    "a quoted scalar": "'a'\n",
    "brackets alone": "{a: b}\n",
    "a key twice": "a: 1\nb: 2\na: 3\n",
    "a key twice, once in quotes": "a: 1\n'a': 3\n",
    "a key twice in brackets": "a: {b: 1, b: 2}\n",
    "a key twice in nested brackets": "a: [{b: [1], b: 2}]\n",
    "a key twice in a list": "- a: 1\n  a: 2\n",
    "a tab in the indent": "a:\n\tb: 1\n",
    "a tab behind a colon": "a:\tb\n",
    "a tab in a value": "a: b\tc\n",
    "a tab in a comment": "a: b # \t\n",
    "an anchor": "a: &x b\n",
    "an alias": "a: *x\n",
    "a tag": "a: !x b\n",
    "a merge sign": "a: {b: 1}\n<<: 2\n",
    "a merge sign in brackets": "a: {<<: 2}\n",
    "a merge sign in quotes": "'<<': 2\n",
    "null": "a: null\n",
    "null in brackets": "a: [null]\nb: {c: NULL}\n",
    "a tilde": "a: ~\n",
    "nothing in a list": "- a\n-\n- b\n",
    "nothing in a mapping in brackets": "a: {b: }\n",
    "nothing in a list in brackets": "a: [b, ]\n",
    "a comma alone": "a: [,]\n",
    "two commas": "a: [b,, c]\n",
    "a word in a mapping in brackets": "a: {b}\n",
    "a pair in a list in brackets": "a: [b: c]\n",
    "a bracket that is not closed": "a: [b\nc: d\n",
    "a bracket too much": "a: [b]]\n",
    "the wrong bracket": "a: [b}\n",
    "text behind a bracket": "a: [b] c\n",
    "text between brackets": "a: {b: c} d, e: f}\n",
    "a colon glued in brackets": "a: {b:c}\n",
    "a question mark in brackets": "a: [b:?c]\n",
    "a comment in brackets": "a: [b,  # c\n  d]\n",
    "a word over lines in brackets": "a: [b\n  c]\n",
    "deep brackets": f"a: {'[' * 10}{']' * 10}\n",
    "an explicit key": "? a\n: b\n",
    "a list in a list": "- - a\n",
    "a dash alone": "-\n  a: b\n",
    "a value below its key": "a:\n  b\n",
    "quotes below their key": "a:\n  'b'\n",
    "brackets below their key": "a:\n  [b]\n",
    "plain text over lines": "a: b\n  c\n",
    "plain text that goes on as a key": "a: b\n  c: d\n",
    "plain text that goes on as a list": "a: b\n  - c\n",
    "a list behind a value": "a: b\n- c\n",
    "a key behind a list": "- a\nb: c\n",
    "a key below a list entry": "- a\n  b: c\n",
    "a deeper key": "a:\n  b: 1\n   c: 2\n",
    "a key between two levels": "a:\n    b: 1\n  c: 2\n",
    "a key above all": "  a: 1\nb: 2\n",
    "a dash between two levels": "a:\n  - b\n - c\n",
    "a dash above its list": "  - b\n- c\n",
    "two colons": "a: b: c\n",
    "a colon at the end": "a: b:\n",
    "a space before the colon": "a : b\n",
    "no space behind the colon": "a:b\n",
    "a comment glued to quotes": "a: 'b'#c\n",
    "text behind quotes": "a: 'b' c\n",
    "an escape": 'a: "b\\n"\n',
    "quotes over lines": "a: 'b\n  c'\n",
    "quotes that are not closed": "a: 'b\n",
    "an empty key": ": a\n",
    "an empty key in quotes": "'': a\n",
    "a key of two words": "a b: c\n",
    "a long key": f"{'a' * 101}: b\n",
    "a very long key": f"{'a' * 1030}: b\n",
    "a very long line": f"a: {'b' * 20_000}\n",
    "signs that begin no text": "a: @b\n",
    "a percent sign in front": "a: %b\n",
    "a directive": "%YAML 1.2\n---\na: b\n",
    "a beginning with more": "--- # x\na: b\n",
    "a second document": "a: b\n---\nc: d\n",
    "an end": "a: b\n...\n",
    "a literal that keeps its end": "a: |+\n  b\n\n",
    "a literal with its indent": "a: |2\n   b\n",
    "a literal with a comment": "a: | # c\n  b\n",
    "a literal of nothing": "a: |\nb: c\n",
    "a literal with an empty line in front": "a: |\n\n  b\n",
    "a literal without an end": "a: |\n  b",
    "a literal that ends in spaces": "a: |\n  b\n   ",
    "a literal with a line of spaces": "a:\n  b: |\n    c\n \n    d\n",
    "a literal with a line between two levels": "a:\n  b: |\n     c\n    d\n",
    "a literal behind a dash": "- a: |\n    b\n",
    "a literal behind a dash alone": "- |\n  b\n",
    "a folded text with a deeper line": "a: >\n  b\n   c\n",
    "text behind a sign of folding": "a: >b\n",
    "a carriage return": "a: b\rc: d\n",
    "a control character": "a: b\x07\n",
    "a control character in a comment": "a: b # \x1b\n",
    "a control character above ASCII": "a: b\x9b\n",
    "NUL": "a: b\x00\n",
    "a next line": "a: b # \u0085\n",
    "a line separator": "a: b # \u2028c: d\n",
    "a paragraph separator": "a: 'b\u2029'\n",
    "a byte order mark": "a: b\ufeff\n",
    "a byte order mark in front": "\ufeffa: b\n",
    "no character": "a: b\uffff\n",
    "half a pair": "a: b\ud800\n",
}  # fmt: skip


@pytest.mark.parametrize("name", LEFT)
def test_what_is_unusual_or_wrong_is_left_to_the_parser(name: str) -> None:
    assert byline.read(LEFT[name], LIMITS) is None


def test_a_text_that_may_exceed_a_limit_is_left_to_the_parser() -> None:
    text = "a: [b, c]\nd:\n  e: f\n"
    assert agree(text, Limits(depth=10, nodes=20))
    assert byline.read(text, Limits(depth=9)) is None
    assert byline.read(text, Limits(nodes=7)) is None
    assert parse(text, Limits(nodes=7)).whole
    assert not parse(text, Limits(nodes=5)).whole


def test_mappings_are_nested_as_deep_as_brackets_leave_room() -> None:
    levels = [f"{' ' * level}a:\n" for level in range(57)]
    assert agree("".join(levels[:56]))
    assert byline.read("".join(levels), LIMITS) is None


def test_equal_keys_are_one_text() -> None:
    tree = parse("first:\n  title: 1\nsecond: {title: 2}\nthird:\n  'title': 3\n  title-two: 4\n")
    first, second, third = (next(iter(entry)) for entry in tree.data.values())
    assert first == second == third == "title"
    assert first is second


def test_the_door_takes_what_is_read_by_line_and_asks_the_parser_for_the_rest() -> None:
    assert parse("a: [b]\n").data == {"a": ["b"]}
    assert parse("a: [null]\n").data == {"a": [None]}
    assert [fault.code for fault in parse("a: b\na: c\n").faults] == ["E003"]


def test_the_parser_is_loaded_for_the_first_text_that_needs_it() -> None:
    program = (
        "import sys; from alignplan.text.tree import parse\n"
        "print(parse('a: {b: [c]}').data, 'yaml' in sys.modules)\n"
        "print(parse('a: &x b').data, 'yaml' in sys.modules)\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said == "{'a': {'b': ['c']}} False\n{'a': 'b'} True\n"


PLANS = sorted(EXAMPLES.rglob("*.yaml"))


def test_nine_of_ten_files_of_the_examples_are_read_by_line() -> None:
    left = [path.relative_to(EXAMPLES) for path in PLANS if not agree(path.read_text(encoding="utf-8"))]
    assert len(left) * 10 <= len(PLANS), left


@pytest.mark.parametrize(
    "text",
    [
        f"a:{' ' * 1_000_000}!b\n",
        f"a: b{' ' * 1_000_000}c: d\n",
        f"a: {'x ' * 500_000}: y\n",
        f"a: {'x:' * 500_000}\n",
        f"a: '{chr(39) * 1_000_000}\n",
        f"a: {'[' * 1_000_000}\n",
        f"a: [{'x, ' * 300_000}x]\n",
        f"a: |\n{'  x x x x' * 100}\n{'  x' * 100}\n" + "  x\n" * 300_000 + " b: c\n",
    ],
    ids=["spaces", "more spaces", "words", "colons", "quotes", "brackets", "a list", "a literal"],
)
def test_long_lines_that_do_not_fit_are_left_at_once(text: str) -> None:
    script = "import sys; from alignplan.text import byline, nodes; print(byline.read(sys.stdin.read(), nodes.LIMITS))"
    done = subprocess.run(
        [sys.executable, "-c", script], input=text, capture_output=True, text=True, check=True, timeout=20
    )
    assert done.stdout == "None\n"


SIGNS = [*"-?:,[]{}#&*!|>'\"%@`~<=\\ \n\t\r.0a\u00a0\u0085\u2028\ufeffé", ": ", " #", "- ", "\n  ", "null", "|\n", ">-\n", "  ", "\r\n"]  # fmt: skip
PIECES = [text for text, _ in READ.values()]


@st.composite
def changed(draw: st.DrawFn) -> str:
    """Two texts of the usual style, with a few signs and lines put in, taken away, moved or indented."""
    text = draw(st.sampled_from(PIECES)) + draw(st.sampled_from(["", *PIECES]))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(["", *SIGNS])) + text[at + draw(st.integers(0, 2)) :]
        lines = text.split("\n")
        number = draw(st.integers(0, len(lines) - 1))
        lines.insert(draw(st.integers(0, len(lines))), " " * draw(st.integers(0, 2)) + lines.pop(number))
        text = "\n".join(lines)
    return text


@given(changed())
@example("a: |\n  x\n\n   ")
@example("a:\n  b: |-\n   # c\n \n    # c\n   # c\nb: c")
@example("- { url: http:?/x }\n")
@settings(max_examples=300, deadline=None)
def test_changed_texts_are_read_as_the_parser_reads_them_or_left_to_it(text: str) -> None:
    agree(text)


WORDS = st.sampled_from(
    ["a", "b c", "1:30", "-5", "x?", "it's", "'q, r'", '"s: t"', "null", "~", "?x", "y:", "#z", "", "é"]
)
FLOWS = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")
    | st.lists(st.tuples(st.sampled_from(["a", "b", "'c'", "d e"]), inner), max_size=3).map(
        lambda pairs: "{" + ",".join(f"{key}: {value}" for key, value in pairs) + "}"
    ),
    max_leaves=6,
)  # fmt: skip


@given(FLOWS, st.sampled_from(["a: {}\n", "- {}", "a:\n  - b: {}  # c\n    d: e\n", "a:\n  b: {}\n"]))
@settings(max_examples=300, deadline=None)
def test_brackets_are_read_as_the_parser_reads_them_or_left_to_it(flow: str, frame: str) -> None:
    agree(frame.replace("{}", flow))


def test_brackets_over_many_lines_are_read_or_left_to_the_parser_at_once() -> None:
    lines = "".join(f"          x{number}: 2,\n" for number in range(40))
    text = f"k:\n  a: {{x: 1,\n{lines}          y: a#b  # what is not read here\n     }}\n"
    start = time.process_time()
    assert parse(text).data["k"]["a"]["x39"] == "2"
    assert time.process_time() - start < 2
