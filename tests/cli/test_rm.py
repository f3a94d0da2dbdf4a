"""`rm`: items go; what names them is told, and goes only with `--cascade`."""

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


def test_an_item_goes_with_its_comments(garden: Path) -> None:
    done = typed(garden, "rm", "well")
    assert (done.code, done.err) == (0, "")
    assert text(garden) == WORK[: WORK.index("\n  # Nobody")]
    assert "-  # Nobody else has one.\n-  well:\n" in done.out


def test_what_names_it_is_told(garden: Path) -> None:
    done = typed(garden, "rm", "harvest")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "work.yaml:5: `supports` of the tactic `beds` names `harvest`\n"
        "work.yaml:8: `moves` of the tactic `beds` names `harvest/kilos`\n"
        "work.yaml:16: `supports` of the tactic `well` names `harvest`\n"
        "error: 3 references name `harvest`\n"
        "help: take them out as well with --cascade, or change them first\n"
    )
    assert (text(garden), text(garden, "alignplan.yaml")) == (WORK, ROOT)


def test_of_one_reference(garden: Path) -> None:
    assert typed(garden, "rm", "wood").err == (
        "work.yaml:11: `after` of the action `beds/build` names `wood`\n"
        "error: 1 reference names `beds/wood`\n"
        "help: take them out as well with --cascade, or change them first\n"
    )


def test_many_are_counted(tmp_path: Path) -> None:
    tactics = "".join(f"  t{number}: {{title: T, supports: o}}\n" for number in range(30))
    written(tmp_path, HEAD + "objectives: {o: {title: O}}\ntactics:\n" + tactics)
    lines = typed(tmp_path, "rm", "o").err.splitlines()
    assert lines[19:] == [
        "alignplan.yaml:24: `supports` of the tactic `t19` names `o`",
        "and 10 more",
        "error: 30 references name `o`",
        "help: take them out as well with --cascade, or change them first",
    ]


def test_with_cascade_the_references_go_too(garden: Path) -> None:
    assert typed(garden, "rm", "wood", "--cascade").code == 0
    assert text(garden) == WORK.replace("      wood: {title: Buy wood, due: 2026-12-15}\n", "").replace(
        "after: [wood], ", ""
    )


def test_what_would_serve_nothing_any_more_is_refused(garden: Path) -> None:
    done = typed(garden, "rm", "harvest", "--cascade")
    assert (done.code, done.out) == (2, "")
    assert "error[A101] orphan-tactic: `beds` serves no objective\n" in done.err
    assert done.err.endswith(
        "error: refused: `alignplan check` would find 2 errors that it does not find now\n"
        "help: mend it in the same command, or write it all the same with --force\n"
    )
    assert (text(garden), text(garden, "alignplan.yaml")) == (WORK, ROOT)


def test_forced_it_goes_and_what_is_left_alone_is_told(garden: Path) -> None:
    done = typed(garden, "rm", "harvest", "--cascade", "--force")
    assert done.code == 0
    assert text(garden, "alignplan.yaml") == ROOT[: ROOT.index("objectives:")] + "objectives: {}\n"
    assert text(garden) == WORK.replace("    supports: harvest\n", "").replace(
        "    moves: {harvest/kilos: +20}\n", ""
    ).replace("    supports: {harvest: 100}\n", "")
    assert done.err.splitlines()[:3] == [
        "note: `alignplan check` now finds, and did not before:",
        "  work.yaml:3:3: error[A101] `beds` serves no objective",
        "  work.yaml:12:3: error[A101] `well` serves no objective",
    ]


EVERYWHERE = """\
alignplan: 1
plan: {title: Northwind, calendar: c}
calendars: {c: C}
values: {v: V}
people: {mia: {title: M}}
objectives:
  o: {title: O, owner: mia, upholds: [v]}
  p: {title: P, parent: {o: 40, q: 60}}
  q: {title: Q, parent: [o, p]}
tactics:
  t1:
    title: T
    supports: [o, p]
    after: [t2, {t2: start-start}, t3]
    actions:
      a: {assigned: {mia: 50%}, after: t2}
    contingencies:
      one: {when: {any: [{tactic: t2, late_by: 3d}, {tactic: t3, late_by: 3d}]}, activates: [t2, t3]}
      two: {when: {any: [{tactic: t2, late_by: 3d}]}, activates: t2}
      three: {title: Three, when: {all: {budget: t2, above: 110%}}}
  t2: {title: T, supports: o}
  t3: {title: T, supports: o}
risks:
  r: {title: R, threatens: [t2, t2, o], mitigated_by: t2}
"""


@pytest.mark.parametrize(
    ("item", "pairs"),
    [
        ("t2", [("  t2: {title: T, supports: o}\n", ""), ("[t2, {t2: start-start}, t3]", "[t3]"), (", after: t2", ""),
                ("{tactic: t2, late_by: 3d}, ", ""), ("activates: [t2, t3]", "activates: [t3]"),
                ("two: {when: {any: [{tactic: t2, late_by: 3d}]}, activates: t2}", "two: {}"),
                (", when: {all: {budget: t2, above: 110%}}", ""), ("[t2, t2, o]", "[o]"), (", mitigated_by: t2", "")]),
        ("mia", [("people: {mia: {title: M}}", "people: {}"), (", owner: mia", ""), ("assigned: {mia: 50%}, ", "")]),
        ("v", [("values: {v: V}", "values: {}"), (", upholds: [v]", "")]),
        ("calendars/c", [("calendars: {c: C}", "calendars: {}"), (", calendar: c", "")]),
        ("q", [("  q: {title: Q, parent: [o, p]}\n", ""), ("{o: 40, q: 60}", "{o: 40}")]),
    ],
)  # fmt: skip
def test_every_kind_of_reference(tmp_path: Path, item: str, pairs: list[tuple[str, str]]) -> None:
    written(tmp_path, EVERYWHERE)
    expected = EVERYWHERE
    for old, new in pairs:
        if (old, new) != ("{tactic: t2, late_by: 3d}, ", ""):
            assert expected.count(old) == 1
        expected = expected.replace(old, new, 1)
    done = typed(tmp_path, "rm", item, "--cascade", "--force", "-q")
    assert (done.code, done.err) == (0, "")
    assert text(tmp_path, "alignplan.yaml") == expected


def test_several_that_name_each_other(garden: Path) -> None:
    assert typed(garden, "rm", "beds").err.startswith(
        "work.yaml:19: `after` of the tactic `well` names `beds/build`"
    )
    assert typed(garden, "rm", "beds", "well", "dig").code == 0
    assert text(garden) == "# What we do.\ntactics: {}\n"
    assert typed(garden, "new", "tactic", "pond", "Dig a pond", "supports=harvest", "owner=mia").code == 0
    assert text(garden).startswith("# What we do.\ntactics:\n  pond:")


def test_the_last_of_what_is_inside_takes_its_section_along(garden: Path) -> None:
    assert typed(garden, "rm", "dig").code == 0
    assert text(garden) == WORK.replace("    actions:\n      dig: Dig\n", "")


@pytest.mark.parametrize(
    ("item", "error", "hint"),
    [
        ("wel", "there is no `wel` in the plan", "did you mean `well`?"),
        ("plan", "the plan itself cannot be removed", "remove its folder, or name an item of it"),
    ],
)
def test_refused(garden: Path, item: str, error: str, hint: str) -> None:
    done = typed(garden, "rm", item)
    assert (done.code, done.out, done.err) == (2, "", f"error: {error}\nhelp: {hint}\n")


def test_what_cannot_be_read_may_name_it(garden: Path) -> None:
    (garden / "more/broken.yaml").write_text("tactics: {x: [")
    assert typed(garden, "rm", "dig").err.startswith("error: more/broken.yaml could not be read to its end")
    assert typed(garden, "rm", "dig", "--force").code == 0


def test_the_changes_as_data(garden: Path) -> None:
    done = typed(garden, "rm", "beds", "--cascade", "-f", "json", "--dry-run")
    answer = json.loads(done.out)
    assert answer["written"] is False
    assert [[one[name] for name in ("op", "id", "path", "line", "field")] for one in answer["changes"]] == [
        ["removed", "beds", "work.yaml", 3, None],
        ["changed", "well", "work.yaml", 4, "after"],
    ]
