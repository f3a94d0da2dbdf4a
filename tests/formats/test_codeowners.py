"""`CODEOWNERS`: which line stands for which file, in a form that GitHub and GitLab read alike."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plans import TODAY, written

from alignplan import open_plan
from alignplan.analysis.selectors.choice import Choice
from alignplan.formats.codeowners import EXPORTER
from alignplan.formats.interface import Exported, Source, exporters
from alignplan.loading.files import text_of

ROOT = """\
alignplan: 1
plan: {title: Northwind}
include: ["**/*.yaml"]
teams:
  product: {title: Product, handle: northwind/product}
  kitchen: {title: Kitchen, lead: rosa}
  nobody: {title: Nobody}
people:
  mia: {name: Mia Lund, handle: ["@mia-lund", mia@example.org]}
  rosa: {name: Rosa Diaz, handle: rosa_d}
  tom: {name: Tom Ek}
"""
HEADER = (
    "# Made by `alignplan export codeowners` from the owners in the plan.\n"
    "# Change `owner` and `handle` there, then make it again.\n"
)


def exported(folder: Path, files: dict[str, str], prefix: str = "") -> Exported:
    plan = open_plan(written(folder, files), as_of=TODAY)
    assert plan.loaded.findings == [], plan.loaded.findings
    series = [entry.path for entry in plan.loaded.series]
    return EXPORTER.convert(
        Source(
            plan.assessment,
            Choice(plan.items),
            (*plan.files, *series),
            lambda path: text_of(plan.source, path),
            lambda path: prefix + path,
        )
    )


def lines(done: Exported) -> list[str]:
    assert isinstance(done.content, str)
    assert done.content.startswith(HEADER)
    assert done.content.endswith("\n")
    return done.content.removeprefix(HEADER).strip("\n").splitlines()


def test_it_is_found_by_its_name() -> None:
    assert exporters()["codeowners"] is EXPORTER
    assert EXPORTER.file_name == "CODEOWNERS"


def test_each_file_has_those_who_own_what_stands_in_it(tmp_path: Path) -> None:
    done = exported(
        tmp_path,
        {
            "alignplan.yaml": ROOT + "objectives: {share: {title: Share, owner: mia}}\n",
            "b.yaml": "tactics:\n  one: {title: One, owner: product}\n  two: {title: Two, owner: mia}\n"
            "  three: {title: Three, owner: product}\n",
            "a/c.yaml": "risks: {fire: {title: Fire, owner: rosa}}\nkpis: {calls: {title: Calls, owner: mia}}\n",
        },
        "plans/",
    )
    assert lines(done) == [
        "/plans/a/c.yaml @mia-lund mia@example.org @rosa_d",
        "/plans/alignplan.yaml @mia-lund mia@example.org",
        "/plans/b.yaml @northwind/product @mia-lund mia@example.org",
    ]
    assert done.lost == ()


def test_a_team_without_a_handle_is_called_by_who_leads_it(tmp_path: Path) -> None:
    done = exported(
        tmp_path, {"alignplan.yaml": ROOT, "b.yaml": "tactics: {one: {title: One, owner: kitchen}}\n"}
    )
    assert lines(done) == ["/b.yaml @rosa_d"]


def test_who_has_no_handle_is_told_and_files_that_nobody_owns_are_counted(tmp_path: Path) -> None:
    done = exported(
        tmp_path,
        {
            "alignplan.yaml": ROOT,
            "a.yaml": "tactics: {one: {title: One, owner: tom}, two: {title: Two, owner: mia}}\n",
            "b.yaml": "tactics: {three: {title: Three, owner: tom}, four: {title: Four, owner: nobody}}\n",
            "c.yaml": "values: {fair: Fair}\n",
        },
    )
    assert lines(done) == ["/a.yaml @mia-lund mia@example.org"]
    assert done.lost == (
        "no handle: tom, nobody",
        "1 file left out: whoever owns something there has no handle",
        "2 files left out: nobody owns anything there",
    )


def test_of_many_without_a_handle_five_are_named(tmp_path: Path) -> None:
    people = "people: {" + ", ".join(f"p{n}: P" for n in range(8)) + "}\n"
    owned = "tactics: {" + ", ".join(f"t{n}: {{title: T, owner: p{n}}}" for n in range(8)) + "}\n"
    done = exported(tmp_path, {"alignplan.yaml": f"alignplan: 1\nplan: {{title: x}}\n{people}{owned}"})
    assert done.lost[0] == "no handle: p0, p1, p2, p3, p4 and 3 more"
    assert done.content == HEADER


def test_owners_of_steps_and_of_what_is_dropped_do_not_count(tmp_path: Path) -> None:
    tactics = (
        "tactics:\n  one: {title: One, owner: mia, actions: {a: {title: A, owner: rosa}}}\n"
        "  two: {title: Two, owner: product, status: dropped}\n  three: {title: Three, owner: kitchen, status: done}\n"
    )
    done = exported(tmp_path, {"alignplan.yaml": ROOT, "b.yaml": tactics})
    assert lines(done) == ["/b.yaml @mia-lund mia@example.org @rosa_d"]


def test_measurements_belong_to_the_owner_of_their_kpi_else_of_its_objective(tmp_path: Path) -> None:
    done = exported(
        tmp_path,
        {
            "alignplan.yaml": ROOT,
            "goals/o.yaml": "objectives:\n  share:\n    title: Share\n    owner: mia\n    kpis:\n"
            "      own: {unit: x, owner: product, actuals: ../data/own.csv}\n      its: {unit: x, actuals: its.csv}\n",
            "data/own.csv": "date,value\n2026-01-31,1\n",
            "goals/its.csv": "date,value\n2026-01-31,1\n",
        },
    )
    assert lines(done) == [
        "/data/own.csv @northwind/product",
        "/goals/its.csv @mia-lund mia@example.org",
        "/goals/o.yaml @mia-lund mia@example.org",
    ]


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("a b.yaml", r"/a\ b.yaml"),
        ("#1.yaml", "/?1.yaml"),
        ("a #b.yaml", r"/a\ ?b.yaml"),
        ("[x]*?!.yaml", "/?x???!.yaml"),
        ("ä.yaml", "/ä.yaml"),
        ("a\tb.yaml", "/a?b.yaml"),
        ("back\\slash.yaml", "/back?slash.yaml"),
    ],
)
def test_what_has_a_meaning_in_a_pattern_is_any_one_character(
    tmp_path: Path, name: str, pattern: str
) -> None:
    done = exported(tmp_path, {"alignplan.yaml": ROOT, name: "tactics: {one: {title: One, owner: rosa}}\n"})
    assert lines(done) == [f"{pattern} @rosa_d"]


# ------------------------------------------------------------ a reader of the rules that both hosts have


def rules(text: str) -> Iterator[tuple[re.Pattern[str], list[str]]]:
    """Patterns and owners: `#` begins a comment, a backslash keeps the blank behind it, `*` and `?` end at a slash."""
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        pattern, *owners = re.split(r"(?<!\\) ", line)
        assert not re.search(r"[\[\]#\x00-\x1f]", pattern), "what one of the hosts does not read"
        plain = pattern.removeprefix("/").replace("\\ ", " ")
        yield re.compile(fnmatch.translate(plain)), owners


def owners_of(text: str, path: str) -> list[str]:
    """The last pattern that matches holds."""
    found: list[str] = []
    for pattern, owners in rules(text):
        if pattern.fullmatch(path):
            found = owners
    return found


NAMES = st.text(
    st.characters(codec="utf-8", exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=8
)


@given(st.lists(NAMES.map(lambda name: f"x{name}.yaml"), min_size=1, max_size=4, unique=True))
def test_every_file_finds_its_owner_again(names: list[str]) -> None:
    from alignplan.formats.codeowners import _pattern

    text = HEADER + "".join(f"{_pattern(name)} @owner-{at}\n" for at, name in enumerate(names))
    assert text.count("\n") == 2 + len(names)
    for at, name in enumerate(names):
        assert owners_of(text, name)[0].startswith("@owner-")
        if re.fullmatch(r"[\w .-]+", name):
            assert f"@owner-{at}" in [
                owner for pattern, found in rules(text) if pattern.fullmatch(name) for owner in found
            ]
