"""Suppressions: comments that say why something is accepted, and until when."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.plans import HEAD, TODAY, check, told

from alignplan import CheckAnswer
from alignplan.linting.waivers import comments

RULES = ("A101", "T302", "E015", "E016")


def found(folder: Path, tactics: str, *rules: str) -> list[str]:
    return told(check(folder, f"{HEAD}tactics:\n{tactics}", *(rules or RULES)))


@pytest.mark.parametrize(
    ("tactics", "expected"),
    [
        ("  a: {}  # alignplan: ignore[A101, T302] known\n", ["4 waived[A101]", "4 waived[T302]"]),
        ("  a: {}  # alignplan: ignore[A101] known\n", ["4 waived[A101]", "4 warning[T302]"]),
        ("  a: {}  # alignplan: ignore[orphan-tactic] known\n", ["4 waived[A101]", "4 warning[T302]"]),
        ("  a: {}  # alignplan: ignore[A, T3] known\n", ["4 waived[A101]", "4 waived[T302]"]),
        ("  a: {}  # alignplan: ignore[ALL] known\n", ["4 waived[A101]", "4 waived[T302]"]),
        ("  a: {}  #alignplan:ignore [A101,T302] known\n", ["4 waived[A101]", "4 waived[T302]"]),
        ("  a: {}  # old: # alignplan: ignore[A101, T302] known\n", ["4 waived[A101]", "4 waived[T302]"]),
        ("  a:  # alignplan: ignore[A101, T302] known\n    title: A\n", ["4 waived[A101]", "4 waived[T302]"]),
        ("  # alignplan: ignore[A101, T302] known\n  a: {}\n", ["5 waived[A101]", "5 waived[T302]"]),
        ("  # alignplan: ignore[A101] known\n  # why it stays\n  # alignplan: ignore[T302] known\n  a: {}\n",
         ["7 waived[A101]", "7 waived[T302]"]),
        ("  a: {}\n  # alignplan: ignore[A101, T302] known\n  b: {}\n",
         ["4 error[A101]", "4 warning[T302]", "6 waived[A101]", "6 waived[T302]"]),
        ("  a: {}\n  b: {}  # alignplan: ignore[A101, T302] known\n",
         ["4 error[A101]", "4 warning[T302]", "5 waived[A101]", "5 waived[T302]"]),
    ],
)  # fmt: skip
def test_on_the_line_or_above_it(tmp_path: Path, tactics: str, expected: list[str]) -> None:
    assert found(tmp_path, tactics) == expected


def test_on_the_line_of_the_parent_or_of_the_whole_section(tmp_path: Path) -> None:
    action = "    actions:\n      x: {owner: zzz}\n"
    assert found(tmp_path, f"  a:  # alignplan: ignore[E009] known\n{action}", "E009", "E016") == [
        "6 waived[E009]"
    ]
    text = f"{HEAD}tactics:  # alignplan: ignore[E009] known\n  a:\n{action}"
    assert told(check(tmp_path, text, "E009", "E016")) == ["6 waived[E009]"]


def test_beside_one_entry_of_a_list(tmp_path: Path) -> None:
    tactics = "  a:\n    supports:\n      - x  # alignplan: ignore[E009] comes next year\n      - y\n"
    assert found(tmp_path, tactics, "E009", "E016") == ["6 waived[E009]", "7 error[E009]"]


def test_the_nearest_says_why(tmp_path: Path) -> None:
    text = f"{HEAD}tactics:  # alignplan: ignore[A101] all of them\n  a: {{}}  # alignplan: ignore[A101] this one\n"
    (finding,) = check(tmp_path, text, *RULES[:1], "E016").findings
    assert finding.waived is not None
    assert finding.waived.reason == "this one"


@pytest.mark.parametrize(
    ("comment", "reason", "until"),
    [
        ("ignore[A101] we know, until 2027-01-31", "we know", "2027-01-31"),
        ("ignore[A101] we know until 2027-01-31", "we know", "2027-01-31"),
        ("ignore[A101]: we know", "we know", ""),
        ("ignore[A101] wait until Friday", "wait until Friday", ""),
        (
            "ignore[A101] since 2026, until it rains, until 2026-11-22",
            "since 2026, until it rains",
            "2026-11-22",
        ),
        ("ignore[A101] [x] # y", "[x] # y", ""),
    ],
)
def test_reason_and_end(tmp_path: Path, comment: str, reason: str, until: str) -> None:
    (finding,) = check(
        tmp_path, f"{HEAD}tactics:\n  a: {{}}  # alignplan: {comment}\n", "A101", "E015"
    ).findings
    assert finding.waived is not None
    assert (finding.waived.reason, finding.waived.until) == (reason, until)


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("ignore[A101]", "a suppression without a reason"),
        ("ignore[A101] , until 2027-01-31", "a suppression without a reason"),
        ("ignore[A101] until 2027-01-31", "a suppression without a reason"),
        ("ignore[] why", "a suppression without a rule"),
        ("ignore why", "a suppression without a rule"),
        ("ignore[A999] why", "there is no rule `A999` to suppress"),
        ("ignore[A101, orphan] why", "there is no rule `orphan` to suppress"),
        ("ignore[E002] why", "E002 cannot be suppressed"),
        ("ignore[E016] why", "E016 cannot be suppressed"),
        ("ignore[A101] why, until 2026-11-21", "the suppression ended on 2026-11-21"),
        ("ignore[A101] why, until 2026-02-30", "`2026-02-30` is not a day"),
        ("ignore[A101] why, until 20270131", "`20270131` is not a day"),
        ("ignore[A101] why, until Friday", "`Friday` is not a day"),
    ],
)
def test_what_is_wrong_with_a_suppression_is_told_and_it_suppresses_nothing(
    tmp_path: Path, comment: str, message: str
) -> None:
    line = f"  a: {{}}  # alignplan: {comment}"
    answer = check(tmp_path, f"{HEAD}tactics:\n{line}\n", "A101", "E015", "E016")
    assert told(answer) == ["4 error[A101]", "4 error[E015]"]
    fault = answer.findings[1]
    assert fault.message == message
    assert fault.help
    assert line[fault.spot.column - 1 : fault.spot.end_column - 1] == f"# alignplan: {comment}"


def test_one_that_suppresses_nothing_is_told(tmp_path: Path) -> None:
    answer = check(tmp_path, f"{HEAD}tactics:\n  a: {{supports: o}}  # alignplan: ignore[A101, T9] x\n  b: {{}}\nobjectives: {{o: {{}}}}\n",
                   "A101", "E015", "E016")  # fmt: skip
    assert [one.message for one in answer.findings] == [
        "there is no rule `T9` to suppress",
        "`b` serves no objective",
    ]
    answer = check(
        tmp_path,
        f"{HEAD}tactics:\n  a: {{supports: o}}  # alignplan: ignore[A101] x\nobjectives: {{o: {{}}}}\n",
        "A101",
        "E016",
    )
    assert told(answer) == ["4 warning[E016]"]
    assert answer.findings[0].message == "nothing to suppress here: A101 finds nothing"


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        # its rule did not run
        ("tactics:\n  a: {}  # alignplan: ignore[A101] x\n", ("T302", "E016")),
        # what it suppresses is only not told because something else says more
        (
            "objectives:\n  a: {}  # alignplan: ignore[A105] x\ntactics:\n  t: {supports: a}\n",
            ("A103", "E016"),
        ),
        # the file could not be read to its end
        ("tactics:\n  a: {supports: o}  # alignplan: ignore[A101] x\n  b: [unclosed\n", ("A101", "E016")),
        # its item could not be read
        ("tactics:\n  a: [x]  # alignplan: ignore[A101] x\n", ("A101", "E006", "E016")),
        # its rule concludes from what is missing, and something could not be read
        ("tactics:\n  a: {supports: o}  # alignplan: ignore[E009] x\n  b: [unclosed\n", ("E009", "E016")),
    ],
)
def test_nothing_is_said_of_one_whose_rule_could_not_judge(
    tmp_path: Path, text: str, rules: tuple[str, ...]
) -> None:
    assert "E016" not in [one.code for one in check(tmp_path, HEAD + text, *rules).findings]


def test_muted_findings_use_their_suppression(tmp_path: Path) -> None:
    text = f"{HEAD}tactics:\n  a: {{supports: zzz, due: 2026-13-01}}  # alignplan: ignore[T303] the date comes in May\n"
    assert told(check(tmp_path, text, "E007", "T303", "E016")) == ["4 error[E007]"]


@pytest.mark.parametrize(
    "text",
    [
        '  a: {title: "# alignplan: ignore[A101] no"}\n',
        "  a:\n    title: |\n      # alignplan: ignore[A101] no\n",
        "  a:\n    title: >\n      text # alignplan: ignore[A101] no\n",
        "  a:\n    title: 'a\n      # alignplan: ignore[A101] no'\n",
    ],
)
def test_inside_a_text_it_is_no_comment(tmp_path: Path, text: str) -> None:
    assert [one for one in found(tmp_path, text, "A101", "E015", "E016") if "A101" in one] == [
        "4 error[A101]"
    ]


def test_a_text_that_looks_like_one_does_not_hide_one(tmp_path: Path) -> None:
    text = '  a: {title: "# alignplan: ignore[A101] no"}  # alignplan: ignore[A101] yes\n'
    assert found(tmp_path, text, "A101", "E015", "E016") == ["4 waived[A101]"]


def test_lines_that_end_in_crlf(tmp_path: Path) -> None:
    text = f"{HEAD}tactics:\n  a: {{}}  # alignplan: ignore[A101] known, until 2027-01-31\n".replace(
        "\n", "\r\n"
    )
    (finding,) = check(tmp_path, text, "A101", "E015", "E016").findings
    assert finding.waived is not None
    assert (finding.waived.reason, finding.waived.until) == ("known", "2027-01-31")


def test_waived_is_a_third_figure_with_its_next_end(tmp_path: Path) -> None:
    tactics = (
        "  a: {}  # alignplan: ignore[A101] x, until 2026-12-01\n"
        "  b: {}  # alignplan: ignore[A101] x, until 2026-11-22\n"
        "  c: {}  # alignplan: ignore[A101] x\n  d: {}\n"
    )
    answer = check(tmp_path, f"{HEAD}tactics:\n{tactics}", "A101")
    assert (answer.summary.error, answer.summary.waived, answer.summary.waiver_ends) == (1, 3, 0)


def identities(answer: CheckAnswer) -> set[tuple[str, str, str]]:
    return {(one.code, one.item, one.field) for one in answer.findings}


def test_the_identity_of_a_finding_stays_when_lines_move(tmp_path: Path) -> None:
    tactics = (
        "  a: {}  # alignplan: ignore[A999] x\n"
        "  b: {supports: o}  # alignplan: ignore[A101] x\n"
        "  c: {}  # alignplan: ignore[A101]\n"
    )
    one = comments("a.yaml", f"tactics:\n{tactics}", TODAY)
    other = comments("a.yaml", f"# a comment\n\n\nvalues: {{}}\ntactics:\n\n{tactics}", TODAY)
    assert [fault.identity for fault in one[1]] == [fault.identity for fault in other[1]]
    assert len({fault.identity for fault in one[1]}) == 2
    assert [held.place.route for held in one[0]] == [held.place.route for held in other[0]]


def test_ten_thousand_suppressions_are_read_in_time(tmp_path: Path) -> None:
    tactics = "".join(f"  t{number}: {{}}  # alignplan: ignore[A101] known\n" for number in range(10_000))
    answer = check(tmp_path, f"{HEAD}tactics:\n{tactics}", "A101", "E016")
    assert (answer.summary.error, answer.summary.waived) == (0, 10_000)
