"""What holds of the canonical form of any document: itself, the same data, the same comments beside the same entries."""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.formatting.shapes import form
from tests.text.patching.messy import Messy, messy

from alignplan.text.formatting import Shape
from alignplan.text.patching import Route
from alignplan.text.places import locate
from alignplan.text.tree import parse

_KEYS = [*(f"k{n}" for n in range(8)), *(f"f{n}" for n in range(4)), *(f"{n}.{n}" for n in range(3))]
_COMMENT = re.compile(r"# c\d+[^\n\r]*")


def shape_of(seed: int) -> Shape:
    """An order of its own for each mapping; none for some."""

    def order(route: Route) -> list[str] | None:
        dice = random.Random(f"{seed}{route}")
        return None if dice.random() < 0.3 else dice.sample(_KEYS, len(_KEYS))

    return Shape(order, frozenset(("k0", "k1", "k2")))


def unordered(data: Any) -> Any:
    """Data of which the order of keys does not count, and in which quoted text is not plain text."""
    if isinstance(data, dict):
        return {key: unordered(value) for key, value in data.items()}
    if isinstance(data, list):
        return [unordered(value) for value in data]
    return (type(data).__name__, data)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([3, 8, 15, 30]))
def test_the_form_says_the_same_in_its_own_form(seed: int, size: int) -> None:
    document, shape = messy(seed, size), shape_of(seed)
    made = form(document.text, shape)
    assert unordered(parse(made).data) == unordered(parse(document.text).data)
    assert Counter(document.comments(made)) == Counter(document.comments(document.text))
    assert not parse(made).faults


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([3, 8, 15, 30]))
def test_each_comment_stays_with_its_entry(seed: int, size: int) -> None:
    document, shape = messy(seed, size), shape_of(seed)
    before, after = whose(document, document.text), whose(document, form(document.text, shape))
    for comment, owner in document.owners.items():
        if comment not in document.loose and before[comment] == owner:
            assert after[comment] == owner, comment


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([3, 8, 15]))
def test_white_space_is_as_it_should(seed: int, size: int) -> None:
    document, shape = messy(seed, size), shape_of(seed)
    made = form(document.text, shape)
    if not re.search(r"[|>][-+]?(?:\s|$)|[\"']", document.text):  # texts keep what is in them
        assert not re.search(r"[ \t]\r?$|\t|\n\n\n\n", made, re.MULTILINE)
        assert not re.search(r"[^ ] ?# c\d", re.sub(r"^ *#", "", made, flags=re.MULTILINE))
    routes = {route: node.key for route, node in locate(made).keys().items() if node.key is not None}
    for route, key in routes.items():
        line = made[made.rfind("\n", 0, key[0]) + 1 : key[0]]
        if not line.strip():
            assert len(line) % 2 == 0 or "{" in made or "[" in made, route


def whose(document: Messy, text: str) -> dict[str, Route]:
    """The entry that each comment is about: beside it, directly above it, or the last above that is less indented."""
    lines = text.replace("\r\n", "\n").split("\n")
    heads = _heads(text.replace("\r\n", "\n"))
    found: dict[str, Route] = {}
    for number, line in enumerate(lines):
        match = _COMMENT.search(line)
        if match is None or match[0] not in document.owners:
            continue
        column = len(line) - len(line.lstrip())
        if line[: match.start()].strip():
            owners = [route for row, _, route in heads if row <= number]
            found[match[0]] = owners[-1] if owners else ()
            continue
        below = next((at for at in range(number, len(lines)) if not lines[at].lstrip().startswith("#")), -1)
        under = [(margin, route) for row, margin, route in heads if row == below]
        if under and under[0][0] >= column and lines[below].strip():
            found[match[0]] = under[0][1]
        else:
            above = [route for row, margin, route in heads if row < number and margin < column]
            found[match[0]] = above[-1] if above else ()
    return found


def _heads(text: str) -> list[tuple[int, int, Route]]:
    """Line, column and route of each key, in the order of the text."""
    keys = [(node.key[0], route) for route, node in locate(text).keys().items() if node.key is not None]
    found = []
    for at, route in sorted(keys, key=lambda entry: (entry[0], len(entry[1]))):
        start = text.rfind("\n", 0, at) + 1
        found.append((text.count("\n", 0, at), at - start, route))
    return found
