"""Ids in comments: in the reason of a suppression they are renamed, elsewhere told."""

from __future__ import annotations

import pytest

from alignplan.editing.comments import ids_in_comments, renamed_in_suppressions


def renamed(text: str, old: str, new: str) -> str:
    for edit in reversed(renamed_in_suppressions(text, old, new)):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: b  # alignplan: ignore[A101] waits for new-line, until 2027-01-31",
         "a: b  # alignplan: ignore[A101] waits for old.2, until 2027-01-31"),
        ("# alignplan: ignore[A101] see new-line/step.\na: b", "# alignplan: ignore[A101] see old.2/step.\na: b"),
        ("a: b # alignplan: ignore[A101] see `new-line`", "a: b # alignplan: ignore[A101] see `old.2`"),
    ],
)  # fmt: skip
def test_the_reason_of_a_suppression_has_the_new_name(before: str, after: str) -> None:
    assert renamed(before, "new-line", "old.2") == after


@pytest.mark.parametrize(
    "text",
    [
        "a: b  # alignplan: ignore[A101] waits for new-lines and a-new-line, the x/new-line too",
        "a: b  # stands by: see new-line",
        "a: '# alignplan: ignore[A101] new-line'",
        "a: |\n  # alignplan: ignore[A101] new-line",
        "a: b  # alignplan: ignore[A101] new-line.a",
    ],
)
def test_what_is_not_the_id_stays(text: str) -> None:
    assert renamed(text, "new-line", "x") == text


def test_a_word_of_the_language_is_an_id_only_between_backticks() -> None:
    text = "a: b  # alignplan: ignore[T302] care takes care of `care` and `care/desk`"
    assert renamed(text, "care", "help") == (
        "a: b  # alignplan: ignore[T302] care takes care of `help` and `help/desk`"
    )


def test_other_comments_are_told() -> None:
    text = (
        "# about new-line\na: 'x # new-line'  # new-line, new-line.\nb: c  # alignplan: ignore[A1] new-line\n"
    )
    assert [text[at - 2 : at + 8] for at in ids_in_comments(text, "new-line")] == [
        "t new-line",
        "# new-line",
        ", new-line",
    ]
