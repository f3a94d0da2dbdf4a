"""Who does the work: teams and their people, things, alternatives, skills."""

from __future__ import annotations

from tests.analysis.schedule.plans import planned, schedule, span, spans

from alignplan.analysis.schedule.answer import Ground
from alignplan.analysis.schedule.notes import NoteKind

TEAM = """\
teams: {crew: {title: Crew}}
people:
  mia: {name: Mia, team: crew, skills: [weld]}
  ben: {name: Ben, team: crew, skills: [weld, paint]}
  eva: {name: Eva, skills: [weld]}
"""


def test_a_team_gives_one_whole_person_at_a_time_unless_more_is_said() -> None:
    found = schedule(
        planned("a: {effort: 10d}\nb: {assigned: {crew: 200%}, effort: 10d, after: a}", people=TEAM).replace(
            "owner: mia", "owner: crew"
        )
    )
    assert spans(found, "a", "b") == [("2026-11-23", "2026-12-04"), ("2026-12-07", "2026-12-11")]
    assert [(one.who, one.share) for one in found.items["t/b"].assigned] == [("crew", 200.0)]


def test_work_of_its_people_takes_from_what_a_team_has() -> None:
    found = schedule(
        planned(
            "team: {assigned: {crew: 200%}, effort: 10d}\nown: {owner: ben, effort: 5d, after: first}\nfirst: {duration: 2d}",
            people=TEAM,
        )
    )
    # Both are needed for the team's work: what one of them does has to wait, or to come first.
    assert sorted(spans(found, "team", "own")) == [("2026-11-23", "2026-11-27"), ("2026-11-30", "2026-12-04")]


def test_a_team_waits_for_a_day_on_which_enough_of_it_is_there() -> None:
    away = TEAM.replace("ben: {name: Ben,", "ben: {name: Ben, leave: {from: 2026-11-24, until: 2026-11-26},")
    found = schedule(
        planned(
            "a: {assigned: {crew: 200%}, effort: 4d}\nb: {owner: crew, effort: 4d, after: a}", people=away
        )
    )
    assert spans(found, "a", "b") == [("2026-11-23", "2026-11-27"), ("2026-11-30", "2026-12-03")]


def test_a_team_of_which_nothing_is_known_limits_nothing() -> None:
    found = schedule(planned("a: {effort: 5d}\nb: {effort: 5d}", people="teams: {mia: Crew}\n"))
    assert spans(found, "a", "b") == [("2026-11-23", "2026-11-27")] * 2


def test_a_team_with_a_capacity_and_no_names() -> None:
    people = "teams: {mia: {title: Crew, capacity: 150%}}\n"
    found = schedule(
        planned("a: {effort: 5d}\nb: {effort: 5d}\nc: {assigned: {mia: 50%}, effort: 5d}", people=people)
    )
    ends = sorted(span(found, f"t/{name}") for name in "ab")
    assert ends == [("2026-11-23", "2026-11-27"), ("2026-11-30", "2026-12-04")]
    assert span(found, "t/c") == ("2026-11-23", "2026-12-04")


def test_one_thing_is_used_by_one_work_at_a_time_and_two_by_two() -> None:
    more = "resources: {press: {title: Press}, vans: {title: Vans, capacity: 2}}\n"
    found = schedule(
        planned(
            """
            a: {duration: 1w, uses: press}
            b: {duration: 1w, uses: press, after: first}
            first: {duration: 1d}
            c: {duration: 1w, uses: {vans: 2}}
            d: {elapsed: 7d, uses: vans, after: first}
            """,
            more=more,
        )
    )
    assert spans(found, "a", "b") == [("2026-11-23", "2026-11-27"), ("2026-11-30", "2026-12-04")]
    why = found.items["t/b"].why
    assert (why.ground, why.item, why.who) == (Ground.BUSY, "t/a", "press")
    assert span(found, "t/d") == ("2026-11-28", "2026-12-04")


def test_any_of_is_one_of_them_and_stays_with_it() -> None:
    found = schedule(planned("a: {effort: 5d}\nb: {any_of: [mia, ben], effort: 5d}", people=TEAM))
    assert spans(found, "a", "b") == [("2026-11-23", "2026-11-27")] * 2
    assert [one.who for one in found.items["t/b"].assigned] == ["ben"]


def test_where_nobody_is_named_anyone_who_is_able_does_it() -> None:
    text = planned("a: {skills: [weld, paint], effort: 5d}\nb: {skills: weld, effort: 5d}", people=TEAM)
    found = schedule(text.replace("    owner: mia\n", ""))
    assert [one.who for one in found.items["t/a"].assigned] == ["ben"]
    assert found.items["t/b"].assigned[0].who in ("mia", "eva")
    assert spans(found, "a", "b") == [("2026-11-23", "2026-11-27")] * 2
    of_crew = schedule(text.replace("owner: mia", "owner: crew"))
    assert [one.who for one in of_crew.items["t/b"].assigned] == ["mia"]


def test_someone_who_leaves_is_taken_to_stay_and_it_is_told() -> None:
    people = "people: {mia: {name: Mia, until: 2026-11-27}}\n"
    found = schedule(planned("a: {effort: 10d}", people=people))
    assert span(found, "t/a") == ("2026-11-23", "2026-12-04")
    assert [(note.kind, note.item, note.others) for note in found.notes] == [
        (NoteKind.NOBODY, "t/a", ("mia",))
    ]


def test_what_fits_before_someone_leaves_is_done_before() -> None:
    people = "people: {mia: {name: Mia, until: 2026-11-27}}\n"
    found = schedule(planned("a: {effort: 3d}\nb: {effort: 3d}", people=people))
    assert sorted(spans(found, "a", "b")) == [("2026-11-23", "2026-11-25"), ("2026-11-26", "2026-11-30")]
    assert len(found.notes) == 1


def test_skills_that_nobody_has_are_told() -> None:
    found = schedule(planned("a: {skills: fly, effort: 5d}", people=TEAM))
    assert [(note.kind, note.item) for note in found.notes] == [(NoteKind.UNABLE, "t/a")]
    assert [one.who for one in found.items["t/a"].assigned] == ["mia"]
