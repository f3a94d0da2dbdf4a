"""How long work takes, and from when on: efforts, durations, elapsed time, planned days, history."""

from __future__ import annotations

from tests.analysis.schedule.plans import planned, schedule, span, spans

from alignplan.analysis.schedule.answer import Ground


def test_effort_is_divided_by_who_does_it_and_durations_need_nobody() -> None:
    found = schedule(
        planned(
            """
            whole: {effort: 5d}
            half: {owner: ben, effort: 5d}
            both: {assigned: {mia: 50%, ben: 50%}, effort: 5d}
            days: {duration: 2w}
            calendar: {elapsed: 14d}
            """
        )
    )
    assert span(found, "t/half") == ("2026-11-23", "2026-12-04")
    assert span(found, "t/days") == ("2026-11-23", "2026-12-04")
    assert span(found, "t/calendar") == ("2026-11-22", "2026-12-05")
    assert found.items["t/half"].assigned[0].share == 50
    assert [one.who for one in found.items["t/both"].assigned] == ["mia", "ben"]
    # Mia can do one of the two at a time where the other takes all of her.
    ends = sorted(span(found, f"t/{name}")[1] or "" for name in ("whole", "both"))
    assert ends[0] == "2026-11-27"


def test_a_share_is_at_most_what_there_is_of_someone() -> None:
    found = schedule(planned("a: {assigned: {ben: 100%}, effort: 5d}"))
    assert spans(found, "a") == [("2026-11-23", "2026-12-04")]
    assert found.items["t/a"].assigned[0].share == 50


def test_what_is_done_stays_and_what_runs_is_split_at_today() -> None:
    found = schedule(
        planned(
            """
            done: {effort: 10d, started: 2026-11-02, finished: 2026-11-11}
            runs: {effort: 10d, started: 2026-11-16, progress: 60%, after: done}
            left: {effort: 10d, started: 2026-11-16, progress: 60%, remaining: 2d, owner: ben}
            next: {effort: 1d, after: runs}
            """
        )
    )
    assert spans(found, "done", "runs", "left", "next") == [
        ("2026-11-02", "2026-11-11"),
        ("2026-11-16", "2026-11-26"),
        ("2026-11-16", "2026-11-26"),
        ("2026-11-27", "2026-11-27"),
    ]
    assert found.items["t/done"].why.ground is Ground.DONE
    assert found.items["t/runs"].why.ground is Ground.BEGUN
    assert span(found, "t") == ("2026-11-02", "2026-11-27")


def test_nothing_that_has_not_begun_is_placed_before_today() -> None:
    found = schedule(planned("a: {effort: 5d, start: 2026-10-05, due: 2026-10-09}"))
    assert spans(found, "a") == [("2026-11-23", "2026-11-27")]
    assert found.items["t/a"].late_days == 35


def test_a_planned_start_is_a_wish_and_not_before_is_none() -> None:
    found = schedule(
        planned(
            """
            wish: {owner: ben, effort: 5d, start: 2027-02-01}
            must: {effort: 5d, not_before: 2027-02-01}
            """
        )
    )
    assert spans(found, "wish", "must") == [("2026-11-23", "2026-12-04"), ("2027-02-01", "2027-02-05")]
    assert found.items["t/must"].why.ground is Ground.NOT_BEFORE


def test_the_first_day_of_a_tactic_opens_it_and_so_does_its_not_before() -> None:
    found = schedule(planned("a: {effort: 5d}", tactic="start: 2026-12-07"))
    assert spans(found, "a") == [("2026-12-07", "2026-12-11")]
    assert found.items["t/a"].why.ground is Ground.WINDOW
    found = schedule(planned("a: {effort: 5d}", tactic="not_before: 2026-12-14"))
    assert spans(found, "a") == [("2026-12-14", "2026-12-18")]


def test_planned_days_stand_for_an_estimate_and_a_due_for_an_end() -> None:
    found = schedule(
        planned(
            """
            both: {start: 2026-12-07, due: 2026-12-18}
            late: {start: 2026-11-02, due: 2026-11-13}
            ends: {due: 2026-12-18}
            after: {duration: 1d, after: ends}
            goes: {start: 2026-11-02, due: 2026-12-11, status: active}
            """
        )
    )
    assert spans(found, "both", "late", "ends", "after", "goes") == [
        ("2026-12-07", "2026-12-18"),
        ("2026-11-23", "2026-12-04"),
        (None, "2026-12-18"),
        ("2026-12-21", "2026-12-21"),
        ("2026-11-02", "2026-12-11"),
    ]
    assert not found.items["t/ends"].estimated
    assert found.items["t/both"].why.ground is Ground.PLANNED


def test_what_nobody_knows_is_unknown_and_takes_no_time_from_others() -> None:
    found = schedule(planned("a: A\nb: {effort: 5d, after: a}"))
    assert spans(found, "a", "b") == [(None, None), ("2026-11-23", "2026-11-27")]
    assert found.whole.unestimated == ("t/a",)
    assert not found.items["t"].estimated


def test_a_tactic_without_steps_is_a_bar_of_its_own_days() -> None:
    text = "tactics:\n  bar: {title: T, start: 2026-12-07, due: 2026-12-18}\n  open: {title: O, supports: o}\nobjectives: {o: O}\n"
    found = schedule(text)
    assert span(found, "bar") == ("2026-12-07", "2026-12-18")
    assert span(found, "open") == (None, None)


def test_milestones_wait_and_without_a_link_are_reached_when_they_are_due() -> None:
    steps = """\
    milestones:
      reached: {after: a}
      planned: {due: 2026-12-31}
      early: {not_before: 2026-12-14, after: a}
      done: {finished: 2026-11-20}
      open: M
"""
    found = schedule(planned("a: {effort: 5d}", more=steps))
    assert [span(found, f"t/{name}")[1] for name in ("reached", "planned", "early", "done", "open")] == [
        "2026-11-27",
        "2026-12-31",
        "2026-12-14",
        "2026-11-20",
        None,
    ]


def test_what_was_dropped_or_stands_by_is_not_scheduled() -> None:
    text = planned(
        "a: {effort: 5d}\ngone: {effort: 50d, status: dropped}\nb: {owner: ben, effort: 5d, after: [gone, s]}",
        more="  s: {title: S, status: planned, actions: {x: {effort: 9d}}}\nrisks: {r: {title: R, contingencies: {c: {activates: s}}}}\n",
    )
    found = schedule(text)
    assert sorted(found.items) == ["t", "t/a", "t/b"]
    assert span(found, "t/b") == ("2026-11-23", "2026-12-04")


def test_holidays_and_leave_are_no_days_of_work() -> None:
    text = (
        "calendars: {office: {holidays: [2026-11-25]}}\nplan: {title: P, calendar: office}\n"
        "people: {mia: {name: Mia, leave: 2026-11-24}}\n"
        "tactics: {t: {title: T, owner: mia, actions: {a: {effort: 3d}, b: {duration: 3d}}}}\n"
    )
    found = schedule("alignplan: 1\n" + text)
    assert span(found, "t/a") == ("2026-11-23", "2026-11-27")
    assert span(found, "t/b") == ("2026-11-23", "2026-11-26")
