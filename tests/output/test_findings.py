"""What the findings of a check look like, character by character."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import CheckAnswer, Excerpt, LocatedRelated, Reported, Spot, Summary, Waiver
from alignplan.output.closing import closing
from alignplan.output.findings import concise, full
from alignplan.output.findings import json as as_json
from alignplan.output.ink import Ink

ORPHAN = Reported(
    code="A101",
    name="orphan-tactic",
    severity=Severity.ERROR,
    message="`trade-newsletter` serves no objective",
    spot=Spot("tactics/growth.yaml", 41, 3, 41, 19),
    item="trade-newsletter",
    label="no `supports`",
    help="add `supports: ID`; `alignplan ls kind:objective` lists the 5 there are",
    excerpt=Excerpt(41, ("  trade-newsletter:", "    title: Start a trade newsletter")),
)


def answer(*findings: Reported, summary: Summary | None = None) -> CheckAnswer:
    return CheckAnswer(
        "2026-03-01", "alignplan.yaml", findings, summary or Summary(3, 46, error=len(findings))
    )


def frame(finding: Reported, ink: Ink | None = None) -> str:
    """The finding alone, without the summary."""
    *lines, blank, _ = full.render(answer(finding), ink or Ink(width=80))
    assert blank == ""
    return "\n" + "\n".join(lines) + "\n"


def spanning(line: int, column: int, end_line: int, end_column: int, first: int, *lines: str) -> Reported:
    spot = Spot("a.yaml", line, column, end_line, end_column)
    return Reported("E007", "odd", Severity.WARNING, "odd", spot, label="here", excerpt=Excerpt(first, lines))


def test_the_sample_of_the_manual() -> None:
    summary = Summary(3, 46, error=1, warning=2, waived=2, baseline=12, waiver_ends=9)
    waived = replace(ORPHAN, waived=Waiver("for now", "2026-03-10"))
    lines = list(
        full.render(answer(ORPHAN, waived, replace(waived, waived=Waiver("always")), summary=summary), Ink())
    )
    assert "\n".join(lines) == (
        "error[A101] orphan-tactic: `trade-newsletter` serves no objective\n"
        "  --> tactics/growth.yaml:41:3\n"
        "   |\n"
        "41 |   trade-newsletter:\n"
        "   |   ^^^^^^^^^^^^^^^^ no `supports`\n"
        "42 |     title: Start a trade newsletter\n"
        "   |\n"
        "   = help: add `supports: ID`; `alignplan ls kind:objective` lists the 5 there are\n"
        "\n"
        "Found 1 error, 2 warnings in 3 files (46 items). Hidden: 12 in the baseline, 2 waived (1 ends in 9 days)."
    )


def test_related_places_in_another_file_have_their_own_lines() -> None:
    related = (
        LocatedRelated(
            Spot("objectives.yaml", 112, 3, 112, 13), "the nearest", Excerpt(112, ("  share-2026:",))
        ),
        LocatedRelated(Spot("people.yaml", 3, 1, 3, 4), "owned here"),
    )
    assert frame(replace(ORPHAN, related=related, help="")) == (
        """
error[A101] orphan-tactic: `trade-newsletter` serves no objective
   --> tactics/growth.yaml:41:3
    |
 41 |   trade-newsletter:
    |   ^^^^^^^^^^^^^^^^ no `supports`
 42 |     title: Start a trade newsletter
    |
   --> objectives.yaml:112:3
    |
112 |   share-2026:
    |   ---------- the nearest
    |
    = note: people.yaml:3:1: owned here
"""
    )


def test_related_places_in_the_same_file_share_the_frame() -> None:
    first = LocatedRelated(
        Spot("a.yaml", 12, 3, 12, 10), "first given here", Excerpt(12, ("  billing:", "    title: B"))
    )
    again = spanning(41, 3, 41, 10, 40, "", "  billing:", "")
    assert frame(replace(again, related=(first,))) == (
        """
warning[E007] odd: odd
  --> a.yaml:41:3
   |
12 |   billing:
   |   ------- first given here
13 |     title: B
...
41 |   billing:
   |   ^^^^^^^ here
"""
    )


def test_a_finding_without_lines_has_its_place() -> None:
    bare = Reported(
        "E002", "no-yaml", Severity.ERROR, "not YAML", Spot("a.yaml", 1, 1, 1, 1), help="see line 1"
    )
    assert frame(bare) == "\nerror[E002] no-yaml: not YAML\n --> a.yaml:1:1\n  |\n  = help: see line 1\n"


def test_a_span_from_the_middle_of_a_line() -> None:
    assert frame(spanning(7, 13, 9, 10, 6, "  x:", "  supports: [a,", "    b,", "    ccccc]", "  y: 1")) == (
        """
warning[E007] odd: odd
  --> a.yaml:7:13
   |
 6 |     x:
 7 |     supports: [a,
   |  _____________^
 8 | |     b,
 9 | |     ccccc]
   | |_________^ here
10 |     y: 1
"""
    )


def test_a_long_span_from_the_start_of_a_line_shows_its_ends() -> None:
    lines = ["tactics:", *(f"  line{number}: {number}" for number in range(15)), "next:"]
    assert frame(spanning(95, 3, 110, 1, 94, *lines)) == (
        """
warning[E007] odd: odd
   --> a.yaml:95:3
    |
 94 |   tactics:
 95 | /   line0: 0
 96 | |   line1: 1
 97 | |   line2: 2
 98 | |   line3: 3
...   |
108 | |   line13: 13
109 | |   line14: 14
    | |____________^ here
110 |   next:
"""
    )


@pytest.mark.parametrize(
    ("line", "spot", "source", "marks"),
    [
        ("\tx: 1", (2, 3), "    x: 1", "    ^ here"),
        ("a:\tbc", (4, 6), "a:    bc", "      ^^ here"),
        ("日本: 語", (5, 6), "日本: 語", "      ^^ here"),
        ("é\x1b[: x", (6, 7), "é\\u{1b}[: x", "          ^ here"),
        ("e\u0301: x", (5, 6), "e\u0301: x", "   ^ here"),
        ("ab", (3, 3), "ab", "  ^ here"),
        ("ab", (900, 999), "ab", "  ^ here"),
        ("ab\r", (1, 99), "ab", "^^ here"),
    ],
)
def test_marks_stand_below_what_they_mean(line: str, spot: tuple[int, int], source: str, marks: str) -> None:
    lines = frame(spanning(7, spot[0], 7, spot[1], 7, line)).splitlines()
    assert lines[4:] == [f"7 | {source}", f"  | {marks}"]


def test_a_long_line_is_cut_around_the_mark() -> None:
    text = "  k: " + "lorem ipsum " * 200
    lines = frame(spanning(7, 204, 7, 209, 7, text), Ink(width=60)).splitlines()
    assert lines[4:] == [
        "7 | …rem ipsum lorem ipsum lorem ipsum lorem ipsum lorem ip…",
        "  |                              ^^^^^ here",
    ]


def test_a_line_of_a_megabyte_is_quick_and_short() -> None:
    lines = frame(spanning(1, 500_000, 1, 500_001, 1, "\x1b" * 1_000_000), Ink()).splitlines()
    assert max(map(len, lines)) <= 240
    assert lines[5].endswith("^ here")


def test_at_most_200_of_one_code_are_printed() -> None:
    findings = [replace(ORPHAN, excerpt=None, help="")] * 207 + [replace(ORPHAN, code="A102", name="other")]
    lines = list(full.render(answer(*findings), Ink()))
    assert sum(line.startswith("error[A101]") for line in lines) == 200
    assert sum(line.startswith("error[A102]") for line in lines) == 1
    assert lines[-3:-1] == ["… and 7 more A101 orphan-tactic; `--output-format concise` lists them all", ""]


def test_waived_findings_are_in_json_only() -> None:
    waived = replace(ORPHAN, waived=Waiver("not this year"))
    silent = answer(waived, summary=Summary(1, 1, waived=1))
    assert list(full.render(silent, Ink())) == ["No findings in 1 file (1 item). Hidden: 1 waived."]
    assert list(concise.render(silent, Ink())) == ["No findings in 1 file (1 item). Hidden: 1 waived."]
    (text,) = as_json.render(silent, Ink())
    assert json.loads(text)["findings"][0]["waived"] == {"reason": "not this year", "until": None}


def test_concise_is_one_line_for_each() -> None:
    assert list(concise.render(answer(ORPHAN), Ink())) == [
        "tactics/growth.yaml:41:3: error[A101] `trade-newsletter` serves no objective",
        "Found 1 error in 3 files (46 items).",
    ]


JSON = """{
  "schema": "check/1",
  "as_of": "2026-03-01",
  "root": "alignplan.yaml",
  "findings": [
    {
      "code": "A101",
      "name": "orphan-tactic",
      "severity": "error",
      "item": "trade-newsletter",
      "field": null,
      "message": "`trade-newsletter` serves no objective",
      "help": "add `supports: ID`; `alignplan ls kind:objective` lists the 5 there are",
      "path": "tactics/growth.yaml",
      "line": 41,
      "column": 3,
      "end_line": 41,
      "end_column": 19,
      "url": "",
      "fixable": false,
      "fix": null,
      "related": [
        {
          "path": "b.yaml",
          "line": 2,
          "column": 3,
          "message": "ends here"
        }
      ],
      "waived": null
    }
  ],
  "summary": {
    "files": 3,
    "items": 46,
    "error": 1,
    "warning": 0,
    "info": 0,
    "waived": 0,
    "baseline": 0,
    "since": 0
  },
  "since": null,
  "gates": []
}"""


def test_json_is_the_contract() -> None:
    related = (LocatedRelated(Spot("b.yaml", 2, 3, 2, 4), "ends here"),)
    assert list(as_json.render(answer(replace(ORPHAN, related=related)), Ink())) == [JSON]


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (Summary(3, 46), "No findings in 3 files (46 items)."),
        (Summary(1, 1, error=2, warning=1, info=1), "Found 2 errors, 1 warning, 1 info in 1 file (1 item)."),
        (Summary(0, 0, info=2), "Found 2 infos in 0 files (0 items)."),
        (Summary(2, 5, baseline=1), "No findings in 2 files (5 items). Hidden: 1 in the baseline."),
        (
            Summary(2, 5, waived=3, waiver_ends=1),
            "No findings in 2 files (5 items). Hidden: 3 waived (1 ends in 1 day).",
        ),
        (
            Summary(2, 5, waived=3, waiver_ends=0),
            "No findings in 2 files (5 items). Hidden: 3 waived (1 ends today).",
        ),
    ],
)
def test_the_summary_counts_in_good_english(summary: Summary, line: str) -> None:
    assert closing(answer(summary=summary)) == line


def test_the_summary_says_how_many_waivers_end_first() -> None:
    ends = [
        replace(ORPHAN, waived=Waiver("r", until)) for until in ("2026-03-10", "2026-03-10", "2026-04-01", "")
    ]
    line = closing(answer(*ends, summary=Summary(1, 4, waived=4, waiver_ends=9)))
    assert line == "No findings in 1 file (4 items). Hidden: 4 waived (2 end in 9 days)."


def test_severity_is_a_word_and_a_colour() -> None:
    lines = list(full.render(answer(ORPHAN), Ink(colour=True)))
    assert (
        lines[0]
        == "\x1b[1;31merror[A101]\x1b[0m\x1b[1m orphan-tactic: `trade-newsletter` serves no objective\x1b[0m"
    )
    assert lines[4] == "\x1b[1;94m   |\x1b[0m   \x1b[1;31m^^^^^^^^^^^^^^^^ no `supports`\x1b[0m"


def test_ascii_is_enough() -> None:
    text = "\n".join(full.render(answer(replace(ORPHAN, message="√ – ✔")), Ink(encoding="ascii", width=40)))
    assert text.isascii()
    assert "\\u{221a} - yes" in text


@given(
    st.integers(0, 12),
    st.integers(0, 40),
    st.integers(0, 12),
    st.integers(0, 40),
    st.lists(st.text(max_size=30), max_size=10),
    st.integers(1, 90),
)
def test_no_spot_breaks_a_frame(
    line: int, column: int, end: int, end_column: int, lines: list[str], width: int
) -> None:
    finding = spanning(line, column, end, end_column, 3, *lines)
    drawn = list(full.render(answer(finding), Ink(width=width)))
    assert not [text for text in drawn if "\n" in text]
    assert drawn[0] == "warning[E007] odd: odd"
