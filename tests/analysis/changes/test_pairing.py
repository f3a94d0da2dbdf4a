"""Items that have another id now: who is paired with whom."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from alignplan.analysis.changes.pairing import Sketch, pairs

OWNER, SUPPORTS, DUE = ("owner", "mia"), ("supports", "harvest"), ("due", "2027")


def sketch(id: str, title: str = "", *said: tuple[str, str]) -> Sketch:
    return Sketch(id, title, frozenset(said))


def test_the_same_title_and_fields_are_one_item() -> None:
    old, new = sketch("beds", "Build beds", OWNER, SUPPORTS), sketch("frames", "Build beds", OWNER, SUPPORTS)
    assert pairs([old], [new]) == {"beds": "frames"}


def test_another_title_is_another_item_though_all_fields_are_the_same() -> None:
    # 2 · 3 common fields ÷ (3 fields and 3 for the title) · 2 = 0.5
    assert (
        pairs(
            [sketch("a", "Dig a well", OWNER, SUPPORTS, DUE)], [sketch("b", "Paint it", OWNER, SUPPORTS, DUE)]
        )
        == {}
    )


def test_exactly_at_the_border_it_is_one() -> None:
    # the title's words: 2 · 1 ÷ 4; 2 · (3 + 1.5) ÷ 12 = 0.75, and with one field in three in common 2 · 2.5 ÷ 12 = 0.42
    one, other = sketch("a", "Dig well", OWNER, SUPPORTS, DUE), sketch("b", "Dig pond", OWNER, SUPPORTS, DUE)
    assert pairs([one], [other]) == {"a": "b"}
    other = sketch("b", "Dig pond", OWNER, ("supports", "x"), ("due", "2028"))
    assert pairs([one], [other]) == {}
    # 2 · (3 + 0) ÷ (3 + 7) = 0.6: the title alone, and four more fields on one side
    other = sketch("b", "Dig well", *((f"x-{number}", "1") for number in range(4)))
    assert pairs([sketch("a", "Dig well")], [other]) == {"a": "b"}
    other = sketch("b", "Dig well", *((f"x-{number}", "1") for number in range(5)))
    assert pairs([sketch("a", "Dig well")], [other]) == {}


def test_the_most_alike_are_paired_first_and_each_once() -> None:
    old = [sketch("a", "Dig a well", OWNER), sketch("b", "Dig a well", OWNER, DUE)]
    new = [sketch("c", "Dig a well", OWNER, DUE), sketch("d", "Dig a well", OWNER)]
    assert pairs(old, new) == {"a": "d", "b": "c"}
    assert pairs(old, new[:1]) == {"b": "c"}


def test_what_says_nothing_is_nobody() -> None:
    assert pairs([sketch("a")], [sketch("b")]) == {}


def test_a_thousand_that_came_and_went_are_paired_in_no_time() -> None:
    old = [sketch(f"a{number}", f"Step {number}", OWNER, SUPPORTS) for number in range(1000)]
    new = [sketch(f"b{number}", f"Step {number}", OWNER, SUPPORTS) for number in range(1000)]
    assert pairs(old, new) == {f"a{number}": f"b{number}" for number in range(1000)}


WORDS = st.sampled_from(["dig", "well", "pond", "beds"])
SKETCHES = st.builds(
    lambda title, said: (" ".join(title), frozenset(said)),
    st.lists(WORDS, max_size=3),
    st.sets(st.tuples(st.sampled_from(["owner", "due"]), WORDS), max_size=3),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(SKETCHES, max_size=5), st.lists(SKETCHES, max_size=5))
def test_pairs_are_one_to_one_and_the_same_both_ways(before: list, after: list) -> None:  # type: ignore[type-arg]
    old = [Sketch(f"a{at}", *one) for at, one in enumerate(before)]
    new = [Sketch(f"b{at}", *one) for at, one in enumerate(after)]
    found = pairs(old, new)
    assert len(set(found.values())) == len(found)
    assert set(found) <= {one.id for one in old}
    assert set(found.values()) <= {one.id for one in new}
    for one in old:  # who is the same as somebody else is never left out beside them
        twins = [other.id for other in new if (other.title, other.said) == (one.title, one.said)]
        if one.weight and twins and one.id not in found:
            assert set(twins) <= set(found.values())
