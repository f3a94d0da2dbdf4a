"""Whatever stands in a document, its plan is read without a single finding about the files and their words."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.sample import imported

from alignplan.formats.interface import ImportRefused
from alignplan.formats.stratml.schema import CHILDREN
from alignplan.workspace import open_plan

SIGNS = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"
) | st.sampled_from("\n\t :#-")
WORDS = st.sampled_from(
    ["", "TBD", "1", "1.1", "1.1.1", "5.90", "45%", "Percent", "%", "2026-01-01", "2026-12-31", "2025-12-31", "9999-12-31",
     "Baseline", "Status", "no", "Depth", "Dredge the harbour", "https://example.org/x", "null", "~", "x" * 200, "word " * 60,
     "a: b", "- a", "# a", "[a]", "{a: b}", "| a", "1e400", "0", "true", "..", "-", "Цель", "a ^^ b ^ c"]
)  # fmt: skip
TEXTS = WORDS | st.text(SIGNS, max_size=40)


@st.composite
def elements(draw: st.DrawFn, name: str, depth: int) -> str:
    """An element with lawful and unlawful children, in any order, as often as may be."""
    lawful = CHILDREN.get(name, ())
    if not lawful or depth > 7:
        return f"<{name}>{escape(draw(TEXTS))}</{name}>"
    chosen = draw(st.lists(st.sampled_from((*lawful, lawful[-1], "Unknown")), max_size=7))
    inside = "".join(draw(elements(child, depth + 1)) for child in chosen)
    attribute = f" id={quoteattr(draw(TEXTS))}" if draw(st.integers(0, 9)) == 0 else ""
    return f"<{name}{attribute}>{inside}</{name}>"


def documents() -> st.SearchStrategy[bytes]:
    roots = st.sampled_from(["StrategicPlan", "PerformancePlanOrReport"])
    return roots.flatmap(lambda root: elements(root, 0)).map(str.encode)


DAYS = st.sampled_from(
    [
        "",
        "2024-12-31",
        "2025-01-01",
        "2025-12-31",
        "2026",
        "2026-06-30",
        "2026-12-31Z",
        "9999-12-31",
        "0001-01-01",
        "soon",
    ]
)
NUMBERS = st.sampled_from(
    ["", "0", "1", "5.90", "-3", "45%", "1,200", "+.5", "00012", "1e5", "many", "999999999999999", "1" * 30]
)
CODES = st.sampled_from(["", "1", "1.1", "1.1.1", "1.1.1.1", "1.2", "A", "Ai", "Aii", "EX1.2", "EX1.2.1"])
STATUS = st.sampled_from(["", "Baseline", "Annual Baseline", "High"])


@st.composite
def results(draw: st.DrawFn) -> str:
    kind, status = draw(st.sampled_from(["Target", "Actual"])), draw(STATUS)
    return (
        f"<MeasurementInstance><{kind}Result><StartDate>{draw(DAYS)}</StartDate><EndDate>{draw(DAYS)}</EndDate>"
        f"<NumberOfUnits>{draw(NUMBERS)}</NumberOfUnits><Descriptor><DescriptorName>Status</DescriptorName>"
        f"<DescriptorValue>{status}</DescriptorValue></Descriptor><Description>{escape(draw(WORDS))}</Description>"
        f"</{kind}Result></MeasurementInstance>"
    )


@st.composite
def aims(draw: st.DrawFn, kind: str) -> str:
    """A Goal or an Objective with a code, indicators and their results."""
    inside = f"<Name>{escape(draw(WORDS))}</Name><SequenceIndicator>{draw(CODES)}</SequenceIndicator>"
    for found in draw(st.lists(st.lists(results(), max_size=6), max_size=2)):
        unit = draw(st.sampled_from(["", "%", "Percent", "ships"]))
        inside += f"<PerformanceIndicator><UnitOfMeasurement>{unit}</UnitOfMeasurement>{''.join(found)}</PerformanceIndicator>"
    if kind == "Goal":
        inside += "".join(draw(st.lists(aims("Objective"), max_size=5)))
    return f"<{kind}>{inside}</{kind}>"


def faults(source: bytes, *, levels_from_codes: bool) -> list[str]:
    """The E findings on the plan of a document, on no day in particular; nothing for a refused one."""
    try:
        result = imported(source, levels_from_codes=levels_from_codes)
    except ImportRefused as refusal:
        message = str(refusal)
        return (
            []
            if message == "harbour.xml: nothing in it: no goal, objective, vision or mission"
            else [message]
        )
    with TemporaryDirectory() as folder:
        for path, text in result.files.items():
            (Path(folder) / path).write_text(text, encoding="utf-8", newline="")
        findings = open_plan(folder).loaded.findings
    return [f"{finding.code} {finding.message}" for finding in findings]


@settings(max_examples=150, deadline=None)
@given(documents(), st.booleans())
def test_any_document_is_refused_or_becomes_a_plan_without_faults(
    source: bytes, levels_from_codes: bool
) -> None:
    assert faults(source, levels_from_codes=levels_from_codes) == []


@pytest.mark.parametrize(
    "text",
    ["\u0085", "\u2028x", "\ufeff", "\u202e", "a\u200db", "\U0001f600", "\u009b31m", "'\"\\", "<![CDATA["],
)
def test_any_text_in_every_field_is_read_back(text: str) -> None:
    inside = {
        name: f"<{name}>k{escape(text)}k</{name}>"
        for names in CHILDREN.values()
        for name in names
        if name not in CHILDREN
    }
    source = "<StrategicPlan><StrategicPlanCore><Goal>{Name}{Description}{Identifier}{SequenceIndicator}{OtherInformation}<Stakeholder>{Name}</Stakeholder></Goal></StrategicPlanCore></StrategicPlan>"
    assert faults(source.format(**inside).encode(), levels_from_codes=False) == []
