"""A plan as limbs: all of it where there is room, and where not, what is put together is counted."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plans import TODAY, written

from alignplan import open_plan
from alignplan.analysis.selectors.choice import Choice
from alignplan.output.pictures.limbs import Limb, LimbKind, Outline
from alignplan.output.pictures.standing import Standing
from alignplan.output.tone import Tone
from alignplan.views.pictures.map import drawn
from alignplan.views.pictures.outlining import outlined, reduced

FINE, BAD = Standing("● on track", Tone.GOOD), Standing("× off track", Tone.BAD)


def a_plan(folder: Path, text: str, most: int = 80) -> Outline:
    plan = open_plan(written(folder, f"alignplan: 1\nplan: {{title: T, vision: V}}\n{text}"), as_of=TODAY)
    found = outlined(plan.assessment, Choice(plan.items), most=most)
    assert found is not None
    return found


def test_a_share_is_the_part_in_the_progress_of_what_is_above(tmp_path: Path) -> None:
    found = a_plan(
        tmp_path,
        "objectives: {a: {weight: 75}, b: {}, c: {parent: a}}\n"
        "tactics: {t: {supports: a}, u: {supports: {a: 30, b: 70}}, gone: {supports: a, status: dropped, reason: x}}\n",
    )
    told = [
        (limb.id, limb.depth, limb.share and round(limb.share, 1), limb.reference) for limb in found.limbs
    ]
    # the parts of a: c weighs 1, t 1, u 0.3; who is dropped has no part
    assert told == [
        ("a", 0, 75.0, False), ("c", 1, 43.5, False), ("t", 1, 43.5, False), ("u", 1, 13.0, False), ("gone", 1, None, False),
        ("b", 0, 25.0, False), ("u", 1, 100.0, True),
    ]  # fmt: skip
    assert found.limbs[4].standing == Standing("– dropped")
    assert (found.name, found.vision, found.missing) == ("T", "V", ())


def test_what_serves_nothing_has_a_heading(tmp_path: Path) -> None:
    found = a_plan(tmp_path, "objectives: {a: {}}\ntactics: {lost: {title: Lost}}\n")
    assert [(limb.id, limb.kind.value) for limb in found.limbs] == [
        ("a", "objective"), ("(no objective)", "group"), ("lost", "tactic"),
    ]  # fmt: skip


def test_thirty_seven_more(tmp_path: Path) -> None:
    tactics = "".join(f"  t{at}: {{supports: a}}\n" for at in range(49))
    found = a_plan(tmp_path, f"objectives: {{a: {{}}}}\ntactics:\n{tactics}", most=20)
    assert [limb.id for limb in found.limbs[:3]] == ["a", "t0", "t1"]
    assert len(found.limbs) == 14
    assert found.limbs[-1].title == "and 37 more tactics"
    assert found.limbs[-1].standing is not None
    assert found.limbs[-1].standing.words == "○ 37 no data"
    assert found.missing == ("Put together for want of room: 37 tactics.",)


def test_a_title_of_which_nothing_is_seen_is_the_name(tmp_path: Path) -> None:
    assert a_plan(tmp_path, 'objectives: {a: {title: "  "}}\n').limbs[0].title == "a"


def test_a_map_has_four_levels_of_objectives(tmp_path: Path) -> None:
    below = "".join(f"  o{at}: {{parent: o{at - 1}}}\n" for at in range(1, 2000))
    text = f"alignplan: 1\nplan: {{title: T}}\nobjectives:\n  o0: {{}}\n{below}tactics: {{t: {{supports: o1999}}}}\n"
    plan = open_plan(written(tmp_path, text), as_of=TODAY)
    found = drawn(plan.assessment, Choice(plan.items))
    assert found is not None
    assert [limb.title for limb in found.limbs] == ["o0", "o1", "o2", "o3", "1996 objectives and 1 tactic"]
    assert found.missing == ("Put together for want of room: 1996 objectives, 1 tactic.",)
    whole = outlined(plan.assessment, Choice(plan.items), most=100)
    assert whole is not None
    assert (len(whole.limbs), whole.limbs[-1].depth) == (100, 99)


def objective(id: str, depth: int) -> Limb:
    return Limb(id, LimbKind.OBJECTIVE, id, depth, FINE)


def tactic(id: str, depth: int) -> Limb:
    return Limb(id, LimbKind.TACTIC, id, depth, BAD)


def test_fewer_tactics_first_then_fewer_levels() -> None:
    limbs = [objective("a", 0)]
    for at in range(6):
        limbs += [objective(f"o{at}", 1), *(tactic(f"t{at}.{number}", 2) for number in range(5))]
    assert len(limbs) == 37
    assert reduced(limbs, 37) == limbs
    less = reduced(limbs, 31)
    assert [limb.title for limb in less[:6]] == ["a", "o0", "t0.0", "t0.1", "t0.2", "and 2 more tactics"]
    none = reduced(limbs, 13)
    assert [limb.title for limb in none[:4]] == ["a", "o0", "5 tactics", "o1"]
    assert none[2].standing == Standing("× 5 off track")
    shallow = reduced(limbs, 5)
    assert [limb.title for limb in shallow] == ["a", "6 objectives and 30 tactics"]
    assert shallow[1].standing == Standing("× 30 off track, ● 6 on track")


def test_many_at_the_top_are_cut_there() -> None:
    found = reduced([objective(f"o{at}", 0) for at in range(50)], 10)
    assert [limb.title for limb in found] == [*(f"o{at}" for at in range(9)), "and 41 more objectives"]


levels = st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=1, max_size=80)


@settings(deadline=None)
@given(levels, st.integers(2, 60))
def test_nothing_gets_lost(some: list[tuple[int, bool]], most: int) -> None:
    limbs: list[Limb] = []
    for at, (depth, leaf) in enumerate(some):
        deepest = limbs[-1].depth + (limbs[-1].kind is LimbKind.OBJECTIVE) if limbs else 0
        limbs.append((tactic if leaf else objective)(f"i{at}", min(depth, deepest)))
    found = reduced(limbs, most)
    assert len(found) <= most
    shown = sum(limb.kind is not LimbKind.MORE for limb in found)
    counted = sum(
        int(number)
        for limb in found
        if limb.kind is LimbKind.MORE
        for number in re.findall(r"(\d+) (?:more )?(?:tactic|objective)", limb.title)
    )
    tops = sum(limb.depth == 0 for limb in limbs)
    assert shown + counted == len(limbs) or (2 * tops > most and counted + shown >= tops)
    ids = [limb.id for limb in limbs]
    assert [limb.id for limb in found if limb.kind is not LimbKind.MORE] == [
        id for id in ids if any(limb.id == id for limb in found)
    ]
