"""What waits for what: between steps, tactics and milestones, with all that may be wrong with it."""

from __future__ import annotations

import pytest
from tests.analysis.schedule.plans import planned, schedule, span, spans

from alignplan.analysis.schedule.answer import Ground
from alignplan.analysis.schedule.notes import NoteKind


@pytest.mark.parametrize(
    ("link", "days"),
    [
        ("a", ("2026-11-30", "2026-12-04")),
        ("{a: + 2d}", ("2026-12-02", "2026-12-08")),
        ("{a: + 3d elapsed}", ("2026-12-01", "2026-12-07")),
        ("{a: finish-start - 2d}", ("2026-11-26", "2026-12-02")),
        ("{a: start-start + 1d}", ("2026-11-24", "2026-11-30")),
        ("{a: finish-finish + 1d}", ("2026-11-24", "2026-11-30")),
        ("{a: start-finish + 6d}", ("2026-11-24", "2026-11-30")),
    ],
)
def test_all_kinds_of_links_with_their_lags(link: str, days: tuple[str, str]) -> None:
    found = schedule(planned(f"a: {{duration: 1w}}\nb: {{duration: 1w, after: [{link}]}}"))
    assert span(found, "t/b") == days


def test_tactics_wait_for_tactics_and_their_steps_with_them() -> None:
    text = (
        "tactics:\n"
        "  one: {title: 1, actions: {a: {duration: 1w}, b: {duration: 2w}}}\n"
        "  two: {title: 2, after: one, actions: {c: {duration: 1w}, d: {duration: 1d, after: c}}}\n"
        "  ends: {title: 3, after: [{two: finish-finish + 1d}], actions: {e: {duration: 1d}}}\n"
        "  begins: {title: 4, after: [{two: start-start + 1d}], actions: {f: {duration: 1d}}}\n"
        "  bar: {title: 5, start: 2026-11-23, due: 2026-11-24, after: two/c}\n"
    )
    found = schedule(text)
    assert span(found, "one") == ("2026-11-23", "2026-12-04")
    assert span(found, "two") == ("2026-12-07", "2026-12-14")
    assert span(found, "ends/e") == ("2026-11-23", "2026-11-23")
    assert span(found, "ends") == ("2026-11-23", "2026-12-15")
    assert span(found, "begins/f") == ("2026-12-08", "2026-12-08")
    assert span(found, "bar") == ("2026-12-14", "2026-12-15")
    assert (found.items["two/c"].why.ground, found.items["two/c"].why.item) == (Ground.WAITS, "one")


def test_what_has_begun_waits_for_nothing_any_more() -> None:
    found = schedule(
        planned("a: {duration: 2w}\nb: {effort: 5d, started: 2026-11-16, progress: 20%, after: a}")
    )
    assert span(found, "t/b") == ("2026-11-16", "2026-11-26")


def test_a_lag_counts_from_the_day_on_which_something_was_done() -> None:
    found = schedule(
        planned(
            "a: {duration: 1w, started: 2026-11-09, finished: 2026-11-20}\nb: {duration: 1d, after: [{a: + 5d}]}"
        )
    )
    assert span(found, "t/b") == ("2026-11-30", "2026-11-30")


def test_what_waits_for_itself_is_left_out_and_told() -> None:
    found = schedule(
        planned("a: {duration: 1w, after: b}\nb: {duration: 1w, after: a}\nc: {duration: 1w, after: b}")
    )
    assert "t/a" not in found.items
    assert span(found, "t/c") == ("2026-11-23", "2026-11-27")
    assert [(note.kind, note.item, note.others) for note in found.draft.notes] == [
        (NoteKind.CIRCLE, "t/a", ("t/b",))
    ]


def test_of_works_that_overlap_the_weaker_link_is_let_go_and_told() -> None:
    found = schedule(
        planned(
            "a: {duration: 1w, after: [{b: finish-finish}]}\nb: {duration: 2w, after: [{a: start-start + 1d}]}"
        )
    )
    assert spans(found, "a", "b") == [("2026-11-23", "2026-11-27"), ("2026-11-24", "2026-12-07")]
    assert [(note.kind, note.item, note.others) for note in found.draft.notes] == [
        (NoteKind.OVERLAP, "t/a", ("t/b",))
    ]


def test_nothing_waits_for_what_stands_by() -> None:
    more = "  s: {title: S, status: planned}\nrisks: {r: {title: R, contingencies: {c: {activates: s}}}}\n"
    found = schedule(planned("a: {duration: 1d, after: s}", more=more))
    assert span(found, "t/a") == ("2026-11-23", "2026-11-23")
    assert [(note.kind, note.item, note.others) for note in found.draft.notes] == [
        (NoteKind.STANDING_BY, "t/a", ("s",))
    ]
