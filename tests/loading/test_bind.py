"""What fits is kept, what does not is told at its place, and nothing is concluded from what is missing then."""

from __future__ import annotations

from typing import Any

from alignplan.loading.bind import Bound, bind
from alignplan.text.tree import parse


def bound(text: str, *, root: bool = True) -> Bound:
    tree = parse(text)
    return bind(tree.data, "a.yaml", root=root, clean=not tree.faults)


def told(found: Bound) -> list[str]:
    return [
        f"{finding.code} {'/'.join(map(str, finding.place.route))} {finding.place.part}: {finding.message}; {finding.help}"
        for finding in found.findings
    ]


def test_a_clean_file_has_no_findings() -> None:
    found = bound("tactics: {a: {title: A, x-own: [1], actions: {x-notes: 1, b: B}}}\nx-any: {a: b}\n")
    assert found.findings == []
    assert found.broken == set()
    assert list(found.file.tactics["a"].actions) == ["b"]


def test_an_entry_that_cannot_be_read_is_there_with_nothing_in_it() -> None:
    found = bound("tactics: {a: [1], b: !x {title: B}, c: {actions: {d: [1], e: E}}}\n")
    assert {id: tactic.title for id, tactic in found.file.tactics.items()} == {
        "a": None,
        "b": None,
        "c": None,
    }
    assert {id: action.title for id, action in found.file.tactics["c"].actions.items()} == {
        "d": None,
        "e": "E",
    }
    assert found.broken == {("tactics", "a"), ("tactics", "b"), ("tactics", "c", "actions", "d")}
    assert told(found) == [
        "E006 tactics/a value: a list where an entry belongs; write its fields as `key: value`",
        "E006 tactics/c/actions/d value: a list where an entry belongs; write its fields as `key: value`, or its title alone",
    ]  # fmt: skip


def test_an_entry_whose_key_cannot_be_an_id_is_told_and_kept() -> None:
    found = bound("objectives: {Market Share: {kpis: {Now!: {unit: u}, ok: {unit: u}}, due: soon}}\n")
    objective = found.file.objectives["Market Share"]
    assert isinstance(objective.kpis, dict)
    assert set(objective.kpis) == {"Now!", "ok"}
    rule = "an id begins with a-z or 0-9 and has nothing but a-z, 0-9, `.`, `_`, `-`"
    assert told(found)[:2] == [
        f"E006 objectives/Market Share key: `Market Share` cannot be an id; {rule}: `market-share`",
        f"E006 objectives/Market Share/kpis/Now! key: `Now!` cannot be an id; {rule}: `now`",
    ]
    assert told(found)[2].startswith("E007 objectives/Market Share/due value: `soon` is not a date or period")


def test_what_was_most_likely_meant_counts_as_lost() -> None:
    found = bound("plan: {titel: P}\ntactics: {a: {suports: o, budget: {planed: 3}}}\n")
    assert told(found) == [
        "E004 plan/titel key: unknown key `titel`; did you mean `title`?",
        "E004 tactics/a/budget/planed key: unknown key `planed`; did you mean `planned`?",
        "E004 tactics/a/suports key: unknown key `suports`; did you mean `supports`?",
    ]
    assert found.broken == {
        ("plan", "title"),
        ("tactics", "a", "supports"),
        ("tactics", "a", "budget", "planned"),
    }


def test_what_only_follows_from_a_fault_is_not_told() -> None:
    found = bound(
        "kpis: {a: {target: {vlaue: 3}}, b: {target: {value: many}}, c: {aggregate: summ, period: month}}\n"
    )
    assert [line.split(":")[0] for line in told(found)] == [
        "E004 kpis/a/target/vlaue key",
        "E006 kpis/b/target/value value",
        "E006 kpis/c/aggregate value",
    ]


def test_keys_of_the_root_are_unknown_elsewhere() -> None:
    found = bound("lint: {ignore: [A101]}\nvalues: {a: A}\n", root=False)
    assert told(found) == ["E004 lint key: `lint` stands in the root file only; move it to the root file"]
    assert found.file.lint is None
    assert list(found.file.values) == ["a"]


def test_every_fault_of_an_entry_is_told() -> None:
    text = "tactics: {a: {status: going, priority: utmost, due: later, owner: [x], tags: {b: c}, what: 1}}\n"
    assert sorted(" ".join(line.split(" ")[:2]) for line in told(bound(text))) == [
        "E004 tactics/a/what",
        "E006 tactics/a/owner",
        "E006 tactics/a/priority",
        "E006 tactics/a/status",
        "E006 tactics/a/tags",
        "E007 tactics/a/due",
    ]


def test_ids_are_kept_as_they_are_written() -> None:
    ids = ["no", "012", "1.10", "2026", "a.b_c-d", "0"]
    found = bound("values: {" + ", ".join(f"{id}: {id}" for id in ids) + "}\n")
    assert found.findings == []
    assert {id: value.title for id, value in found.file.values.items()} == {id: id for id in ids}


def test_a_section_that_is_lost_is_lost_as_a_whole() -> None:
    for text in ("tactics: [a]\n", "tactics: !x {a: A}\n", "tactcs: {a: A}\n"):
        assert ("tactics",) in bound(text).broken


def test_what_is_no_mapping_at_all_is_one_finding() -> None:
    for data in ("a", ["a"], 3.0):
        unread: Any = data
        found = bind(unread, "a.yaml", root=True)
        assert [finding.message for finding in found.findings] == [
            "a plan file is a mapping of sections, this one is not"
        ]
        assert found.broken == {()}
