"""What cannot become a plan is refused in one line that says where and why, and gives nothing."""

from __future__ import annotations

import pytest
from tests.formats.sample import PART_2, imported, report

from alignplan.errors import Misuse
from alignplan.formats.interface import ImportRefused
from alignplan.formats.stratml import read

GOAL = "<Goal><Name>Depth</Name></Goal>"


def refusal(source: bytes, *, name: str = "x.xml") -> str:
    with pytest.raises(ImportRefused) as caught:
        imported(source, name=name)
    assert isinstance(caught.value, Misuse)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"", "x.xml:1:1: not well-formed XML: no element found"),
        (b"plain text", "x.xml:1:1: not well-formed XML: syntax error"),
        (b"<StrategicPlan>\n  <Name>Sports & Play</Name></StrategicPlan>", "x.xml:2:17: not well-formed XML: not well-formed (invalid token)"),
        (b"<StrategicPlan>\r\n<Name>a</Nom></StrategicPlan>", "x.xml:2:10: not well-formed XML: mismatched tag"),
        (b"<StrategicPlan><Name>a", "x.xml:1:23: not well-formed XML: no element found"),
        (b"<StrategicPlan/><StrategicPlan/>", "x.xml:1:17: not well-formed XML: junk after document element"),
        (b"<StrategicPlan><Name>&nbsp;</Name></StrategicPlan>", "x.xml:1:22: not well-formed XML: undefined entity"),
        (b"<StrategicPlan><Name>\x01</Name></StrategicPlan>", "x.xml:1:22: not well-formed XML: not well-formed (invalid token)"),
        ("<StrategicPlan>ä<Name>\n".encode("latin-1"), "x.xml:1:16: not well-formed XML: not well-formed (invalid token)"),
        ("<StrategicPlan>äöü<Name a=1/>".encode(), "x.xml:1:27: not well-formed XML: not well-formed (invalid token)"),
        (b"\n<?xml version='1.0'?><StrategicPlan/>", "x.xml:2:1: not well-formed XML: XML or text declaration not at start of entity"),
    ],
)  # fmt: skip
def test_what_is_not_well_formed_is_refused_with_line_and_column(source: bytes, message: str) -> None:
    assert refusal(source) == message


@pytest.mark.parametrize("encoding", ["bogus", "shift_jis", "base64", "utf-7"])
def test_an_encoding_that_cannot_be_read_is_refused(encoding: str) -> None:
    source = f"<?xml version='1.0' encoding='{encoding}'?><StrategicPlan/>".encode()
    assert refusal(source).startswith("x.xml:1:")


@pytest.mark.parametrize(
    "dtd",
    [
        "<!DOCTYPE StrategicPlan>",
        "<!DOCTYPE StrategicPlan SYSTEM 'file:///etc/passwd'>",
        "<!DOCTYPE StrategicPlan PUBLIC '-//x' 'http://example.org/x.dtd'>",
        "<!DOCTYPE StrategicPlan [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>",
        "<!DOCTYPE l [<!ENTITY % p SYSTEM 'http://example.org/p'>%p;]>",
    ],
)
def test_a_dtd_is_always_refused(dtd: str) -> None:
    source = f"<?xml version='1.0'?>\n  {dtd}<StrategicPlan><Name>&a;</Name>{GOAL}</StrategicPlan>".encode()
    assert refusal(source) == (
        "x.xml:2:3: a document type declaration (DTD) or entity is refused; remove `<!DOCTYPE …>`"
    )


@pytest.mark.parametrize(
    ("root", "what"),
    [
        (
            "PerformancePlanOrReport xmlns='urn:schemas:AIIM:org:03201408:AdditionalElements'",
            "StratML Part 3 (namespace urn:schemas:AIIM:org:03201408:AdditionalElements)",
        ),
        (
            "OrganizationalStrategyDocument xmlns='http://schemas.stratml.us/3.5'",
            "StratML 3.5 (namespace http://schemas.stratml.us/3.5)",
        ),
        ("s:OrganizationalStrategyDocument", "StratML 3.5 (no namespace)"),
        (
            "StrategicPlan xmlns='http://www.stratml.net/StratML'",
            "a document with the root `StrategicPlan` (namespace http://www.stratml.net/StratML)",
        ),
        (
            "html xmlns='http://www.w3.org/1999/xhtml'",
            "a document with the root `html` (namespace http://www.w3.org/1999/xhtml)",
        ),
        ("Goal", "a document with the root `Goal` (no namespace)"),
        (f"Goal xmlns='{PART_2}'", f"a document with the root `Goal` (namespace {PART_2})"),
    ],
)
def test_other_versions_and_documents_are_refused_with_their_namespace(root: str, what: str) -> None:
    source = f"<?xml version='1.0'?>\n<{root}>{GOAL}</{root.split(maxsplit=1)[0]}>".encode()
    assert refusal(source) == f"x.xml:2:1: {what} cannot be imported; StratML Part 1 and Part 2 can"


def test_part_3_without_a_namespace_is_told_by_its_shape() -> None:
    source = b"<PerformancePlanOrReport><NameDescription><Name>x</Name></NameDescription></PerformancePlanOrReport>"
    assert (
        refusal(source)
        == "x.xml:1:1: StratML Part 3 (no namespace) cannot be imported; StratML Part 1 and Part 2 can"
    )


@pytest.mark.parametrize(
    "core",
    [
        "",
        "<Organization><Name>Port</Name></Organization><Value><Name>Care</Name></Value>",
        "<Vision><Description>[Vision statement]</Description><Identifier>_v</Identifier></Vision>",
        "<Goal><Name/><Description>TBD</Description><Identifier>ID-${uuid}</Identifier><Objective><Name/></Objective></Goal>",
        "<Goal><Stakeholder><Name/></Stakeholder><Objective><PerformanceIndicator><MeasurementDimension/></PerformanceIndicator></Objective></Goal>",
    ],
)
def test_a_document_with_nothing_in_it_is_refused(core: str) -> None:
    assert refusal(report(core)) == "x.xml: nothing in it: no goal, objective, vision or mission"


@pytest.mark.parametrize(
    "core",
    [
        "<Vision><Description>Seen</Description></Vision>",
        "<Mission><Description>Done</Description></Mission>",
    ],
)
def test_a_vision_or_mission_alone_is_something(core: str) -> None:
    assert list(imported(report(core)).files) == ["alignplan.yaml"]


def test_a_file_over_the_limit_is_refused() -> None:
    assert refusal(b"<a>" + b" " * read.MAX_BYTES) == "x.xml: larger than 16 MiB"


def test_a_text_over_the_limit_is_refused_at_its_place() -> None:
    core = f"<Goal><Name>Depth</Name>\n<Description>{'word ' * 210_000}</Description></Goal>"
    assert refusal(report(core)) == "x.xml:2:1: a text of more than 1,048,576 characters"


def test_deep_nesting_is_refused_at_once() -> None:
    assert (
        refusal(b"<StrategicPlan>" + b"<a>" * 5_000_000) == "x.xml:1:205: elements nested more than 64 deep"
    )


def test_as_deep_as_the_limit_is_read() -> None:
    source = report(GOAL + "<a>" * 62 + "x" + "</a>" * 62)
    assert "<a>" * 62 + "x" in imported(source).files["alignplan.yaml"]


def test_more_elements_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MAX_ELEMENTS", 10)
    assert (
        refusal(b"<StrategicPlan>" + b"<a b='1'/>" * 5) == "x.xml:1:56: more than 10 elements and attributes"
    )


def test_a_refusal_is_one_line_whatever_the_file_is_called() -> None:
    message = refusal(b"<a xmlns='x&#10;y\xc2\x9b\xe2\x80\xae'/>", name="a\nb\x1b[31m.xml")
    assert message == (
        "a\\u{a}b\\u{1b}[31m.xml:1:1: a document with the root `a` (namespace x\\u{a}y\\u{9b}\\u{202e}) cannot be imported;"
        " StratML Part 1 and Part 2 can"
    )
    assert len(refusal(b"<a xmlns='" + b"x" * 10_000 + b"'/>")) == 400
