"""Where work stands and when it is: stated, else what follows from steps and from what it serves."""

from __future__ import annotations

from datetime import date

import pytest
from tests.analysis.plans import assess, item, tactic

from alignplan.analysis.dates import Span
from alignplan.model.kinds import Kind


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ("title: A", "planned"),
        ("started: 2026-11-22", "active"),
        ("started: 2026-11-23", "planned"),
        ("finished: 2026-11-22", "done"),
        ("finished: 2026-11-23", "planned"),
        ("finished: 2026-11-22, status: active", "done"),
        ("progress: 100%, status: paused", "done"),
        ("progress: 20%", "active"),
        ("progress: 1%", "active"),
        ("progress: 0%", "planned"),
        ("status: paused, progress: 20%", "paused"),
        ("status: dropped, finished: 2026-11-01, progress: 100%", "dropped"),
    ],
)
def test_steps(fields: str, status: str) -> None:
    plan = assess(tactic(f"actions:\n  a: {{{fields}}}"))
    assert plan.status(item(plan, "t/a")) == status


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ("actions: {a: {status: done}, b: {status: dropped}}, milestones: {m: {status: done}}", "done"),
        ("actions: {a: {status: done}}, milestones: {m: {title: M}}", "active"),
        ("actions: {a: {status: dropped}}", "planned"),
        ("actions: {a: {title: A}, b: {progress: 10%}}", "active"),
        ("actions: {a: {status: paused}, b: {title: B}}", "active"),
        (
            "actions: {a: {title: A}}, progress: 50%",
            "planned",
        ),  # with steps, a stated progress begins nothing
        ("progress: 50%", "active"),
        ("progress: 0%", "planned"),
        ("started: 2026-11-01", "active"),
        ("finished: 2026-11-01", "done"),
        ("finished: 2026-12-01", "planned"),
        ("status: planned, actions: {a: {status: done}}", "planned"),
        ("status: dropped, progress: 50%", "dropped"),
        ("title: Nothing said", "planned"),
    ],
)
def test_tactics(fields: str, status: str) -> None:
    plan = assess(f"tactics: {{t: {{{fields}}}}}\n")
    assert plan.status(item(plan, "t")) == status


def test_objectives_are_active_where_nothing_is_said() -> None:
    plan = assess("objectives: {o: {title: O}, p: {title: P, status: paused}}\n")
    assert [plan.status(item(plan, id)) for id in "op"] == ["active", "paused"]


def test_live_counts_and_stands_by() -> None:
    plan = assess("""
        tactics:
          done: {status: done, actions: {a: {title: A}}}
          gone: {status: dropped, actions: {a: {title: A}}}
          waits: {status: planned, actions: {a: {title: A}}}
          called: {status: active}
          held: {status: paused, contingencies: {c: {activates: [waits, called]}}}
        risks: {r: {closed: 2026-11-22}, s: {closed: 2026-11-23}}
    """)
    ids = ("done", "done/a", "gone", "gone/a", "waits", "waits/a", "called", "held")
    nodes = [item(plan, id) for id in ids]
    assert [plan.live(node) for node in nodes] == [False, False, False, False, True, True, True, True]
    assert [plan.counts(node) for node in nodes] == [True, True, False, False, False, False, True, True]
    assert [plan.stands_by(node) for node in nodes] == [False] * 4 + [True, True, False, False]
    assert [plan.live(item(plan, id)) for id in "rs"] == [False, True]
    assert [node.id for node in plan.judged(Kind.TACTIC)] == ["called", "held"]
    assert [node.id for node in plan.judged(Kind.TACTIC, standing_by=True)] == ["waits", "called", "held"]


def test_dates_are_inherited_from_tactic_objectives_parents_and_horizon() -> None:
    plan = assess("""
        objectives:
          top: {title: T, start: 2026-02-01, due: 2026-09-30}
          a: {title: A, parent: top, due: 2026-05-31}
          b: {title: B, parent: top, start: 2026-03-01}
          c: {title: C, parent: [a, b]}
          x: {title: X}
          l1: {title: L1, parent: l2, start: 2026-04-01}
          l2: {title: L2, parent: l1}
        tactics:
          t: {supports: [a, b], actions: {p: {due: 2026-04-15}, q: {start: 2026-04-16}}, milestones: {m: {title: M}}}
          u: {supports: c, due: 2026-06-30}
          v: {title: V}
    """)

    def span(id: str) -> tuple[str, str]:
        found = plan.span(item(plan, id))
        return str(found.start), str(found.due)

    year = ("2026-01-01", "2026-12-31")
    assert {id: span(id) for id in ("a", "b", "c", "x", "t", "t/p", "t/q", "t/m", "u", "v")} == {
        "a": ("2026-02-01", "2026-05-31"),
        "b": ("2026-03-01", "2026-09-30"),
        "c": ("2026-02-01", "2026-09-30"),
        "x": year,
        "t": ("2026-02-01", "2026-09-30"),
        "t/p": ("2026-02-01", "2026-04-15"),
        "t/q": ("2026-04-16", "2026-09-30"),
        "t/m": ("2026-02-01", "2026-09-30"),
        "u": ("2026-02-01", "2026-06-30"),
        "v": year,
    }
    assert plan.span(plan.graph.plan) == Span(date(2026, 1, 1), date(2026, 12, 31))
    assert plan.dates.objectives["l1"].due == date(2026, 12, 31)


def test_far_off_is_what_begins_more_than_90_days_from_now() -> None:
    plan = assess("""
        objectives: {o: {title: O, start: 2027-02-20}, p: {title: P, start: 2027-02-21}, q: {title: Q}}
        tactics: {t: {title: T, supports: p}}
    """)
    assert [plan.far_off(item(plan, id)) for id in "opqt"] == [False, True, False, True]
