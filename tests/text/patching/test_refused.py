"""What cannot be changed safely is refused, with the place and a way out; nothing is given back then."""

from __future__ import annotations

import pytest
from tests.text.patching.case import after

from alignplan.text.patching import Append, Change, Delete, Insert, Plain, Put, Refused, Rename, lift, patched

BASE = "base: &base {owner: mia}\na: *base\nb: {<<: *base, x: 1}\nc: c\nd:\n- *base\n"


@pytest.mark.parametrize(
    ("text", "change", "marked", "message"),
    [
        (BASE, Put(("a", "owner"), "tom"), "*base", "`a` is the alias `*base`: what is in it stands at `&base`"),
        (BASE, Delete(("a", "owner")), "*base", "`a` is the alias `*base`: what is in it stands at `&base`"),
        (BASE, Put(("d", 0, "owner"), "x"), "*base", "`d/0` is the alias `*base`: what is in it stands at `&base`"),
        (BASE, Put(("b", "owner"), "tom"), "<<", "`b/owner` may come from `*base`, by the merge key `<<`"),
        (BASE, Put(("base", "owner"), "tom"), "&base", "`*base` elsewhere stands for what is written at `&base`, and would change with it"),
        (BASE, Delete(("base",)), "&base", "`*base` elsewhere stands for what is written at `&base`, and would change with it"),
        (BASE, Delete(("c", "x")), "c: c", "there is no `x` in `c`"),
        (BASE, Delete(("e",)), "base", "there is no `e`"),
        (BASE, Rename(("c",), "b"), "b: {<<", "there is a `b` already"),
        (BASE, Rename(("d", 0), "x"), "- *base", "`d/0` is an element of a list and has no key"),
        (BASE, Insert(("c",), 1), "c\n", "`c` is there already"),
        (BASE, Insert(("e",), 1, after="z"), "base", "there is no `z` beside which to stand"),
        (BASE, Insert(("c", "x"), 1), "c\n", "`c` is no mapping"),
        (BASE, Insert(("d", 3), 1), "- *base", "there is no place 3 in `d`"),
        (BASE, Put(("d", 1), 1), "- *base", "`d` has no `1` to change"),
        (BASE, Put(("d", "x"), 1), "- *base", "`d` has no `x` to change"),
        (BASE, Put((), 1), "base", "the whole file cannot be changed at once"),
        (BASE, Delete(()), "base", "the whole file cannot be changed at once"),
        (BASE, Append((), 1), "base", "there is no list ``"),
        ("- a\n", Put((0, "x"), 1), "a\n", "there is a text here, not a mapping"),
        ("a: 1\nb: 2\na: 3\n", Put(("a",), 4), "a: 3", "`a` stands twice in this file"),
        ("a: 1\nb: [\n", Put(("a",), 4), "[", "this file cannot be changed before it can be read: not valid YAML: a list `[…]` that is not closed, or a comma is missing"),
        ("a: 1\n---\nb: 1\n", Put(("a",), 4), "---", "this file cannot be changed before it can be read: a second document begins here"),
        ("a: 1\n", Put(("a",), Plain("x: y")), "1\n", "after the change the file would have a fault: not valid YAML: a second `: ` in one value, or a key that is indented differently from its neighbours"),
        ("a: 1\n", Put(("a",), Plain("x # y")), "1\n", "the change would not read as intended at `a`"),
        ("a: [x: 1, z]\n", Put(("a", 0, "q"), 1), "x: 1", "`a/0` is a mapping without braces"),
    ],
)  # fmt: skip
def test_the_place_and_the_way_out_are_told(text: str, change: Change, marked: str, message: str) -> None:
    with pytest.raises(Refused) as caught:
        patched(text, [change])
    assert caught.value.message == message
    assert text[caught.value.offset :].startswith(marked)
    assert caught.value.help


def test_the_place_is_one_of_the_old_text_whatever_was_changed_before() -> None:
    text = "a: 1\nb: 2\nc: *x\n".replace("*x", "&x {}") + "d: *x\n"
    with pytest.raises(Refused) as caught:
        patched(text, [Put(("a",), "a much longer value"), Delete(("b",)), Put(("d", "e"), 1)])
    assert text[caught.value.offset :] == "*x\n"


def test_a_byte_order_mark_counts_in_the_place() -> None:
    with pytest.raises(Refused) as caught:
        patched("\ufeffa: 1\nb: *x\n", [Put(("a",), 2)])
    assert caught.value.offset == len("\ufeffa: 1\nb: ")


def test_faults_elsewhere_do_not_matter() -> None:
    text = "a: 1\nb: !tag x\nb: 2\nc: {<<: {}}\nd: 3\n"
    assert after(text, Put(("a",), 4)) == text.replace("a: 1", "a: 4")
    assert after(text, Delete(("d",))) == text.replace("d: 3\n", "")
    assert after(text, Put(("c",), {})) == text.replace("{<<: {}}", "{}")


def test_an_alias_itself_can_be_changed() -> None:
    assert after(BASE, Put(("a",), "x")) == BASE.replace("a: *base", "a: x")
    assert after(BASE, Delete(("a",))) == BASE.replace("a: *base\n", "")
    assert after(BASE, Put(("a",), "x"), Delete(("b",)), Delete(("d",)), Put(("base", "owner"), "tom")) == (
        "base: &base {owner: tom}\na: x\nc: c\n"
    )


def test_an_anchor_that_nobody_uses_is_no_hindrance() -> None:
    assert after("a: &x {b: 1}\n", Put(("a", "b"), 2)) == "a: &x {b: 2}\n"


def test_only_what_can_be_lifted_is() -> None:
    with pytest.raises(Refused, match="there is no `z`"):
        lift(BASE, ("z",))
    with pytest.raises(Refused, match="`a` is the alias"):
        lift(BASE, ("a", "owner"))
    with pytest.raises(Refused, match=r"written with `\?`"):
        lift("? a\n: 1\n", ("a",))
    with pytest.raises(Refused, match="the whole file"):
        lift(BASE, ())


def test_more_than_is_read_is_refused() -> None:
    with pytest.raises(Refused, match="nested more than 64 levels deep"):
        patched("a: 1\nb: " + "[" * 70 + "]" * 70 + "\n", [Put(("a",), 2)])
