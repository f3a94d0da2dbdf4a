"""The strategy map: boxes that do not lie on each other, each in the column of its level."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.output.pictures.sample import FINE, SVG, an_outline, read, rects, words

from alignplan.output.pictures.limbs import Limb, LimbKind, Outline, above
from alignplan.output.pictures.map import strategy_map
from alignplan.output.pictures.tree import plan_tree


def test_everything_can_be_read_in_it() -> None:
    found = words(strategy_map(an_outline()))
    for word in (
        "Vision", "Win a quarter of the market", "● on track", "60 %", "× off track", "– standing by", "70 %", "25 %",
        "and 37 more tactics", "● 30 on track, × 7 off track", "→ Enhance the line", "37 left out",
    ):  # fmt: skip
        assert word in found, word
    assert "2 objectives" not in strategy_map(an_outline()).description
    assert strategy_map(an_outline()).description == (
        "3 objectives and 2 tactics that lead to: Every household eats one"
    )


def test_who_points_at_a_box_sees_all_of_it() -> None:
    titles = [one.text for one in read(strategy_map(an_outline())).iter(f"{SVG}title")]
    assert "Win a quarter of the market · share · ● on track · due 2026-12-31" in titles


limb = st.tuples(st.integers(0, 4), st.sampled_from([LimbKind.OBJECTIVE, LimbKind.TACTIC, LimbKind.MORE]))


@settings(deadline=None)
@given(st.lists(limb, min_size=1, max_size=25), st.booleans())
def test_no_box_lies_on_another(some: list[tuple[int, LimbKind]], with_vision: bool) -> None:
    limbs: list[Limb] = []
    for at, (depth, kind) in enumerate(some):
        inner = [one for one in limbs[-1:] if one.kind is LimbKind.OBJECTIVE]
        deepest = limbs[-1].depth + bool(inner) if limbs else 0
        limbs.append(Limb(f"i{at}", kind, f"Item number {at} of them all", min(depth, deepest), FINE, 10.0))
    found = strategy_map(Outline("Northwind", "A vision" if with_vision else "", tuple(limbs)))
    boxes = [
        (x, y, x + float(one.get("width", "0")), y + float(one.get("height", "0")))
        for one in read(found).iter(f"{SVG}rect")
        if one.get("rx") in ("5", "8")
        for x, y in [(float(one.get("x", "0")), float(one.get("y", "0")))]
    ]
    assert len(boxes) == len(limbs) + with_vision
    for at, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0
        assert top >= -0.01
        assert right <= found.width
        assert bottom <= found.height
        for other in boxes[:at]:
            apart = (
                left >= other[2] or right <= other[0] or top >= other[3] + 7.99 or bottom <= other[1] - 7.99
            )
            assert apart, (boxes[at], other)


def test_a_thousand_levels_are_no_trouble() -> None:
    limbs = tuple(Limb(f"i{at}", LimbKind.OBJECTIVE, "One", at, FINE) for at in range(1000))
    assert strategy_map(Outline("Deep", "", limbs)).height > 0
    assert plan_tree(Outline("Deep", "", limbs)).width == 960


def test_what_hangs_below_what() -> None:
    limbs = [Limb(str(at), LimbKind.OBJECTIVE, "", depth) for at, depth in enumerate((0, 1, 2, 2, 1, 0, 1))]
    assert above(limbs) == [None, 0, 1, 1, 0, None, 5]


def test_the_tree_has_a_row_for_each_limb() -> None:
    found = words(plan_tree(an_outline()))
    rows = [
        word for word in found if word in {limb.title for limb in an_outline().limbs} or word.startswith("→")
    ]
    assert rows == [
        "Win a quarter of the market", "Be on every shelf", "Enhance the line", "Pay the fees", "and 37 more tactics",
        "Keep them", "→ Enhance the line",
    ]  # fmt: skip
    assert found[:2] == ["Northwind", "Every household eats one"]
    assert "2026-12-31" in found


def test_bars_of_progress_stay_in_their_tracks() -> None:
    for picture in (strategy_map(an_outline()), plan_tree(an_outline())):
        tracks, bars = (
            rects(picture, "good-tint"),
            [one for one in rects(picture, "good") if one[3] - one[1] < 9],
        )
        assert len(tracks) == len(bars) > 0
        for track, bar in zip(tracks, bars, strict=True):
            assert bar[:2] == track[:2]
            assert bar[2] < track[2]
            assert abs((bar[2] - bar[0]) / (track[2] - track[0]) - 0.6) < 0.001
