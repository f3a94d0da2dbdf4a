"""What a finding is known by, which of several are known, and the file that keeps them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignplan.diagnostics.baseline import Baseline, read_baseline
from alignplan.diagnostics.finding import Finding, Place
from alignplan.diagnostics.identity import Identity, identity_of, known_among, renamed
from alignplan.errors import Misuse

A = Identity("A101", "paths", "supports")
B = Identity("T302", "paths", "owner")


def test_neither_line_nor_file_nor_words_are_part_of_it() -> None:
    one = Finding("S404", "due 3 days ago", Place("a.yaml", ("tactics", "x", "due")), "x", "due")
    other = Finding(
        "S404", "due 4 days ago", Place("b.yaml", ("tactics", "x", "due"), span=(3, 9)), "x", "due"
    )
    assert identity_of(one) == identity_of(other) == Identity("S404", "x", "due")


def test_faults_of_the_files_are_known_by_their_words() -> None:
    fault = Finding("E009", "`harvst` is not in the plan", Place("a.yaml"), "x", "supports")
    assert identity_of(fault) == Identity("E009", "x", "supports", "`harvst` is not in the plan")
    about_nothing = Finding("E011", "`x` leads out", Place("a.yaml", ("include", 0)))
    assert identity_of(about_nothing) == Identity("E011", "", "include/0", "`x` leads out")


def test_names_change_item_address_and_quoted_words() -> None:
    def names(id: str) -> str:
        return {"old": "new", "old/step": "new/step", "kpi/old": "kpi/new"}.get(id, id)

    assert renamed(Identity("T302", "old", "owner"), names) == Identity("T302", "new", "owner")
    assert renamed(Identity("T302", "old/step", ""), names) == Identity("T302", "new/step", "")
    assert renamed(Identity("M208", "x", "moves/old"), names) == Identity("M208", "x", "moves/new")
    assert renamed(Identity("M208", "x", "moves/kpi/old"), names) == Identity("M208", "x", "moves/kpi/new")
    assert renamed(Identity("E001", "", "tactics/old/due", "`old` is older"), names) == Identity(
        "E001", "", "tactics/new/due", "`new` is older"
    )


def test_so_many_are_known_and_no_more() -> None:
    assert known_among([A, B, A, A], {A: 2}) == [True, False, True, False]
    assert known_among([A, B, A, A], {A: 2}, {3, 0}) == [True, False, False, True]
    assert known_among([], {A: 1}) == []


# ------------------------------------------------------------ the file

texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
identities = st.builds(
    lambda code, item, where, words: Identity(f"{code[0]}{code[1]:03}", item, where, words),
    st.tuples(st.sampled_from("AEMT"), st.integers(0, 999)),
    texts | st.just(""),
    texts | st.just(""),
    texts | st.just(""),
)


@given(st.dictionaries(identities, st.integers(1, 9), max_size=8))
def test_it_is_read_as_it_was_written(entries: dict[Identity, int]) -> None:
    baseline = Baseline(entries)
    text = baseline.text()
    assert read_baseline(text.encode(), "b.json") == baseline
    assert read_baseline(text.replace("\n", "\r\n").encode("utf-8-sig"), "b.json") == baseline
    assert Baseline(dict(reversed(entries.items()))).text() == text
    lines = text.split("\n")
    for identity, line in baseline.lines().items():
        assert json.loads(lines[line - 1].rstrip(","))["code"] == identity.code


def test_one_finding_is_one_line() -> None:
    assert Baseline({A: 1, B: 2}).text() == (
        '{\n  "schema": "alignplan-baseline/1",\n  "findings": [\n'
        '    {"code": "T302", "item": "paths", "field": "owner", "count": 2},\n'
        '    {"code": "A101", "item": "paths", "field": "supports"}\n'
        "  ]\n}\n"
    )
    assert Baseline().text() == '{\n  "schema": "alignplan-baseline/1",\n  "findings": []\n}\n'


HEAD = '{"schema": "alignplan-baseline/1", "findings": '


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "b.json:1:1: not JSON: expecting value"),
        ("{\n  <<<<<<< HEAD\n", "b.json:2:3: not JSON: expecting property name enclosed in double quotes"),
        ("[]", 'b.json is no baseline: it does not say `"schema": "alignplan-baseline/1"`'),
        ('{"schema": "check/1"}', 'b.json is no baseline: it does not say `"schema": "alignplan-baseline/1"`'),
        (
            '{"schema": "alignplan-baseline/2", "findings": []}',
            "b.json has version 2 of its format, which is not known here",
        ),
        (HEAD + '[], "more": 1}', "b.json is no baseline: it has `schema` and a list `findings`, nothing else"),
        (HEAD + "{}}", "b.json is no baseline: it has `schema` and a list `findings`, nothing else"),
        (HEAD + "[1]}", "b.json: findings[0] has no `code` of a rule"),
        (HEAD + '[{"code": "a1"}]}', "b.json: findings[0] has no `code` of a rule"),
        (HEAD + '[{"code": "A101", "line": "4"}]}', "b.json: findings[0]: `line` has no place there"),
        (HEAD + '[{"code": "A101", "item": 4}]}', "b.json: findings[0]: `item` is no text"),
        (HEAD + '[{"code": "A101", "item": "x", "count": 0}]}', "b.json: findings[0]: `count` is no whole number from 1"),
        (HEAD + '[{"code": "A101", "item": "x", "count": true}]}', "b.json: findings[0]: `count` is no whole number from 1"),
        (HEAD + '[{"code": "A101", "code": "A102"}]}', "b.json is no baseline: `code` stands twice in one object"),
        ("[" * 100_000, "b.json is no baseline: "),
        (HEAD + "[" + "9" * 5000 + "]}", "b.json is no baseline: "),
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_said(text: str, words: str) -> None:
    with pytest.raises(Misuse) as refused:
        read_baseline(text.encode(), "b.json")
    assert refused.value.message.startswith(words)
    assert "alignplan" in refused.value.hint or "--force" in refused.value.hint


def test_what_is_no_text_is_said() -> None:
    with pytest.raises(Misuse, match=r"b\.json is not UTF-8 text"):
        read_baseline(b"\xff\xfe", "b.json")


def test_entries_that_stand_twice_count_twice() -> None:
    text = HEAD + '[{"code": "A101", "item": "x"}, {"code": "A101", "item": "x", "count": 2}]}'
    assert read_baseline(text.encode(), "b.json") == Baseline({Identity("A101", "x"): 3})
