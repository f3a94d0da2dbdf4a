"""Which rules run, how grave they are, with which numbers: the file's settings and what was typed."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from tests.plans import HEAD, check, told

from alignplan import Misuse
from alignplan.diagnostics.finding import Severity
from alignplan.linting.parted import ALWAYS
from alignplan.linting.selection import Asked, Selection, known_thresholds, matching, select
from alignplan.loading.bind import bind
from alignplan.model.plan import Lint
from alignplan.rules.catalog import all_rules
from alignplan.rules.interface import Tier
from alignplan.text.tree import parse

BASIC = {code for code, rule in all_rules().items() if rule.tier is Tier.BASIC and code != "E015"}
STRICT = {code for code, rule in all_rules().items() if rule.tier is Tier.STRICT}


def lint(text: str) -> Lint:
    bound = bind(parse(f"{HEAD}lint: {{{text}}}\n").data, "alignplan.yaml", root=True)
    assert bound.findings == []
    assert bound.file.lint is not None
    return bound.file.lint


def codes(selection: Selection) -> set[str]:
    return {rule.code for rule in selection.rules}


def chosen(text: str = "", **asked: object) -> set[str]:
    """What runs, without what always runs, and without what speaks of the settings themselves."""
    return codes(select(lint(text), "alignplan.yaml", Asked(**asked))) - ALWAYS - {"E015"}  # type: ignore[arg-type]


def test_basic_by_default_and_strict_on_top() -> None:
    assert chosen() == BASIC - ALWAYS
    assert chosen(strict=True) == (BASIC | STRICT) - ALWAYS


@pytest.mark.parametrize(
    ("text", "asked", "runs"),
    [
        ("select: A101", {}, {"A101"}),
        ("select: []", {}, set()),
        ("select: ", {}, BASIC - ALWAYS),
        ("select: orphan-tactic", {}, {"A101"}),
        ("select: [A101], extend-select: [A111]", {}, {"A101", "A111"}),
        ("extend-select: A111", {}, (BASIC - ALWAYS) | {"A111"}),
        ("ignore: A", {}, {code for code in BASIC - ALWAYS if code[0] != "A"}),
        ("select: [A101, A102], ignore: A101", {}, {"A102"}),
        ("extend-select: A111, ignore: A111", {}, BASIC - ALWAYS),
        ("ignore: A101", {"select": ("A101",)}, {"A101"}),
        ("select: A102", {"select": ("A101",)}, {"A101"}),
        ("extend-select: A111", {"select": ("A101",)}, {"A101"}),
        ("ignore: A111", {"extend_select": ("A111",)}, (BASIC - ALWAYS) | {"A111"}),
        ("select: A101", {"extend_select": ("A111",)}, {"A101", "A111"}),
        ("", {"select": ("A",), "ignore": ("A10",)}, {"A110", "A111", "A112"}),
        ("", {"select": ("A101",), "extend_select": ("A101",), "ignore": ("A101",)}, set()),
        ("", {"ignore": ("ALL",)}, set()),
        ("", {"select": ("ALL",)}, set(all_rules()) - ALWAYS - {"E015"}),
        ("select: A101", {"strict": True}, {"A101"} | STRICT),
        ("", {"select": ("A101",), "strict": True}, {"A101"} | STRICT),
        ("ignore: P", {"strict": True}, {code for code in (BASIC | STRICT) - ALWAYS if code[0] != "P"}),
    ],
)
def test_what_was_typed_comes_before_the_file(text: str, asked: dict[str, object], runs: set[str]) -> None:
    assert chosen(text, **asked) == runs


FILE = ("select: A101", "extend-select: A111", "ignore: [A101, A111]")
TYPED: tuple[dict[str, tuple[str, ...]], ...] = (
    {"select": ("A102",)},
    {"extend_select": ("A104",)},
    {"ignore": ("A102", "A104")},
)


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    "file", [part for n in range(4) for part in itertools.combinations(FILE, n)], ids=str
)
@pytest.mark.parametrize(
    "typed", [part for n in range(4) for part in itertools.combinations(TYPED, n)], ids=str
)
def test_every_combination(
    file: tuple[str, ...], typed: tuple[dict[str, tuple[str, ...]], ...], strict: bool
) -> None:
    said = {key: value for part in typed for key, value in part.items()}
    runs = chosen(", ".join(file), strict=strict, **said)
    if "ignore" in said:
        assert not runs & {"A102", "A104"}
    if "extend_select" in said and "ignore" not in said:
        assert "A104" in runs
    if "select" in said:
        assert ("A102" in runs) is ("ignore" not in said)
        assert strict or runs <= {"A102", "A104"}
    elif FILE[2] in file:
        assert not runs & {"A101", "A111"}
    if strict:
        assert runs >= STRICT - {"A102", "A104", "A101", "A111"}


@pytest.mark.parametrize(
    ("text", "asked", "runs"),
    [
        ("select: A", Asked(), True),
        ("select: []", Asked(), True),
        ("ignore: E015", Asked(), False),
        ("select: A, ignore: E", Asked(), False),
        ("select: A", Asked(ignore=("E015",)), False),
        ("", Asked(select=("A",)), False),
        ("", Asked(select=("E015",)), True),
    ],
)
def test_what_is_wrong_with_the_settings_is_told_unless_it_is_not_wanted(
    text: str, asked: Asked, runs: bool
) -> None:
    assert ("E015" in codes(select(lint(text), "alignplan.yaml", asked))) is runs


@pytest.mark.parametrize("code", sorted(ALWAYS))
def test_without_some_nothing_can_be_said(code: str) -> None:
    assert code in codes(select(lint(f"ignore: {code}, select: []"), "alignplan.yaml", Asked(ignore=(code,))))


def test_a_prefix_is_of_codes_and_a_name_is_whole() -> None:
    assert matching("A10") == ["A101", "A102", "A103", "A104", "A105", "A106", "A107", "A108", "A109"]
    assert matching("orphan-tactic") == ["A101"]
    assert matching("orphan") == matching("") == matching("a101") == matching("101") == []


@pytest.mark.parametrize(
    ("spec", "hint"),
    [("orphan-tactics", "did you mean orphan-tactic?"), ("???", "`alignplan rule` lists them")],
)
def test_a_rule_that_was_typed_wrong_is_misuse(spec: str, hint: str) -> None:
    for asked in (Asked(select=(spec,)), Asked(extend_select=(spec,)), Asked(ignore=(spec,))):
        with pytest.raises(Misuse, match="there is no rule") as caught:
            select(lint(""), "alignplan.yaml", asked)
        assert caught.value.hint == hint


def test_a_rule_that_the_file_has_wrong_is_a_finding_at_its_place(tmp_path: Path) -> None:
    text = f"""{HEAD}lint:
  select: [E, Z999]
  extend-select: orphan-tactics
  ignore:
    - unownd
  severity:
    T30Z: error
    A101: grave
  per-file:
    "ops/**": [T3, T9]
  thresholds:
    A110.hihg: 3
    A110.high: many
    lead: -1
"""
    answer = check(tmp_path, text)
    found = [
        (one.spot.line, one.spot.column, one.severity.value, one.code, one.message, one.help)
        for one in answer.findings
    ]
    assert found == [
        (4, 15, "error", "E015", "there is no rule `Z999`", "`alignplan rule` lists them"),
        (5, 18, "error", "E015", "there is no rule `orphan-tactics`", "did you mean orphan-tactic?"),
        (7, 7, "error", "E015", "there is no rule `unownd`", "did you mean unowned?"),
        (9, 5, "error", "E015", "there is no rule `T30Z`", "did you mean T309?"),
        (10, 11, "error", "E015", "`grave` is no severity", "write error | warning | info"),
        (12, 20, "error", "E015", "there is no rule `T9`", "did you mean T309?"),
        (14, 5, "error", "E015", "there is no threshold `A110.hihg`", "did you mean `A110.high`?"),
        (15, 16, "error", "E015", "`many` is not a number from 0", "write a number such as 15"),
        (16, 11, "error", "E015", "`-1` is not a number from 0", "write a number such as 15"),
    ]


def test_severities_of_a_rule_come_before_those_of_its_family() -> None:
    for text in ("A102: info, A: warning", "A: warning, A102: info"):
        found = select(lint(f"severity: {{{text}}}"), "alignplan.yaml", Asked()).severities
        assert (found["A102"], found["A101"]) == (Severity.INFO, Severity.WARNING)
        assert "M201" not in found


def test_a_severity_changes_what_is_shown(tmp_path: Path) -> None:
    plan = HEAD + "tactics: {a: {}}\n"
    assert told(check(tmp_path, plan, "A101")) == ["3 error[A101]"]
    assert told(check(tmp_path, plan + "lint: {severity: {orphan-tactic: info}}\n", "A101")) == [
        "3 info[A101]"
    ]


def test_thresholds_have_defaults_that_the_file_changes() -> None:
    assert select(lint(""), "alignplan.yaml", Asked()).thresholds == {"lead": 90.0, "priority": 750.0}
    found = select(
        lint("thresholds: {lead: 30, A110.high: 5, M204.grace: 25%}"), "alignplan.yaml", Asked()
    ).thresholds
    assert found == {"lead": 30.0, "priority": 750.0, "A110.high": 5.0, "M204.grace": 25.0}
    assert known_thresholds()["lead"] == 90.0
    assert known_thresholds()["A110.high"] == 3


def test_a_threshold_reaches_its_rule(tmp_path: Path) -> None:
    tactics = "".join(f"  t{number}: {{owner: mia, priority: high, supports: o}}\n" for number in range(2))
    plan = f"{HEAD}people: {{mia: {{}}}}\nobjectives: {{o: {{}}}}\ntactics:\n{tactics}"
    assert told(check(tmp_path, plan, "A110")) == []
    assert told(check(tmp_path, plan + "lint: {thresholds: {A110.high: 1}}\n", "A110")) != []


def test_the_borders_of_a_high_risk_are_thresholds(tmp_path: Path) -> None:
    plan = HEAD + "risks: {flood: {title: The cellar is flooded, impact: medium, probability: 30%}}\n"
    assert told(check(tmp_path, plan, "C601")) == []
    assert told(check(tmp_path, plan + "lint: {thresholds: {C601.medium: 30}}\n", "C601")) == [
        "3 warning[C601]"
    ]


def test_the_tolerance_of_weights_is_a_threshold(tmp_path: Path) -> None:
    plan = HEAD + "objectives: {a: {weight: 60}, b: {weight: 37}}\n"
    assert told(check(tmp_path, plan, "A107")) == ["3 warning[A107]"]
    assert told(check(tmp_path, plan + "lint: {thresholds: {A107: 3}}\n", "A107")) == []
