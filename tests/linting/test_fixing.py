"""Rounds of fixes, apart from any plan: they come to an end, and one that is to blame is found among many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from alignplan.diagnostics.finding import Finding, Part, Place, Remedy, Safety, Severity
from alignplan.editing.manuscript import Manuscript
from alignplan.linting.fixing import Mended, State, mended
from alignplan.linting.judged import Judged
from alignplan.rules.interface import Rule, Tier, from_engine
from alignplan.rules.remedies import written_instead
from alignplan.text.tree import parse

RULE = Rule("T999", "test", Tier.BASIC, Severity.ERROR, from_engine, fix=written_instead)


class Text:
    """One file, as the fixes see it."""

    def __init__(self, text: str) -> None:
        self._text = text

    def is_file(self, path: str) -> bool:
        return path == "a.yaml"

    def text(self, _path: str) -> str:
        return self._text

    def data(self, _path: str) -> Any:
        return parse(self._text).data

    def line(self, _path: str, route: tuple[str, ...]) -> int:
        return list(self.data("")).index(route[0]) + 1


def finding(
    key: str, instead: str, *, safety: Safety = Safety.SAFE, message: str = "wrong", field: str = ""
) -> Judged:
    place = Place("a.yaml", (key,), Part.VALUE)
    return Judged(
        Finding("T999", message, place, key, field, remedy=Remedy(safety, instead)), RULE, Severity.ERROR
    )


def state(text: str, *judged: Judged) -> State:
    return State(judged, cast(Manuscript, Text(text)))


def run(text: str, judge: Any, *, unsafe: bool = False) -> Mended:
    looks.clear()

    def look(drafts: Mapping[str, str]) -> State:
        now = drafts.get("a.yaml", text)
        looks.append(now)
        return state(now, *judge(parse(now).data))

    return mended(look, unsafe=unsafe, chosen=lambda _path: True)


looks: list[str] = []


def test_what_would_go_on_and_on_ends() -> None:
    done = run("a: 0\n", lambda data: [finding("a", str(int(data["a"]) + 1))])
    assert not done.settled
    assert done.drafts == {"a.yaml": "a: 100\n"}
    assert len(done.fixed) == 100


def test_many_fixes_are_made_at_once() -> None:
    def judge(data: dict[str, str]) -> list[Judged]:
        return [finding(key, "good") for key, value in data.items() if value == "bad"]

    text = "".join(f"k{number}: bad\n" for number in range(50))
    done = run(text, judge)
    assert done.drafts == {"a.yaml": text.replace("bad", "good")}
    assert len(looks) == 2
    assert done.settled
    assert [(entry.line, entry.title) for entry in done.fixed[:2]] == [
        (1, "write `good` in place of `bad`"),
        (2, "write `good` in place of `bad`"),
    ]


def test_the_one_that_is_to_blame_is_left() -> None:
    def judge(data: dict[str, str]) -> list[Judged]:
        open_ = [finding(key, "good") for key, value in data.items() if value == "bad"]
        return [*open_, finding("k7", "", message="worse", field="other")] if data["k7"] == "good" else open_

    text = "".join(f"k{number}: bad\n" for number in range(20))
    done = run(text, judge)
    assert done.drafts == {"a.yaml": text.replace("bad", "good").replace("k7: good", "k7: bad")}
    assert [(entry.line, entry.against.finding.message) for entry in done.left if entry.against] == [
        (8, "worse")
    ]
    assert len(done.fixed) == 19
    assert done.settled


def test_guesses_only_when_asked_for() -> None:
    def judge(data: dict[str, str]) -> list[Judged]:
        return [finding("a", "good", safety=Safety.UNSAFE)] if data["a"] == "bad" else []

    assert run("a: bad\n", judge).drafts == {}
    assert run("a: bad\n", judge, unsafe=True).drafts == {"a.yaml": "a: good\n"}


def test_two_findings_at_one_place_are_fixed_one_after_the_other() -> None:
    def judge(data: dict[str, str]) -> list[Judged]:
        return {
            "bad": [finding("a", "better"), finding("a", "worse")],
            "better": [finding("a", "good")],
        }.get(data["a"], [])

    done = run("a: bad\n", judge)
    assert done.drafts == {"a.yaml": "a: good\n"}
    assert [entry.title for entry in done.fixed] == [
        "write `better` in place of `bad`",
        "write `good` in place of `better`",
    ]
