"""`new`: one more item, where its siblings live and written as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.cli.garden import ROOT, WORK, planted, text
from tests.plans import HEAD, written

KINDS = (
    "there are value, finding, stakeholder, expectation, team, person, resource, calendar, objective, kpi, "
    "tactic, action, milestone, contingency, risk, decision"
)
BEHIND_WELL = "    actions:\n      dig: Dig\n"


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    return planted(tmp_path)


def test_a_tactic_goes_behind_those_of_its_objective(garden: Path) -> None:
    done = typed(garden, "new", "tactic", "fence", "Put up a fence", "supports=harvest", "owner=mia")
    assert done.code == 0
    assert text(garden) == WORK + (
        "\n  fence:\n    title: Put up a fence\n    supports: harvest\n    owner: mia\n"
    )
    assert done.err == (
        "note: `alignplan check` now finds, and did not before:\n"
        "  work.yaml:23:3: warning[T303] `fence` has no due date\n"
        "  work.yaml:23:3: warning[T304] `fence` has no steps\n"
        "next: alignplan new action fence/ID …\n"
    )


def test_into_the_file_of_its_siblings(tmp_path: Path) -> None:
    more = "objectives:\n  b: {title: B, due: 2028}\ntactics:\n  one: {title: One, supports: b}\n  two: {title: Two, supports: b}\n"
    root = 'alignplan: 1\nplan: {title: P}\ninclude: ["*.yaml"]\nobjectives: {a: {title: A, due: 2028}}\n'
    last = "tactics:\n  three: {title: Three, supports: a}\n"
    written(tmp_path, {"alignplan.yaml": root, "m.yaml": more, "z.yaml": last})
    typed(tmp_path, "new", "tactic", "four", "Four", "supports=[b, a]")
    assert text(tmp_path, "m.yaml") == more + "  four: {title: Four, supports: [b, a]}\n"
    typed(tmp_path, "new", "tactic", "five", "Five", "--force")
    assert text(tmp_path, "z.yaml") == last + "  five: {title: Five}\n"
    typed(tmp_path, "new", "objective", "b1", "B one", "parent=b")
    assert "  b: {title: B, due: 2028}\n  b1: {title: B one, parent: b}\ntactics:" in text(tmp_path, "m.yaml")
    typed(tmp_path, "new", "objective", "b2", "B two", "parent=b")
    assert "  b1: {title: B one, parent: b}\n  b2: {title: B two, parent: b}\n" in text(tmp_path, "m.yaml")


@pytest.mark.parametrize(
    ("words", "file", "old", "new"),
    [
        (["action", "well/pump", "Buy a pump"], "work.yaml", BEHIND_WELL, BEHIND_WELL + "      pump: Buy a pump\n"),
        (["action", "beds/soil", "Buy soil", "due=2027-01-31"], "work.yaml", "# two of us\n",
         "# two of us\n      soil: {title: Buy soil, due: 2027-01-31}\n"),
        (["milestone", "well/wet", "Water comes", "criterion=A bucket full"], "work.yaml", BEHIND_WELL,
         BEHIND_WELL + "    milestones:\n      wet: {title: Water comes, criterion: A bucket full}\n"),
        (["contingency", "well/rock", "Rock", "when={tactic: well, late_by: 4w}", "then=Carry water"],
         "work.yaml", BEHIND_WELL, BEHIND_WELL + (
             "    contingencies:\n      rock:\n        title: Rock\n        when: {tactic: well, late_by: 4w}\n"
             "        then: Carry water\n")),
        (["kpi", "harvest/jars", "Jars", "unit=jars", "baseline=0", "target=50"], "alignplan.yaml",
         "actuals: {2026-10-31: 25}}\n",
         "actuals: {2026-10-31: 25}}\n      jars: {title: Jars, unit: jars, baseline: 0, target: 50}\n"),
        (["person", "eva", "Eva Lang"], "alignplan.yaml", "  ben: {title: Ben Holm}\n",
         "  ben: {title: Ben Holm}\n  eva: {name: Eva Lang}\n"),
        (["person", "eva", "title=Eva Lang", "capacity=50%"], "alignplan.yaml", "  ben: {title: Ben Holm}\n",
         "  ben: {title: Ben Holm}\n  eva: {title: Eva Lang, capacity: 50%}\n"),
        (["value", "slow", "Slowly is fast"], "alignplan.yaml", 'include: [work.yaml, "more/*.yaml"]\n\n',
         'include: [work.yaml, "more/*.yaml"]\n\nvalues:\n  slow: Slowly is fast\n\n'),
        (["stakeholder", "kin", "The family", "influence=high"], "alignplan.yaml", "people:\n",
         "stakeholders:\n  kin:\n    title: The family\n    influence: high\n\npeople:\n"),
    ],
)  # fmt: skip
def test_where_its_siblings_live(garden: Path, words: list[str], file: str, old: str, new: str) -> None:
    before = ROOT if file == "alignplan.yaml" else WORK
    assert before.count(old) == 1
    done = typed(garden, "new", *words, "-q")
    assert (done.code, done.err) == (0, "")
    assert text(garden, file) == before.replace(old, new)


@pytest.mark.parametrize(
    ("kind", "fields", "section"),
    [
        ("finding", ["kind=threat"], "position"),
        ("risk", ["threatens=beds", "probability=10%"], "risks"),
        ("team", ["lead=mia"], "teams"),
        ("resource", ["capacity=2"], "resources"),
        ("calendar", ["hours=6"], "calendars"),
        ("kpi", ["unit=kg", "baseline=1", "target=2"], "kpis"),
    ],
)
def test_every_kind_has_its_section(garden: Path, kind: str, fields: list[str], section: str) -> None:
    assert typed(garden, "new", kind, "one", "One", *fields, "-q").code == 0
    before, _, behind = text(garden, "alignplan.yaml").partition(f"{section}:\n  one:\n    title: One\n")
    assert behind
    rest = behind[behind.find("\n\n") + 2 :] if "\n\n" in behind else ""
    assert (before + rest).rstrip("\n") == ROOT.rstrip("\n")
    assert typed(garden, "show", "calendars/one" if kind == "calendar" else "one").code == 0


def test_expectations_stand_in_their_stakeholder(tmp_path: Path) -> None:
    written(tmp_path, HEAD + "stakeholders:\n  kin: The family\n")
    typed(tmp_path, "new", "expectation", "kin/soup", "Soup at noon")
    assert text(tmp_path, "alignplan.yaml").endswith(
        "stakeholders:\n  kin:\n    title: The family\n    expectations:\n      soup: {title: Soup at noon}\n"
    )


def test_the_first_item_of_a_plan(tmp_path: Path) -> None:
    written(tmp_path, HEAD)
    typed(tmp_path, "new", "objective", "first", "Begin", "due=2027")
    assert (
        text(tmp_path, "alignplan.yaml") == HEAD + "objectives:\n  first:\n    title: Begin\n    due: 2027\n"
    )


def test_the_order_of_the_fields_is_the_usual_one(garden: Path) -> None:
    typed(
        garden,
        "new",
        "tactic",
        "t",
        "due=2027-06",
        "owner=ben",
        "title=T",
        "notes=Near",
        "supports=harvest",
        "-q",
    )
    assert text(garden).endswith(
        "  t:\n    title: T\n    supports: harvest\n    owner: ben\n    due: 2027-06\n    notes: Near\n"
    )


@pytest.mark.parametrize(
    ("words", "error", "hint"),
    [
        (["goal", "x", "X"], "there is no kind `goal`",
         KINDS),
        (["tactics", "x", "X"], "there is no kind `tactics`", "did you mean `tactic`?"),
        (["plan", "x", "X"], "there is no kind `plan`",
         KINDS),
        (["action", "dig", "X"], "an action belongs to a tactic", "write `alignplan new action TACTIC/dig …`"),
        (["contingency", "c", "X"], "a contingency belongs to an objective or a tactic or a risk",
         "write `alignplan new contingency OBJECTIVE/c …`"),
        (["action", "wel/pump", "X"], "there is no `wel` in the plan", "did you mean `well`?"),
        (["action", "mia/pump", "X"], "`mia` is a person; an action belongs to a tactic",
         "`alignplan ls kind:tactic` lists what there is"),
        (["tactic", "beds/x", "X"], "a tactic stands alone", "write `alignplan new tactic x …`"),
        (["tactic", "beds", "X"], "`beds` is in the plan already: a tactic, work.yaml:3",
         "choose another id, or change it: `alignplan set beds KEY=VALUE`"),
        (["objective", "mia", "X"], "`mia` is in the plan already: a person, alignplan.yaml:8",
         "choose another id, or change it: `alignplan set mia KEY=VALUE`"),
        (["milestone", "beds/wood", "X"], "`beds/wood` is in the plan already: an action, work.yaml:10",
         "choose another id, or change it: `alignplan set beds/wood KEY=VALUE`"),
        (["tactic", "New Shop", "X"], "`New Shop` cannot be an id",
         "an id begins with a-z or 0-9 and has nothing but a-z, 0-9, `.`, `_`, `-`"),
        (["tactic", "null", "X"], "`null` is nothing in YAML, and no id", "choose another id"),
        (["tactic", "x"], "there is nothing to say of `x`", 'write its title behind it: "…" or title="…"'),
        (["tactic", "x", "X", "ownr=mia"], "unknown key `ownr`", "did you mean `owner`?"),
        (["tactic", "x", "X", "due=soon"], "due: `soon` is not a date or period",
         "write a day such as 2026-11-22, or a period: 2026-11, 2026-Q4, 2026"),
        (["tactic", "x", "X", "Y"], "`Y` would be a second title", 'put all of it into quotes: title="…"'),
    ],
)  # fmt: skip
def test_refused(garden: Path, words: list[str], error: str, hint: str) -> None:
    done = typed(garden, "new", *words)
    assert (done.code, done.out, done.err) == (2, "", f"error: {error}\nhelp: {hint}\n")
    assert (text(garden), text(garden, "alignplan.yaml")) == (WORK, ROOT)


def test_an_orphan_is_refused_as_check_would(garden: Path) -> None:
    done = typed(garden, "new", "tactic", "fence", "Put up a fence")
    assert done.code == 2
    assert done.err.startswith("error[A101] orphan-tactic: `fence` serves no objective\n")
    assert "help: add `supports: ID`" in done.err
    assert text(garden) == WORK


def test_what_others_beside_it_mean_by_its_name_stays(garden: Path) -> None:
    typed(garden, "new", "tactic", "pump", "Buy a pump", "supports=harvest", "-q")
    typed(garden, "set", "well/dig", "after=pump", "-q")
    done = typed(garden, "new", "action", "well/pump", "Install the pump")
    assert done.err == (
        "error: `well/dig` means a tactic by `pump` in `after`; it would mean `well/pump`\n"
        "help: choose another id\n"
    )


def test_shared_kpis_are_not_made_own_ones(tmp_path: Path) -> None:
    plan = (
        HEAD
        + "kpis: {k: {title: K, unit: u, target: 1, baseline: 0}}\nobjectives: {o: {title: O, kpis: [k]}}\n"
    )
    written(tmp_path, plan)
    done = typed(tmp_path, "new", "kpi", "o/l", "L", "unit=u", "target=2")
    assert done.err == (
        "error: `o` names KPIs that stand alone\n"
        "help: write `alignplan new kpi l …`, then `alignplan set o kpis+=l`\n"
    )
    assert typed(tmp_path, "new", "kpi", "l", "L", "unit=u", "baseline=0", "target=2", "-q").code == 0
    assert typed(tmp_path, "set", "o", "kpis+=l", "-q").code == 0
    assert "kpis: [k, l]" in text(tmp_path, "alignplan.yaml")
