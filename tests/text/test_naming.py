"""Ids that somebody chose beside those that are made."""

from __future__ import annotations

from alignplan.text.naming import Ids


def test_an_id_that_was_chosen_is_kept_and_not_given_again() -> None:
    ids = Ids()
    assert ids.take("share", "objective")
    assert not ids.take("share", "objective")
    assert not ids.take("share", "tactic")
    assert ids.give(name="Share", kind="objective") == "share-2"
    assert ids.give(name="Share", kind="tactic") == "share-tactic"
    assert not ids.take("share-2", "objective")


def test_what_begins_like_a_key_of_ones_own_is_an_item_all_the_same() -> None:
    ids = Ids()
    assert ids.give(name="X: the unknown", kind="objective") == "objective-x-the-unknown"
    assert ids.give(code="X-1", name="Rays", kind="goal") == "goal-x-1-rays"
    assert ids.give(name="xylophones", kind="goal") == "xylophones"
