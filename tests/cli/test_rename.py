"""`rename`: another id, and every reference to it; the plan is the same up to the name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.cli.garden import ROOT, WORK, planted, text
from tests.plans import HEAD, written


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    return planted(tmp_path)


def test_an_item_and_all_that_names_it(garden: Path) -> None:
    done = typed(garden, "rename", "harvest", "yield")
    assert (done.code, done.err) == (0, "")
    assert text(garden, "alignplan.yaml") == ROOT.replace("  harvest:", "  yield:")
    assert text(garden) == WORK.replace("harvest", "yield")
    assert "-  harvest:  # the first of all\n+  yield:  # the first of all\n" in done.out


def test_a_nested_one_keeps_its_parent(garden: Path) -> None:
    assert typed(garden, "rename", "beds/wood", "boards").code == 0
    assert text(garden) == WORK.replace("      wood:", "      boards:").replace("[wood]", "[boards]")
    assert typed(garden, "rename", "build", "beds/make").code == 0
    assert "      make: {title: Build, after: [boards]" in text(garden)
    assert "    after: [beds/make]\n" in text(garden)


def test_a_kpi_by_its_address(garden: Path) -> None:
    typed(garden, "rename", "kilos", "weight")
    assert text(garden) == WORK.replace("harvest/kilos", "harvest/weight")
    assert text(garden, "alignplan.yaml") == ROOT.replace("      kilos:", "      weight:")


EVERYWHERE = """\
alignplan: 1
plan: {title: Northwind, calendar: old}
calendars: {old: Old}
values: {v: V}
position: {f: F}
stakeholders: {s: {title: S, expectations: {old: E}}}
teams: {crew: {title: T, lead: mia}}
people: {mia: {title: M, team: crew, calendar: old}}
resources: {oven: R}
objectives:
  old:
    title: O
    kpis: {old: {title: K, series: k2}, k3: {series: old}, k4: {series: old/old}}
  p2: {title: P, parent: {old: 40, p3: 60}, upholds: v, responds_to: [f], satisfies: s/old, kpis: [k2]}
  p3: {title: P, parent: [old, p2]}
kpis:
  k2: {title: K, unit: kg, baseline: 1, target: 2}
  sums: {title: S, sum: [k2, old/old]}
  means: {title: S, mean: {k2: 1, old/old: 2}}
  ratio: {title: R, numerator: k2, denominator: old/old}
tactics:
  t1:
    title: T
    supports: old
    owner: mia
    moves: {old/old: {by: +1, lag: 3m}, k2: 2}
    after: {t2: start-start + 2d, t3/a: null}
    actions:
      a: {assigned: {mia: 50%, crew: 20%}, uses: oven, after: [b, {old: finish-start - 1d}]}
      b: {after: old, any_of: {mia: 50%}, uses: {oven: 2}}
      old: {title: A}
    contingencies:
      c: {when: {any: [{action: old, late_by: 3d}, {all: {kpi: old/old, below: 3}}, {budget: t2, above: 110%}]}, activates: t2}
  t2: {title: T, supports: {'old': 100}}
  t3: {title: T, supports: p2, actions: {a: {after: [t1/old]}}}
risks:
  r: {title: R, threatens: [old, t1], mitigated_by: t2, owner: crew, contingencies: {d: {when: {risk: r, occurred: true}}}}
"""
"""The same word as an objective, one of its KPIs, an action, an expectation and a calendar."""


@pytest.mark.parametrize(
    ("item", "new", "pairs"),
    [
        ("old", "o.2", [("  old:\n", "  o.2:\n"), ("{series: old/old}", "{series: o.2/old}"), ("{old: 40", "{o.2: 40"),
                        ("[old, p2]", "[o.2, p2]"), ("[k2, old/old]", "[k2, o.2/old]"), ("old/old: 2}", "o.2/old: 2}"),
                        ("denominator: old/old", "denominator: o.2/old"), ("supports: old", "supports: o.2"),
                        ("{old/old: {by", "{o.2/old: {by"), ("{kpi: old/old", "{kpi: o.2/old"),
                        ("{'old': 100}", "{'o.2': 100}"), ("[old, t1]", "[o.2, t1]")]),
        ("old/old", "o.2", [("kpis: {old:", "kpis: {o.2:"), ("{series: old}", "{series: o.2}"),
                            ("{series: old/old}", "{series: old/o.2}"), ("[k2, old/old]", "[k2, old/o.2]"),
                            ("old/old: 2}", "old/o.2: 2}"), ("denominator: old/old", "denominator: old/o.2"),
                            ("{old/old: {by", "{old/o.2: {by"), ("{kpi: old/old", "{kpi: old/o.2")]),
        ("t1/old", "o.2", [("      old: {title: A}", "      o.2: {title: A}"), ("{old: finish", "{o.2: finish"),
                           ("{after: old,", "{after: o.2,"), ("{action: old,", "{action: o.2,"), ("t1/old", "t1/o.2")]),
        ("s/old", "o.2", [("{old: E}", "{o.2: E}"), ("s/old", "s/o.2")]),
        ("calendars/old", "o.2", [("calendar: old", "calendar: o.2"), ("{old: Old}", "{o.2: Old}")]),
        ("mia", "m", [("lead: mia", "lead: m"), ("people: {mia:", "people: {m:"), ("owner: mia", "owner: m"),
                      ("{mia: 50%", "{m: 50%")]),
        ("crew", "c-2", [("teams: {crew", "teams: {c-2"), ("team: crew", "team: c-2"), ("crew: 20%", "c-2: 20%"),
                         ("owner: crew", "owner: c-2")]),
        ("oven", "stove", [("oven", "stove")]),
        ("v", "w", [("values: {v:", "values: {w:"), ("upholds: v", "upholds: w")]),
        ("f", "g", [("position: {f:", "position: {g:"), ("[f]", "[g]")]),
        ("s", "z", [("stakeholders: {s:", "stakeholders: {z:"), ("s/old", "z/old")]),
        ("k2", "k", [("series: k2", "series: k"), ("kpis: [k2]", "kpis: [k]"), ("  k2:", "  k:"), ("sum: [k2", "sum: [k"),
                     ("mean: {k2", "mean: {k"), ("numerator: k2", "numerator: k"), (" k2: 2}", " k: 2}")]),
        ("t2", "2", [("{t2: start", "{2: start"), ("budget: t2", "budget: 2"), ("activates: t2", "activates: 2"),
                     ("  t2:", "  2:"), ("mitigated_by: t2", "mitigated_by: 2")]),
        ("t3", "t4", [("t3/a: null", "t4/a: null"), ("  t3:", "  t4:")]),
        ("t3/a", "z", [("t3/a: null", "t3/z: null"), ("actions: {a: {after: [t1", "actions: {z: {after: [t1")]),
        ("r", "risk-1", [("  r:", "  risk-1:"), ("{risk: r,", "{risk: risk-1,")]),
    ],
)  # fmt: skip
def test_every_field_that_names_items(
    tmp_path: Path, item: str, new: str, pairs: list[tuple[str, str]]
) -> None:
    written(tmp_path, EVERYWHERE)
    expected = EVERYWHERE
    for old, then in pairs:
        assert old in expected
        expected = expected.replace(old, then)
    done = typed(tmp_path, "rename", item, new, "-q")
    assert (done.code, done.err) == (0, "")
    assert text(tmp_path, "alignplan.yaml") == expected
    name = item.rpartition("/")[2]
    parent = item.rpartition("/")[0].replace("calendars", "")
    back = f"calendars/{new}" if "calendars" in item else f"{parent}/{new}" if parent else new
    assert typed(tmp_path, "rename", back, name, "-q").code == 0
    assert text(tmp_path, "alignplan.yaml") == EVERYWHERE


def test_the_reason_of_a_suppression_is_renamed_and_other_comments_are_told(tmp_path: Path) -> None:
    work = WORK.replace("  beds:\n", "  raised-beds:\n").replace("beds/build", "raised-beds/build")
    work = work.replace(
        "  well:\n", "  well:  # alignplan: ignore[T304] waits for raised-beds, until 2027-01-31\n"
    )
    work = work.replace("# Nobody", "# raised-beds need it. Nobody")
    garden = planted(tmp_path, work=work)
    done = typed(garden, "rename", "raised-beds", "high-beds")
    assert done.err == "note: comments still say `raised-beds`: work.yaml:13\n"
    renamed = WORK.replace("  beds:\n", "  high-beds:\n").replace("beds/build", "high-beds/build")
    renamed = renamed.replace(
        "  well:\n", "  well:  # alignplan: ignore[T304] waits for high-beds, until 2027-01-31\n"
    )
    assert text(garden) == renamed.replace("# Nobody", "# raised-beds need it. Nobody")


@pytest.mark.parametrize(
    ("old", "new", "error", "hint"),
    [
        ("bed", "x", "there is no `bed` in the plan", "did you mean `beds`?"),
        ("beds", "well", "`well` is in the plan already: a tactic, work.yaml:14",
         "choose another id, or change it: `alignplan set well KEY=VALUE`"),
        ("beds", "mia", "`mia` is in the plan already: a person, alignplan.yaml:8",
         "choose another id, or change it: `alignplan set mia KEY=VALUE`"),
        ("wood", "build", "`beds/build` is in the plan already: an action, work.yaml:11",
         "choose another id, or change it: `alignplan set beds/build KEY=VALUE`"),
        ("beds", "Beds", "`Beds` cannot be an id",
         "an id begins with a-z or 0-9 and has nothing but a-z, 0-9, `.`, `_`, `-`"),
        ("beds", "", "`` cannot be an id",
         "an id begins with a-z or 0-9 and has nothing but a-z, 0-9, `.`, `_`, `-`"),
        ("beds", "a/b", "a tactic has an id without `/`", "write b"),
        ("beds/wood", "well/wood", "`beds/wood` stays in `beds`",
         "`rename` changes its name alone: `alignplan rename beds/wood wood`"),
        ("beds", "null", "`null` is nothing in YAML, and no id", "choose another id"),
        ("plan", "x", "the plan itself has no id", "`alignplan set plan title=…` changes its title"),
    ],
)  # fmt: skip
def test_refused(garden: Path, old: str, new: str, error: str, hint: str) -> None:
    done = typed(garden, "rename", old, new)
    assert (done.code, done.out, done.err) == (2, "", f"error: {error}\nhelp: {hint}\n")
    assert (text(garden), text(garden, "alignplan.yaml")) == (WORK, ROOT)


def test_the_same_name_changes_nothing(garden: Path) -> None:
    done = typed(garden, "rename", "beds", "beds")
    assert (done.code, done.out) == (0, "")
    assert done.err == "note: nothing to change: the plan says so already\n"


CAPTURES = HEAD + (
    "objectives: {o: {title: O}}\n"
    "tactics:\n"
    "  pump: {title: Pump, supports: o}\n"
    "  well: {title: Well, supports: o, actions: {dig: {after: pump}, lay: Lay}}\n"
    "  pipe: {title: Pipe, supports: o, actions: {join: Join, test: {after: [fit]}}}\n"
    "  fit: {title: Fit, supports: o}\n"
)


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("well/lay", "pump", "`pump` in `after` of `well/dig` means `pump`; it would mean `well/pump`"),
        ("fit", "join", "`fit` in `after` of `pipe/test` means `fit`; it would mean `pipe/join`"),
    ],
)
def test_a_name_that_would_catch_another_reference(tmp_path: Path, old: str, new: str, error: str) -> None:
    written(tmp_path, CAPTURES)
    for force in ([], ["--force"]):
        done = typed(tmp_path, "rename", old, new, *force)
        assert (done.code, done.err) == (2, f"error: {error}\nhelp: choose another id\n")
    assert text(tmp_path, "alignplan.yaml") == CAPTURES


def test_an_id_that_stands_twice_is_left_to_a_person(tmp_path: Path) -> None:
    written(tmp_path, HEAD + "people: {a: A}\nteams: {a: B}\n")
    done = typed(tmp_path, "rename", "a", "b")
    assert done.err == (
        "error: `a` stands twice: alignplan.yaml:4 and alignplan.yaml:3\n"
        "help: give one of them another id in its file\n"
    )


def test_what_cannot_be_read_may_name_it(tmp_path: Path) -> None:
    work = WORK.replace("supports: {harvest: 100}", "supports: {harvest: many}")
    garden = planted(tmp_path, work=work)
    done = typed(garden, "rename", "harvest", "yield")
    assert done.err == (
        "error: work.yaml:16 names `harvest`, and could not be understood\n"
        "help: `alignplan check` tells why; mend that first, or go on all the same with --force\n"
    )
    assert typed(garden, "rename", "ben", "benno").code == 0
    (garden / "more/broken.yaml").write_text("tactics: {x: [")
    done = typed(garden, "rename", "benno", "ben")
    assert done.err == (
        "error: more/broken.yaml could not be read to its end, and may name `benno`\n"
        "help: `alignplan check` tells why; mend that first, or go on all the same with --force\n"
    )
    assert typed(garden, "rename", "benno", "ben", "--force").code == 0


def test_an_alias_of_an_id_is_written_out_and_one_of_a_list_is_refused(tmp_path: Path) -> None:
    plan = HEAD + (
        "people: {mia: M}\nobjectives: {o: {title: O, owner: &who mia}, p: {title: P, owner: *who}}\n"
        "tactics:\n  a: {title: A, supports: &all [o, p]}\n  b: {title: B, supports: *all}\n"
    )
    written(tmp_path, plan)
    assert typed(tmp_path, "rename", "mia", "m").code == 0
    renamed = plan.replace("{mia", "{m").replace("&who mia", "&who m").replace("*who", "m")
    assert text(tmp_path, "alignplan.yaml") == renamed
    done = typed(tmp_path, "rename", "o", "new")
    assert done.code == 2
    assert done.err.startswith("error: alignplan.yaml:7:27: `tactics/b/supports` is the alias `*all`")
    assert text(tmp_path, "alignplan.yaml") == renamed


def test_the_changes_as_data(garden: Path) -> None:
    done = typed(garden, "rename", "harvest", "yield", "-f", "json", "--dry-run")
    changes = json.loads(done.out)["changes"]
    assert [[one[name] for name in ("op", "id", "path", "line", "field", "before")] for one in changes] == [
        ["renamed", "yield", "alignplan.yaml", 12, None, "harvest"],
        ["changed", "beds", "work.yaml", 5, "supports", None],
        ["changed", "beds", "work.yaml", 8, "moves", None],
        ["changed", "well", "work.yaml", 16, "supports", None],
    ]
