"""Several new entries of a mapping at once: each group below the entry that it names, written as that one is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.patching.case import after, text_of

from alignplan.text.patching import InsertMany, OneLine, Plain, Refused, patched
from alignplan.text.tree import parse

PLAN = text_of("""
    block:
      # the first
      a: 1
      b: {value: 2, note: two}  # beside
        # of b

      c: 3
    quoted:
      'a': 1
      "b": 2
    lines: {
      a: 1,  # beside
      b: 2
    }
    row: {a: 1, b: 2,}
    wide: {a: 1, b: 2, text: "more than one hundred signs stand on this line, and so there is no room for more",
           c: 3}
    short: Title
""")


def many(name: str, *groups: tuple[str | None, dict[str, object]]) -> InsertMany:
    return InsertMany(
        (name,), tuple((key, {k: Plain(v) for k, v in entries.items()}) for key, entries in groups)
    )


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (many("block", ("c", {"d": 4, "e": 5})), "\n  c: 3\n", "\n  c: 3\n  d: 4\n  e: 5\n"),
        (many("block", (None, {"0": 0})), "  # the first\n", "  0: 0\n  # the first\n"),
        (many("block", ("b", {"b2": 4})), "    # of b\n", "    # of b\n  b2: 4\n"),
        (many("quoted", ("a", {"a2": 4}), ("b", {"c": 5})), "  'a': 1\n  \"b\": 2\n",
         "  'a': 1\n  'a2': 4\n  \"b\": 2\n  \"c\": 5\n"),
        (many("lines", ("a", {"a2": 4})), "  a: 1,  # beside\n", "  a: 1,  # beside\n  a2: 4,\n"),
        (many("lines", ("b", {"c": 4, "d": 5})), "  b: 2\n", "  b: 2,\n  c: 4,\n  d: 5\n"),
        (many("lines", (None, {"0": 4, "01": 5})), "  a: 1,  #", "  0: 4,\n  01: 5,\n  a: 1,  #"),
        (many("row", ("a", {"a2": 4}), ("b", {"c": 5, "d": 6})), "{a: 1, b: 2,}",
         "{a: 1, a2: 4, b: 2, c: 5, d: 6,}"),
        (many("row", (None, {"0": 4, "00": 5})), "row: {a: 1", "row: {0: 4, 00: 5, a: 1"),
        (many("wide", ("c", {"d": 4})), "       c: 3}", "       c: 3, d: 4}"),
        (many("wide", ("text", {"d": 4})), "for more\",\n", "for more\",\n       d: 4,\n"),
        (many("wide", (None, {"0": 4})), "wide: {a: 1", "wide: {0: 4,\n       a: 1"),
    ],
)  # fmt: skip
def test_entries_stand_where_they_are_named_and_nothing_else_changes(
    change: InsertMany, old: str, new: str
) -> None:
    assert PLAN.count(old) == 1
    assert after(PLAN, change) == PLAN.replace(old, new)


def test_several_mappings_are_filled_at_once() -> None:
    done = after(PLAN, many("row", ("b", {"c": 3})), many("block", ("c", {"d": 4})))
    assert done == PLAN.replace("b: 2,}", "b: 2, c: 3,}").replace("\n  c: 3\n", "\n  c: 3\n  d: 4\n")


def test_line_ends_and_a_missing_last_one_are_kept() -> None:
    text = "k:\r\n  a: 1"
    assert after(text, many("k", ("a", {"b": 2, "c": 3}))) == "k:\r\n  a: 1\r\n  b: 2\r\n  c: 3"


def test_rows_are_wrapped_where_they_end() -> None:
    text = "k: {" + ", ".join(f"key-{number}: 1" for number in range(9)) + "}\n"
    done = after(text, many("k", ("key-8", {f"new-{number}": 1 for number in range(12)})))
    assert done == (
        "k: {key-0: 1, key-1: 1, key-2: 1, key-3: 1, key-4: 1, key-5: 1, key-6: 1, key-7: 1, key-8: 1,\n"
        "    new-0: 1, new-1: 1, new-2: 1, new-3: 1, new-4: 1, new-5: 1, new-6: 1, new-7: 1, new-8: 1,\n"
        "    new-9: 1, new-10: 1, new-11: 1}\n"
    )


def test_a_mapping_on_one_line_stays_there_however_long_it_is() -> None:
    note = "word " * 40 + "end"
    change = InsertMany(("block",), (("c", {"d": OneLine(value=4, note=note)}),))
    assert after(PLAN, change) == PLAN.replace("\n  c: 3\n", f"\n  c: 3\n  d: {{value: 4, note: {note}}}\n")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (many("short", (None, {"a": 1})), "`short` is no mapping with entries"),
        (many("nothing", (None, {"a": 1})), "`nothing` is no mapping with entries"),
        (many("block", ("x", {"d": 1})), "there is no `x` beside which to stand"),
        (many("block", ("a", {"c": 1})), "`block/c` is there already"),
    ],
)
def test_what_cannot_be_is_refused(change: InsertMany, message: str) -> None:
    with pytest.raises(Refused) as refused:
        patched(PLAN, [change])
    assert refused.value.message == message


KEYS = st.lists(st.integers(0, 60), unique=True, max_size=30)


@given(KEYS.filter(bool), KEYS, st.booleans(), st.booleans())
@settings(max_examples=80, deadline=None)
def test_any_keys_among_any_others(old: list[int], new: list[int], flow: bool, ended: bool) -> None:
    new = [key for key in new if key not in old]
    if flow:
        text = "k: {" + ", ".join(f"k{key}: {key}" for key in sorted(old)) + "}"
    else:
        text = "k:\n" + "\n".join(f"  k{key}: {key}  # {key}" for key in sorted(old))
    text += "\n" if ended else ""
    groups: dict[str | None, dict[str, Plain]] = {}
    for key in sorted(new):
        above = max((one for one in old if one < key), default=None)
        groups.setdefault(None if above is None else f"k{above}", {})[f"k{key}"] = Plain(str(key))
    if not groups:
        return
    done = after(text, InsertMany(("k",), tuple(groups.items())))
    assert list(parse(done).data["k"].items()) == [(f"k{key}", str(key)) for key in sorted([*old, *new])]
    assert done.endswith("\n") is ended
    if not flow:
        kept = [line for line in done.split("\n") if "#" in line]
        assert kept == [line for line in text.split("\n") if "#" in line]
