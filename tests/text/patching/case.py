"""What a test of a change says: the text before, the change, the text after."""

from __future__ import annotations

from textwrap import dedent

from alignplan.text.patching import Change, Edit, Patched, Route, patched

__all__ = ["after", "by_hand", "route", "text_of"]


def text_of(block: str) -> str:
    """A text as it is written in a test: with the indentation of the test, and an empty first line."""
    return dedent(block).removeprefix("\n")


def after(before: str, *changes: Change) -> str:
    """The text after the changes; the edits by hand give the same."""
    done = patched(before, changes)
    assert by_hand(before, done) == done.text
    return done.text


def by_hand(before: str, done: Patched) -> str:
    """The edits made one by one, from the last to the first."""
    text = before
    last = Edit(len(before) + 1, len(before) + 1, "")
    for edit in reversed(done.edits):
        assert 0 <= edit.start <= edit.end < last.start, "sorted, and none touches another"
        text = text[: edit.start] + edit.new + text[edit.end :]
        last = edit
    return text


def route(path: str) -> Route:
    """A route as a test writes it: `tactics/a/after/0`."""
    return tuple(int(step) if step.isdigit() else step for step in path.split("/"))
