"""Each kind of proposal on a small plan: when it is made, in which words, with what evidence and which edits."""

from __future__ import annotations

import pytest
from tests.analysis.plans import assess, item
from tests.analysis.recalibrating.plans import ARMED, FAR, IDLE, INVESTED, LATE, UNSERVED

from alignplan.analysis.recalibrating import Proposal, recalibration


def proposed(text: str, as_of: str = "2026-11-22") -> list[Proposal]:
    return [one.proposal for one in recalibration(assess(text, as_of)).proposals]


def only(text: str, as_of: str = "2026-11-22") -> Proposal:
    (one,) = proposed(text, as_of)
    return one


def edits(proposal: Proposal) -> list[str]:
    """The edits as commands to type."""
    return [f"{edit.node.id} {edit.word}" for edit in proposal.edits]


def figures(proposal: Proposal) -> list[tuple[str, str]]:
    return [(one.name, one.text) for one in proposal.evidence]


def replaced(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


# ------------------------------------------------------------ contingencies


def test_what_stands_by_for_a_trigger_that_holds_becomes_active_today() -> None:
    one = only(ARMED)
    assert one.key == "activate:share/slips"
    assert one.title == "Activate `price-offer`: Bring the price offer forward"
    assert one.why == (
        "the trigger of `share/slips` holds since 2026-09-30: `points` is at 18.2 %, 26.8 % of plan, below 60 % for the "
        "2nd time in a row"
    )
    assert [(each.node.id, each.steps) for each in one.evidence] == [("share/points", ("actuals",))]
    assert edits(one) == ["price-offer status=active", "share/slips activated=2026-11-22"]
    assert (one.weight, one.gap, one.confidence, one.stake) == (60, 100, 100, 60)


def test_a_day_that_is_stated_is_kept() -> None:
    text = replaced(ARMED, ("activates: price-offer", "activates: price-offer, activated: 2026-11-02"))
    text = replaced(
        text,
        ("        activates: price-offer, activated", "        activates: price-offer\n        activated"),
    )
    assert edits(only(text)) == ["price-offer status=active"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("below: 60%", "below: 20%"),
        ("        activates: price-offer", "        activated: 2026-11-02"),
        ("    title: Win the region\n", "    title: Win the region\n    status: dropped\n"),
    ],
    ids=["the trigger does not hold", "it was done", "it is over"],
)
def test_a_contingency_that_is_not_armed_is_left_alone(old: str, new: str) -> None:
    assert not [one for one in proposed(replaced(ARMED, (old, new))) if one.kind == "activate"]


# ------------------------------------------------------------ targets


def test_a_target_that_is_too_early_gets_a_later_day_and_its_objective_with_it() -> None:
    one = only(LATE)
    assert one.title == "Re-phase `share/points`: 20 % by 2027-03-31 instead of 2026-12-31"
    assert one.why == (
        "`share/points` is likely to come to 18.4 % by 2026-12-31; by its series the chance of 20 % is under 1 %"
    )
    assert figures(one) == [
        ("now", "17 % on 2026-10-31, 85 % of plan"),
        ("target", "20 % by 2026-12-31"),
        ("forecast", "18.4 % (80 %: 17.78 to 19.02 %)"),
        ("chance", "under 1 %"),
        ("needed", "+3 % in 61 days, at its best +1.525 %"),
        ("reached", "20 % by 2027-03-31, as likely as not"),
    ]
    assert edits(one) == ["share due=2027-03-31", "share/points checkpoints.2026-11-30=17.6"]
    assert one.notes == ("the title of `share` says 2026",)
    assert one.gap == pytest.approx(16, abs=0.001)
    assert one.confidence == pytest.approx(99.52, abs=0.01)


def test_a_day_of_its_own_moves_within_what_it_measures() -> None:
    text = replaced(LATE, ("    due: 2026-12-31", "    due: 2027-12-31"),
                    ("target: 20", "target: {date: 2026-12-31, value: 20}"))  # fmt: skip
    assert edits(only(text)) == [
        "share/points target.date=2027-03-31",
        "share/points checkpoints.2026-11-30=17.6",
    ]


def test_where_what_it_measures_cannot_last_longer_the_target_comes_down() -> None:
    text = replaced(LATE, ("due: 2028-12-31}, currency", "due: 2026-12-31}, currency"))
    one = only(text)
    assert one.title == "Re-phase `share/points`: 18.4 % by 2026-12-31 instead of 20 %"
    assert edits(one) == ["share/points target.value=18.4", "share/points checkpoints.2026-11-30=17.6"]


def test_a_target_that_is_half_as_long_again_away_comes_down_to_what_is_likely() -> None:
    one = only(FAR)
    assert edits(one) == ["share/points target.value=18.4", "share/points checkpoints.2026-11-30=17.6"]
    assert one.notes == (
        "more work for it would be the other way: its target takes more than half as long again",
        "the title of `share` says 40",
    )


def test_less_is_better_where_the_target_lies_below() -> None:
    text = replaced(
        LATE,
        ("value: 10}", "value: -10}"),
        ("target: 20", "target: -20"),
        ("15, 2026-11: 19", "-15, 2026-11: -19"),
    )
    for value in ("10.7", "11.4", "12.1", "12.8", "13.5", "14.2", "14.9", "15.6", "16.3", ": 17}"):
        text = text.replace(value, value.replace(": 17", ": -17") if "}" in value else f"-{value}")
    assert edits(only(text)) == ["share due=2027-03-31", "share/points checkpoints.2026-11-30=-17.6"]


def test_where_hardly_anything_is_likely_a_person_has_to_say_more() -> None:
    one = only(replaced(FAR, ("target: 40", "target: 60"), ("2026-11: 19", "2026-11: 40")))
    assert one.title == "Rethink `share/points`: at this pace it does not get there"
    assert (one.edits, one.command) == ((), "alignplan set share/points target.value=VALUE")


def test_a_target_whose_day_is_over_moves_to_the_day_on_which_it_is_likely() -> None:
    one = only(replaced(LATE, ("    due: 2026-12-31", "    due: 2026-11-15"), (", 2026-11: 19", "")))
    assert one.why == "`share/points` was to be at 20 % by 2026-11-15 and is at 17 %"
    assert edits(one) == ["share due=2027-03-31"]
    assert one.confidence == 100
    assert one.gap == pytest.approx(30)


def test_work_that_is_still_to_come_counts() -> None:
    """The forecast alone says 18.4 %; 60 % of +6 is still owed, and all of what was to come so far is seen."""
    owed = "progress: 40%, due: 2026-12-20, moves: {share/points: +6}}"
    assert proposed(replaced(LATE, ("progress: 40%}", owed))) == []
    less = only(replaced(LATE, ("progress: 40%}", owed.replace("+6", "+3"))))
    assert ("still promised", "+1.8 % by then, 100 % of what was to come is seen") in figures(less)
    assert less.title == "Re-phase `share/points`: 20 % by 2027-02-28 instead of 2026-12-31"


def test_work_that_comes_after_the_day_of_the_target_does_not() -> None:
    late = "progress: 40%, due: 2027-02-20, moves: {share/points: +6}}"
    assert "still promised" not in dict(figures(only(replaced(LATE, ("progress: 40%}", late)))))


def test_nobody_can_know_yet_where_a_contingency_was_just_put_into_effect() -> None:
    just = (
        "tactics:",
        (
            "    contingencies: {slips: {title: It slips, when: {kpi: points, below: 90%, of: plan}, "
            "then: Hurry, activated: 2026-11-09}}\ntactics:"
        ),
    )
    found = recalibration(assess(replaced(LATE, just)))
    assert found.proposals == ()
    assert found.unknown[0].text == (
        "what comes of `share/points`: `share/slips` was put into effect after it was last measured"
    )
    before = (just[0], just[1].replace("2026-11-09", "2026-10-09"))
    assert only(replaced(LATE, before)).key == "re-phase:share/points"


@pytest.mark.parametrize(
    ("pairs", "unknown"),
    [
        ([("2026-06: 15, 2026-11: 19", "2026-11: 17")], []),
        ([("2026-10-31: 17}", "2026-10-31: 17}\n        frequency: weekly")], []),
        (
            [("        checkpoints: {2026-06: 15", "        path: step\n        checkpoints: {2026-06: 19")],
            ["what comes of `share/points`: in steps"],
        ),
        ([("    due: 2026-12-31", "    due: 2026-12-31\n    status: done")], []),
    ],
    ids=["on track", "old data", "in steps", "done"],
)
def test_a_target_that_nothing_speaks_against_is_left_alone(
    pairs: list[tuple[str, str]], unknown: list[str]
) -> None:
    found = recalibration(assess(replaced(LATE, *pairs)))
    assert found.proposals == ()
    assert [doubt.text for doubt in found.unknown if "comes of" in doubt.text] == unknown


# ------------------------------------------------------------ tactics


def test_what_shows_nothing_is_stopped_where_others_serve_the_same() -> None:
    one = only(IDLE)
    assert (one.key, one.title) == ("stop:flyers", "Stop `flyers`: Hand out flyers")
    assert (
        one.why
        == "`flyers` is carried out and does not work: at most 4 % of what it was to bring by now is seen"
    )
    assert figures(one) == [("progress", "95 %"), ("effect on share/points", "+0.2 seen of +5.7 %")]
    assert edits(one) == ["flyers status=dropped"]
    assert [one.weight, one.gap, one.confidence] == pytest.approx([60, 96.49, 95], abs=0.01)


def test_what_shows_something_keeps_that_part_of_its_weight_and_the_sum_stays() -> None:
    one = only(replaced(IDLE, ("2026-09-30: 10.2", "2026-09-30: 12")))
    assert (one.key, one.title) == ("re-weight:flyers", "Let `flyers` weigh 21 among the tactics of `share`")
    assert edits(one) == ["flyers weight=21", "posters weight=59", "radio weight=20"]


def test_where_another_states_no_weight_the_others_get_more_of_themselves() -> None:
    one = only(replaced(IDLE, ("2026-09-30: 10.2", "2026-09-30: 12"), (" weight: 10,", "")))
    assert edits(one) == ["flyers weight=21"]


def test_what_nothing_is_beside_is_promised_anew_by_a_person() -> None:
    text = replaced(IDLE, ("supports: share, weight: 30, status: active", "supports: share, weight: 30, status: dropped"),
                    ("supports: share, weight: 10, status: active", "supports: share, weight: 10, status: dropped"))  # fmt: skip
    one = only(text)
    assert (one.key, one.edits) == ("re-weight:flyers", ())
    assert (one.title, one.command) == (
        "Promise what `flyers` brings",
        "alignplan set flyers moves.share/points=VALUE",
    )


def test_what_is_seen_is_of_all_that_move_the_same() -> None:
    text = replaced(
        IDLE,
        (
            "weight: 30, status: active, progress: 80%",
            "weight: 30, status: active, progress: 80%, moves: {share/points: +4}",
        ),
    )
    one = next(one for one in proposed(text) if one.about[0].id == "flyers")
    assert one.notes == ("what is seen is of all that move the same: of `posters`, too",)
    assert one.confidence == pytest.approx(95 * 5.7 / 8.9)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026-09-30: 10.2", "2026-09-30: 13"),
        ("progress: 90%", "progress: 10%"),
        ("target: 20", "target: 20, checkpoints: {2026-10-31: 10.2}".replace(", ", "\n        ")),
        ("due: 2026-12-15\n    moves", "due: 2026-12-15\n    status: done\n    moves"),
    ],
    ids=["it works", "too early", "its KPI is on track", "it is done"],
)
def test_a_tactic_that_may_work_is_left_alone(old: str, new: str) -> None:
    assert not [one for one in proposed(replaced(IDLE, (old, new))) if one.about[0].id == "flyers"]


# ------------------------------------------------------------ objectives


def test_an_objective_that_nothing_serves_gets_the_command_for_new_work() -> None:
    one = only(UNSERVED)
    assert (one.key, one.title) == ("staff:loyal", "Staff `loyal`: nothing that is planned is for it")
    assert figures(one) == [("tactics", "0"), ("due", "2027-12-31"), ("loyal/again", "8 % to go from 52 %")]
    assert one.edits == ()
    assert one.command == 'alignplan new tactic ID "TITLE" supports=loyal owner=mia moves.loyal/again=+8'
    assert (one.weight, one.gap, one.stake) == (30, 80, 24)


def test_work_that_moves_its_kpi_and_does_not_say_so_gets_the_link() -> None:
    one = only(replaced(UNSERVED, ("progress: 40%", "progress: 40%, moves: {loyal/again: +2}")))
    assert one.title == "Staff `loyal`: `range` moves its KPI and does not say that it supports it"
    assert edits(one) == ["range supports+=loyal"]


def test_work_that_stands_by_for_it_may_be_called() -> None:
    waiting = (
        "tactics:\n",
        (
            "tactics:\n  card: {title: Hand out cards, supports: loyal, status: planned}\n"
            "  watch: {title: Watch, supports: share, contingencies: {late: {then: Hand out, activates: card}}}\n"
        ),
    )
    one = only(replaced(UNSERVED, waiting))
    assert (one.title, edits(one)) == (
        "Staff `loyal`: `card` is meant for it and stands by",
        ["card status=active"],
    )
    assert one.notes == ("`card` stands by for a trigger that does not hold yet",)


# ------------------------------------------------------------ money and people


def test_money_and_a_person_move_from_where_there_is_too_much_to_where_there_is_too_little() -> None:
    one = only(INVESTED)
    assert one.key == "move:share"
    assert one.title == "Move 40,000 EUR from `card` to `range`; `ben` from `card/post` to `range/cook`"
    assert one.why == "`loyal` has more than its weight says, and `share` less"
    assert figures(one) == [
        ("weight of loyal", "30 %"),
        ("money of loyal", "67 % (200,000 EUR)"),
        ("effort of loyal", "90 % (90 person-days)"),
        ("weight of share", "70 %"),
        ("money of share", "33 % (100,000 EUR)"),
        ("effort of share", "10 % (10 person-days)"),
    ]
    assert edits(one) == [
        "card budget.planned=160000",
        "range budget.planned=140000",
        "card/post assigned-=ben",
        "range/cook assigned+=ben",
    ]
    assert one.notes == ("a first step: the weights ask for 110,000 EUR",)
    assert [one.weight, one.confidence] == pytest.approx([70, 50])
    assert one.gap == pytest.approx((70 - 10) / 70 * 100)


def test_a_person_gets_the_share_that_the_others_have_stated() -> None:
    one = only(replaced(INVESTED, ("assigned: kit", "assigned: {kit: 50%}"), ("effort: 60d, owner: mia, assigned: [mia, ben]",
                        "effort: 60d, owner: mia, assigned: {mia: 80%, ben: 30%}")))  # fmt: skip
    assert edits(one)[2:] == ["card/post assigned-=ben", "range/cook assigned.ben=30%"]


def test_where_nobody_is_named_the_owner_is_named_beside() -> None:
    one = only(
        replaced(
            INVESTED,
            (", assigned: kit", ""),
            ("    supports: share\n", "    supports: share\n    owner: kit\n"),
        )
    )
    assert edits(one)[2:] == ["card/post assigned-=ben", "range/cook assigned=[kit, ben]"]


def test_nobody_moves_to_work_that_they_do_not_know() -> None:
    one = only(replaced(INVESTED, ("kit: {name: Kit, team: sales}", "kit: {name: Kit}")))
    assert edits(one) == ["card budget.planned=160000", "range budget.planned=140000"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("weight: 70, ", ""),
        ("planned: 200000, spent: 40000", "planned: 200000, spent: 199000"),
        ("    supports: loyal\n", "    supports: loyal\n    priority: high\n"),
        ("    supports: share\n", "    supports: share\n    status: paused\n"),
    ],
    ids=["nobody weighs", "it is spent", "critical", "paused"],
)
def test_what_cannot_be_moved_stays(old: str, new: str) -> None:
    text = INVESTED.replace("weight: 30, ", "") if "weight" in old else INVESTED
    money = [edit for one in proposed(replaced(text, (old, new))) for edit in edits(one) if "budget" in edit]
    assert money == []


def test_where_nothing_can_be_moved_a_person_has_to_say_what() -> None:
    text = replaced(
        INVESTED, ("spent: 40000", "spent: 199000"), ("kit: {name: Kit, team: sales}", "kit: {name: Kit}")
    )
    one = only(text)
    assert one.title == "Move money and people from `loyal` to `share`"
    assert (one.edits, one.command) == ((), "alignplan set TACTIC budget.planned=AMOUNT")


def test_what_has_no_tactics_wants_some_first() -> None:
    none = replaced(INVESTED, ("    supports: share\n", "    supports: share\n    status: dropped\n"))
    assert [one.key for one in proposed(none)] == ["staff:share"]


# ------------------------------------------------------------ what is not known


def test_what_could_not_be_judged_is_told() -> None:
    assert [doubt.text for doubt in recalibration(assess(ARMED)).unknown] == [
        "what comes of `share/points`: too few values",
        "whether tactics work: none says what it moves",
    ]


def test_the_figures_of_a_proposal_stand_where_they_are_said_to() -> None:
    plan = assess(LATE)
    for one in recalibration(plan).proposals:
        for each in one.proposal.evidence:
            assert item(plan, each.node.id) == each.node
