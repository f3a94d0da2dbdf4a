"""Unified diffs: real git takes every one, and the lines of context are those that stand there."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignplan.editing.unified import unified
from alignplan.text.patching import Edit

TEN = "".join(f"line {number}\n" for number in range(1, 11))


def edited(text: str, *edits: Edit) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def replaced(text: str, old: str, new: str) -> Edit:
    start = text.index(old)
    return Edit(start, start + len(old), new)


def applied(folder: Path, path: str, old: str | None, patch: str, *options: str) -> str:
    """What real git makes of a file with a patch."""
    file = folder / path
    if old is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(old.encode())
    done = subprocess.run(
        ["git", "apply", *options, "-"], cwd=folder, input=patch.encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, (done.stderr.decode(), patch)
    return file.read_bytes().decode()


def test_one_line_with_three_around_it() -> None:
    assert unified("a.yaml", TEN, [replaced(TEN, "line 5", "LINE 5")]) == (
        "diff --git a/a.yaml b/a.yaml\n"
        "--- a/a.yaml\n"
        "+++ b/a.yaml\n"
        "@@ -2,7 +2,7 @@\n"
        " line 2\n line 3\n line 4\n-line 5\n+LINE 5\n line 6\n line 7\n line 8\n"
    )


def test_lines_side_by_side_go_before_what_comes() -> None:
    edits = [replaced(TEN, "line 5", "V"), replaced(TEN, "line 6", "VI")]
    assert "-line 5\n-line 6\n+V\n+VI\n" in unified("a", TEN, edits)


def test_lines_far_apart_are_two_hunks() -> None:
    edits = [replaced(TEN, "line 1\n", ""), replaced(TEN, "line 10", "ten")]
    heads = [line for line in unified("a", TEN, edits).splitlines() if line.startswith("@@")]
    assert heads == ["@@ -1,4 +1,3 @@", "@@ -7,4 +6,4 @@"]


def test_what_changes_nothing_is_no_diff() -> None:
    assert unified("a", TEN, []) == ""
    assert unified("a", TEN, [Edit(0, 4, "line")]) == ""


@pytest.mark.parametrize(
    ("old", "edits"),
    [
        (TEN, [Edit(len(TEN), len(TEN), "line 11\n")]),
        (TEN, [Edit(0, 0, "line 0\n")]),
        (TEN, [Edit(0, len(TEN), "")]),
        ("", [Edit(0, 0, "first\n")]),
        ("one\ntwo", [Edit(7, 7, "\nthree")]),
        ("one\ntwo", [Edit(7, 7, "\n")]),
        ("one\ntwo\n", [Edit(7, 8, "")]),
        ("one\r\ntwo\r\nthree\r\n", [Edit(5, 8, "2")]),
        ("\ufeffone\ntwo\n", [Edit(1, 4, "1")]),
        ("a\n\n\nb\n", [Edit(2, 3, "x\n")]),
        ("naïve 漢\ntwo\n", [Edit(0, 5, "plain")]),
    ],
)
def test_git_takes_it(tmp_path: Path, old: str, edits: list[Edit]) -> None:
    patch = unified("a.yaml", old, edits)
    assert applied(tmp_path, "a.yaml", old, patch) == edited(old, *edits)
    assert applied(tmp_path, "a.yaml", edited(old, *edits), patch, "-R") == old


@pytest.mark.parametrize(
    "path",
    ["a.yaml", "tactics/a.yaml", "with blank.yaml", "two  blanks/a b.yaml", "ärger.yaml", 'quo"te.yaml',
     "back\\slash.yaml", "tab\there.yaml", "漢字/a.yaml", "ä b.yaml"],
)  # fmt: skip
@pytest.mark.parametrize("old", [TEN, None])
def test_git_finds_the_file(tmp_path: Path, path: str, old: str | None) -> None:
    edit = Edit(0, 0, "line 0\n")
    patch = unified(path, old, [edit])
    assert applied(tmp_path, path, old, patch) == edited(old or "", edit)


def test_a_new_file_says_so() -> None:
    assert unified("t/new.yaml", None, [Edit(0, 0, "a: 1\n")]) == (
        "diff --git a/t/new.yaml b/t/new.yaml\n"
        "new file mode 100644\n"
        "--- /dev/null\n"
        "+++ b/t/new.yaml\n"
        "@@ -0,0 +1 @@\n"
        "+a: 1\n"
    )


TEXTS = st.text(st.sampled_from("ab: #\n\n\n\r"), max_size=60)


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(TEXTS)
    marks = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    if len(marks) % 2:
        marks.pop()
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return text, [Edit(start, end, draw(TEXTS)) for start, end in pairs]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts_with_edits())
def test_git_takes_any_edits_of_any_text(tmp_path: Path, drawn: tuple[str, list[Edit]]) -> None:
    old, edits = drawn
    patch = unified("a.yaml", old, edits)
    if patch:
        assert applied(tmp_path, "a.yaml", old, patch) == edited(old, *edits)
    else:
        assert edited(old, *edits) == old


def test_a_long_stretch_is_told_quickly_as_gone_and_come() -> None:
    old = "".join(f"{number}\n" for number in range(3000))
    new = "".join(f"{number * 7 % 3000}\n" for number in range(3000))
    patch = unified("a", old, [Edit(0, len(old), new)])
    assert patch.count("\n-") + patch.count("\n+") >= 5990
