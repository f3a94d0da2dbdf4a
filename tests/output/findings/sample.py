"""Answers of a check to render: a small one, and one in which a text stands wherever a plan's text may stand."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import (
    CheckAnswer,
    Excerpt,
    LocatedRelated,
    Reported,
    RuleNote,
    Spot,
    Summary,
    Waiver,
)

URL = "https://alignplan.example/rules/"

ORPHAN = Reported(
    code="A101",
    name="orphan-tactic",
    severity=Severity.ERROR,
    message="`trade-newsletter` serves no objective",
    spot=Spot("tactics/growth.yaml", 41, 3, 41, 19),
    item="trade-newsletter",
    field="supports",
    label="no `supports`",
    help="add `supports: ID`; `alignplan ls kind:objective` lists the 5 there are",
    url=f"{URL}A101.html",
    excerpt=Excerpt(41, ("  trade-newsletter:", "    title: Start a trade newsletter")),
)
LATE = Reported(
    code="S404",
    name="overdue",
    severity=Severity.WARNING,
    message="`billing` was due on 2026-02-01",
    spot=Spot("tactics/ops.yaml", 7, 10, 8, 3),
    item="billing",
    field="due",
    url=f"{URL}S404.html",
    related=(LocatedRelated(Spot("people.yaml", 2, 1, 2, 4), "owned here"),),
)
WAIVED = Reported(
    code="T302",
    name="unowned",
    severity=Severity.INFO,
    message="nobody owns `mentors`",
    spot=Spot("tactics/growth.yaml", 50, 3, 50, 10),
    item="mentors",
    field="owner",
    waived=Waiver("the owner comes in May", "2026-05-31"),
)
NO_YAML = Reported(
    code="E002",
    name="yaml-syntax",
    severity=Severity.ERROR,
    message="a bracket is never closed",
    spot=Spot("broken.yaml", 1, 1, 1, 1),
    route="objectives/x",
)
PAGE = """A tactic that supports no objective.

A live tactic costs people
and money.

Tactics that are done are not judged.

## Example

```yaml
alignplan: 1
```
"""
RULES = (
    RuleNote("A101", "orphan-tactic", Severity.WARNING, PAGE),
    RuleNote("A102", "unserved-objective", Severity.WARNING),
    RuleNote("S404", "overdue", Severity.WARNING),
    RuleNote("T302", "unowned", Severity.WARNING),
)

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)
SIGNS = st.sampled_from(
    ["::", "%", "%0A", "\n", "\r\n", "]]>", "|", "`", "<b>", "&amp;", "\ufffe", "\ud800", "@mia", "#1", "{0}", "[a](b)",
     "\\", "##[error]", "<!--", "-->", "\x1b[31m", "\u202e", "'", '"', ",", "=", "\x00", "- ", "  ", "x", "/", "é", "😀"]
)  # fmt: skip
HOSTILE_TEXT = st.one_of(ANY_TEXT, st.lists(SIGNS, max_size=8).map("".join))


def answer(*findings: Reported, as_of: str = "2026-03-01") -> CheckAnswer:
    open_ = [finding.severity for finding in findings if finding.waived is None]
    summary = Summary(
        3,
        46,
        error=open_.count(Severity.ERROR),
        warning=open_.count(Severity.WARNING),
        info=open_.count(Severity.INFO),
        waived=len(findings) - len(open_),
    )
    return CheckAnswer(as_of, "alignplan.yaml", findings, summary)


def answer_with(text: str) -> CheckAnswer:
    spot = Spot(f"{text}.yaml", 7, 3, 7, 9)
    excerpt = Excerpt(6, ("tactics:", f"  {text}", f"  {text}: 1"))
    related = (LocatedRelated(Spot(f"other{text}", 3, 1, 4, 2), text), LocatedRelated(spot, text))
    told = Reported(
        "A101",
        "orphan",
        Severity.ERROR,
        f"a{text}z",
        spot,
        text,
        text,
        text,
        text,
        URL,
        None,
        excerpt,
        related,
    )
    routed = Reported("E002", "x", Severity.WARNING, f"b{text}", spot, route=text)
    waived = Reported("A102", "x", Severity.INFO, f"c{text}", spot, waived=Waiver(text, "2026-12-31"))
    return answer(told, routed, waived)


def assert_calm(text: str) -> None:
    """No character that acts on a terminal or cannot be written, nothing that a CI runner obeys by accident."""
    bad = [char for char in text if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\n"]
    assert not bad
    assert not set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(text)
    assert "##[" not in text
    assert "##vso[" not in text
