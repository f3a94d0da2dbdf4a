"""A whole document → the files of a plan, word for word."""

from __future__ import annotations

import pytest
import yaml
from tests.formats.sample import (
    PART_1,
    PART_1_OF_2009,
    PART_2,
    PART_2_OF_2011,
    imported,
    objective,
    plan,
    report,
)

DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="p2.xsl"?>
<PerformancePlanOrReport xmlns="{PART_2}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="{PART_2} http://example.org/p2.xsd" Type="Performance_Plan">
  <Name>Harbour
    plan</Name>
  <Description>How the harbour grows. ^^ 1. Deeper ^ 2. Cleaner</Description>
  <OtherInformation/>
  <StrategicPlanCore>
    <Organization><Name>Port of Lund</Name><Acronym>POL</Acronym><Identifier>_o1</Identifier><Description/>
      <Stakeholder StakeholderTypeType="Organization"><Name>Pilots</Name><Description>They steer.</Description></Stakeholder>
      <Stakeholder><Name/><Description/></Stakeholder>
    </Organization>
    <Vision><Description>Ships love us</Description><Identifier>_v</Identifier></Vision>
    <Mission><Description>[To be determined]</Description><Identifier/></Mission>
    <Value><Name>Care</Name><Description/></Value>
    <Value><Name>Depth</Name><Description>We go deep.</Description></Value>
    <Value><Name/><Description/></Value>
    <Goal>
      <Name>Depth</Name><Description>Let bigger ships in</Description><Identifier>_g</Identifier>
      <SequenceIndicator>1</SequenceIndicator>
      <Stakeholder StakeholderTypeType="Organization"><Name>PILOTS</Name><Description>They test.</Description>
        <Role><Name>Tester</Name><Description/><RoleType>Performer</RoleType></Role></Stakeholder>
      <OtherInformation>See the chart.</OtherInformation>
      <Objective>
        <Name>Dredge</Name><Description>Dredge.</Description><Identifier>_o</Identifier>
        <SequenceIndicator>1.1</SequenceIndicator>
        <PerformanceIndicator ValueChainStage="Outcome" PerformanceIndicatorType="Quantitative">
          <SequenceIndicator>1.1.1</SequenceIndicator>
          <MeasurementDimension>Depth at low water</MeasurementDimension>
          <UnitOfMeasurement>m</UnitOfMeasurement>
          <Identifier>_p</Identifier>
          <MeasurementInstance>
            <TargetResult><StartDate>2027-01-01</StartDate><EndDate>2027-12-31</EndDate>
              <NumberOfUnits>15.50</NumberOfUnits></TargetResult>
            <ActualResult><StartDate>2026-01-01</StartDate><EndDate>2026-12-31</EndDate>
              <NumberOfUnits>12</NumberOfUnits></ActualResult>
          </MeasurementInstance>
        </PerformanceIndicator>
      </Objective>
      <Objective><Name/><Description/><Identifier>_x</Identifier></Objective>
    </Goal>
  </StrategicPlanCore>
  <AdministrativeInformation><Identifier>_a</Identifier><StartDate>2026-01-01</StartDate><EndDate>2027-12-31</EndDate>
    <PublicationDate>2025-11-03</PublicationDate><Source>https://example.org/plan</Source></AdministrativeInformation>
  <Submitter><Identifier/><GivenName>Ada</GivenName><Surname>Berg</Surname><PhoneNumber/>
    <EmailAddress>ada@example.org</EmailAddress></Submitter>
</PerformancePlanOrReport>
"""


def test_a_document_becomes_a_plan_that_a_person_would_go_on_with() -> None:
    assert imported(DOCUMENT.encode()).files == {
        "alignplan.yaml": f"""\
# Imported from harbour.xml (StratML Part 2, ANSI/AIIM 22:2017).
# What the plan format has no field for is kept under `x-stratml`.
alignplan: 1
plan:
  title: Harbour plan
  organization: Port of Lund
  description: |-
    How the harbour grows.

    1. Deeper
    2. Cleaner
  vision: Ships love us
  horizon: {{start: 2026-01-01, due: 2027-12-31}}
  links: https://example.org/plan
  x-stratml:
    root: PerformancePlanOrReport
    namespace: {PART_2}
    type: Performance_Plan
    schema: {PART_2} http://example.org/p2.xsd
    stylesheet: type="text/xsl" href="p2.xsl"
    identifier: _a
    published: 2025-11-03
    submitter: {{given-name: Ada, surname: Berg, email: ada@example.org}}
    organization: {{acronym: POL, identifier: _o1}}
    vision: {{identifier: _v}}

values:
  care: Care

  depth:
    title: Depth
    description: We go deep.

stakeholders:
  pilots:
    title: Pilots
    description: They steer.
    x-stratml: {{type: Organization}}

objectives:
  1-depth:
    title: Depth
    code: "1"
    strategic: true
    description: Let bigger ships in
    notes: See the chart.
    x-stratml:
      identifier: _g
      stakeholders:
        - id: pilots
          description: They test.
          roles:
            - name: Tester
              types: [Performer]

  1.1-dredge:
    title: Dredge
    code: "1.1"
    parent: 1-depth
    kpis:
      depth-at-low-water:
        title: Depth at low water
        code: 1.1.1
        unit: m
        target: {{date: 2027-12-31, value: 15.50}}
        actuals: {{2026-12-31: 12}}
        x-stratml:
          identifier: _p
          stage: Outcome
          type: Quantitative
          results:
            - {{of: target, start: 2027-01-01, due: 2027-12-31}}
            - {{of: actual, start: 2026-01-01, due: 2026-12-31}}
    x-stratml: {{identifier: _o}}
"""
    }


def test_the_report_counts_what_was_imported_repaired_dropped_and_kept() -> None:
    assert imported(DOCUMENT.encode()).report == (
        "harbour.xml: StratML Part 2, ANSI/AIIM 22:2017",
        "  imported: 1 objective from Goals, 1 objective from Objectives, 2 values, 1 stakeholder, 1 KPI, 1 target, 1 actual",
        "  repaired: 1 text with paragraphs marked by carets, 1 repeated mention of stakeholders",
        (
            "  dropped: 1 empty Stakeholder, 1 placeholder text, 1 empty Value, 1 empty Objective,"
            " 1 description equal to the title"
        ),
        "  kept under x-stratml: 3 identifiers, 1 link to stakeholders, 1 submitter",
    )


@pytest.mark.parametrize(
    ("root", "namespace", "version"),
    [
        ("StrategicPlan", PART_1_OF_2009, "Part 1, ANSI/AIIM 21:2009"),
        ("StrategicPlan", PART_1, "Part 1, ISO 17469-1"),
        ("PerformancePlanOrReport", PART_2_OF_2011, "Part 2, ANSI/AIIM 22:2011"),
        ("PerformancePlanOrReport", PART_2, "Part 2, ANSI/AIIM 22:2017"),
    ],
)
def test_every_version_in_its_namespace_with_prefix_or_in_none(
    root: str, namespace: str, version: str
) -> None:
    inside = "<{0}Name>H</{0}Name><{0}StrategicPlanCore><{0}Goal><{0}Name>Depth</{0}Name></{0}Goal></{0}StrategicPlanCore>"
    written = {
        version: f"<{root} xmlns='{namespace}'>{inside.format('')}</{root}>",
        version + " ": f"<s:{root} xmlns:s='{namespace}'>{inside.format('s:')}</s:{root}>",
        f"{version.split(',', maxsplit=1)[0]}, no namespace": f"<{root}>{inside.format('')}</{root}>",
        # A prefix that nobody declared, and a declaration that nobody uses, are both common.
        f"{version.split(',', maxsplit=1)[0]}, no namespace ": f"<s:{root}>{inside.format('s:')}</s:{root}>",
        f"{version.split(',', maxsplit=1)[0]}, no namespace  ": f"<{root} xmlns:s='{namespace}'>{inside.format('')}</{root}>",
    }
    for said, document in written.items():
        result = imported(document.encode())
        assert result.report[0] == f"harbour.xml: StratML {said.strip()}"
        assert plan(document.encode())["objectives"] == {"depth": {"title": "Depth", "strategic": "true"}}


def test_an_unprefixed_child_of_a_prefixed_root_is_read_too() -> None:
    document = f"<s:StrategicPlan xmlns:s='{PART_1}'><Goal><Name>Depth</Name></Goal></s:StrategicPlan>"
    found = plan(document.encode())
    assert list(found["objectives"]) == ["depth"]
    assert found["plan"]["x-stratml"] == {"root": "StrategicPlan", "namespace": PART_1, "prefix": "s"}


@pytest.mark.parametrize(
    "source",
    [
        DOCUMENT.encode("utf-8-sig"),
        DOCUMENT.replace("\n", "\r\n").encode(),
        DOCUMENT.replace("UTF-8", "UTF-16").encode("utf-16"),
        DOCUMENT.replace("UTF-8", "utf-16").encode(),
        DOCUMENT.replace("UTF-8", "windows-1252").encode("cp1252"),
        DOCUMENT.replace("UTF-8", "ISO-8859-1").encode("latin-1"),
    ],
    ids=["bom", "crlf", "utf-16", "utf-16 in name only", "windows-1252", "latin-1"],
)
def test_bytes_however_written_give_the_same_plan(source: bytes) -> None:
    assert imported(source).files == imported(DOCUMENT.encode()).files


def test_letters_of_other_encodings_arrive() -> None:
    document = "<?xml version='1.0' encoding='{0}'?><StrategicPlan><Goal><Name>Größe – €</Name></Goal></StrategicPlan>"
    for encoding in ("utf-8", "windows-1252"):
        found = plan(document.format(encoding).encode(encoding))
        assert found["objectives"] == {"grosse": {"title": "Größe – €", "strategic": "true"}}


def test_children_in_any_order_and_without_a_core() -> None:
    document = "<StrategicPlan><Goal><Description>Deep</Description><Name>Depth</Name></Goal><Name>Harbour</Name></StrategicPlan>"
    result = imported(document.encode())
    assert plan(document.encode())["plan"]["title"] == "Harbour"
    assert "2 elements with children out of order" in result.report[2]


def test_results_in_the_order_of_2011_are_in_order() -> None:
    inside = (
        "<PerformanceIndicator><MeasurementDimension>D</MeasurementDimension><UnitOfMeasurement/><MeasurementInstance>"
        "<ActualResult><Description>said</Description><NumberOfUnits>1</NumberOfUnits><StartDate>2026-01-01</StartDate>"
        "<EndDate>2026-03-31</EndDate></ActualResult></MeasurementInstance></PerformanceIndicator>"
    )
    assert imported(objective(inside)).report[2] == "  repaired: nothing"


def test_both_variants_of_names_and_both_places_of_the_submitter() -> None:
    core = "<Goal><Name>Depth</Name></Goal>"
    old = "<Submitter><FirstName>Ada</FirstName><LastName>Berg</LastName></Submitter>"
    new = "<Submitter><GivenName>Cleo</GivenName><Surname>Dahl</Surname><PhoneNumber>1 2</PhoneNumber></Submitter>"
    both = report(core, tail=f"<AdministrativeInformation>{old}</AdministrativeInformation>{new}")
    assert plan(both)["plan"]["x-stratml"]["submitter"] == [
        {"given-name": "Cleo", "surname": "Dahl", "phone": "1 2"},
        {"given-name": "Ada", "surname": "Berg"},
    ]
    twice = report(core, tail=f"<AdministrativeInformation>{old}</AdministrativeInformation>{old}")
    assert plan(twice)["plan"]["x-stratml"]["submitter"] == {"given-name": "Ada", "surname": "Berg"}


@pytest.mark.parametrize(
    ("dates", "horizon", "kept"),
    [
        ("<StartDate>2026-01-01</StartDate><EndDate>2026-01-01</EndDate>", {"start": "2026-01-01", "due": "2026-01-01"}, {}),
        ("<StartDate>2026-01-01</StartDate><EndDate/>", {"start": "2026-01-01"}, {}),
        ("<StartDate>2026</StartDate><EndDate>2027-02</EndDate>", {"start": "2026-01-01", "due": "2027-02-28"}, {}),
        ("<StartDate>2026-01-01Z</StartDate><EndDate>2026-12-31T00:00:00</EndDate>", {"start": "2026-01-01", "due": "2026-12-31"}, {}),
        ("<StartDate>2027-01-01</StartDate><EndDate>2026-12-31</EndDate>", None, {"start": "2027-01-01", "due": "2026-12-31"}),
        ("<StartDate>2026-02-30</StartDate><EndDate>soon</EndDate>", None, {"start": "2026-02-30", "due": "soon"}),
        ("<StartDate>TBD</StartDate><EndDate>${date(yyyy)}</EndDate>", None, {}),
    ],
)  # fmt: skip
def test_the_horizon_is_written_only_where_it_is_one(
    dates: str, horizon: dict[str, str] | None, kept: dict[str, str]
) -> None:
    tail = f"<AdministrativeInformation>{dates}</AdministrativeInformation>"
    found = plan(report("<Goal><Name>Depth</Name></Goal>", tail=tail))["plan"]
    assert found.get("horizon") == horizon
    assert {key: found["x-stratml"][key] for key in ("start", "due") if key in found["x-stratml"]} == kept


def test_a_period_that_ends_before_it_starts_is_reported() -> None:
    tail = "<AdministrativeInformation><StartDate>2027-01-01</StartDate><EndDate>2026-12-31</EndDate></AdministrativeInformation>"
    result = imported(report("<Goal><Name>Depth</Name></Goal>", tail=tail))
    assert result.report[-1] == "  kept under x-stratml: 1 plan period with the end before the start"


def test_a_source_that_is_no_link_is_kept_as_words() -> None:
    tail = "<AdministrativeInformation><Source>drawer 4</Source></AdministrativeInformation>"
    found = plan(report("<Goal><Name>Depth</Name></Goal>", tail=tail))["plan"]
    assert "links" not in found
    assert found["x-stratml"]["source"] == "drawer 4"


def test_the_first_organization_is_the_plans_own_and_the_others_are_kept() -> None:
    core = "<Organization><Acronym>POL</Acronym></Organization><Organization><Name>City</Name><Acronym>C</Acronym></Organization>"
    found = plan(report(core + "<Goal><Name>Depth</Name></Goal>"))["plan"]
    assert found["organization"] == "POL"
    assert found["x-stratml"]["organizations"] == [{"name": "City", "acronym": "C"}]


@pytest.mark.parametrize(
    ("inside", "title", "id_"),
    [
        ("<Name>Deep</Name><Description>Go deep.</Description>", "Deep", "deep"),
        (
            "<Name>[Name]</Name><Description>Go to the deep. Then deeper.</Description>",
            "Go to the deep",
            "go-to-the-deep",
        ),
        ("<SequenceIndicator>2</SequenceIndicator><Description/>", "Goal 2", "2-goal"),
        ("<SequenceIndicator>Part 2</SequenceIndicator>", "Part 2", "part-2-goal"),
        ("<OtherInformation>Only a note</OtherInformation>", "Only a note", "only-a-note"),
        ("<Objective><Name>Dredge</Name></Objective>", "Port of Lund", "port-of-lund"),
    ],
)
def test_a_missing_title_is_taken_from_what_there_is(inside: str, title: str, id_: str) -> None:
    found = plan(report(f"<Organization><Name>Port of Lund</Name></Organization><Goal>{inside}</Goal>"))
    assert next(iter(found["objectives"].items()))[0] == id_
    assert found["objectives"][id_]["title"] == title


def test_without_an_organization_the_file_gives_the_title() -> None:
    document = report("<Goal><Objective><Name>Dredge</Name></Objective></Goal>", head="")
    found = plan(document, name="in/box\\our_harbour-plan.stratml.xml")
    assert found["plan"]["title"] == "our harbour plan.stratml"
    assert found["objectives"]["our-harbour-plan.stratml"]["title"] == "our harbour plan.stratml"


def test_a_title_from_a_long_description_is_cut_and_the_description_stays() -> None:
    words = "dredge the southern fairway between the lighthouse and the old breakwater until ships of every class can pass it"
    found = plan(report(f"<Goal><Description>{words}</Description></Goal>"))["objectives"]
    (goal,) = found.values()
    assert (
        goal["title"]
        == "dredge the southern fairway between the lighthouse and the old breakwater until ships of every…"
    )
    assert goal["description"] == words
    assert list(found) == ["dredge-the-southern-fairway-between"]


@pytest.mark.parametrize(
    "text", ["[To be determined]", "TBD", "tbd.", "[Description]", "To Be Announced", "...", "-", "N/A", "[Goal Name]",
             "[Insert text here]", "${goal}", "PLACEHOLDER_7", "  "],
)  # fmt: skip
def test_placeholders_count_as_absent(text: str) -> None:
    core = f"<Vision><Description>Seen</Description></Vision><Goal><Name>{text}</Name><Description>{text}</Description></Goal>"
    assert "objectives" not in plan(report(core))


@pytest.mark.parametrize(
    "text",
    [
        "[This item is scheduled for FY 2026.]",
        "Value",
        "Description of the port",
        "To be the best port",
        "To do good",
    ],
)
def test_texts_that_only_look_like_placeholders_stay(text: str) -> None:
    assert (
        next(iter(plan(report(f"<Goal><Name>{text}</Name></Goal>"))["objectives"].values()))["title"] == text
    )


def test_the_same_name_and_type_is_one_stakeholder_and_says_its_own_in_each_place() -> None:
    party = "<Stakeholder{}><Name>{}</Name><Description>{}</Description></Stakeholder>"
    person, group = " StakeholderTypeType='Person'", " StakeholderTypeType='Generic_Group'"
    core = (
        f"<Goal><Name>Depth</Name>{party.format(person, 'Ada', 'Pilot')}{party.format('', 'ada', 'Also pilot')}</Goal>"
        f"<Goal><Name>Width</Name>{party.format('', 'Crew', 'All')}{party.format(group, 'Crew', '')}</Goal>"
        f"<Goal><Name>Depth</Name>{party.format(group, 'Ada', '')}{party.format('', 'Depth', '')}</Goal>"
    )
    found = plan(report(core))
    assert found["stakeholders"] == {
        "ada": {"title": "Ada", "description": "Pilot", "x-stratml": {"type": "Person"}},
        "crew": {"title": "Crew", "description": "All", "x-stratml": {"type": "Generic_Group"}},
        # Which of the two it is, nobody can tell.
        "ada-2": {"title": "ada", "description": "Also pilot"},
        "ada-3": {"title": "Ada", "x-stratml": {"type": "Generic_Group"}},
        "depth-stakeholder": {"title": "Depth"},
    }
    assert [goal["x-stratml"]["stakeholders"] for goal in found["objectives"].values()] == [
        ["ada", "ada-2"],
        ["crew", "crew"],
        ["ada-3", "depth-stakeholder"],
    ]


def test_an_identifier_used_twice_is_kept_in_both_places_and_reported() -> None:
    core = "<Goal><Name>A</Name><Identifier>1 #x</Identifier></Goal><Goal><Name>B</Name><Identifier>1 #x</Identifier></Goal>"
    found = plan(report(core))["objectives"]
    assert [goal["x-stratml"]["identifier"] for goal in found.values()] == ["1 #x", "1 #x"]
    assert (
        imported(report(core)).report[-1]
        == "  kept under x-stratml: 1 identifier used more than once, 2 identifiers"
    )


def test_unknown_elements_attributes_and_stray_text_are_kept_and_counted() -> None:
    core = (
        "<Goal id='7'><Name>Depth</Name><Budget currency='EUR'><Amount>5 &lt; 6</Amount></Budget><id/>stray"
        "<Name>Second name</Name><x:Name xmlns:x='urn:other'>Foreign</x:Name></Goal>"
    )
    result = imported(report(core))
    assert plan(report(core))["objectives"]["depth"]["x-stratml"] == {
        "attributes": ['id="7"'],
        "elements": [
            '<Budget currency="EUR"><Amount>5 &lt; 6</Amount></Budget>',
            "<Name>Second name</Name>",
            "<x:Name>Foreign</x:Name>",
            "stray",
        ],
    }
    assert result.report[-1] == (
        "  kept under x-stratml: 1 unknown attribute, 3 unknown or repeated elements, 1 text outside any element"
    )


def test_texts_in_the_wrong_place_and_wrappers_are_understood() -> None:
    core = "<Mission>Move ships</Mission><Values><Value>Care</Value><Value>Depth</Value></Values><Goals><Goal><Name>Deep</Name></Goal></Goals>"
    found = plan(report(core))
    assert found["plan"]["mission"] == "Move ships"
    assert found["values"] == {"care": "Care", "depth": "Depth"}
    assert list(found["objectives"]) == ["deep"]


def test_markup_inside_a_text_becomes_paragraphs_and_lines() -> None:
    core = (
        "<Goal><Name>Depth</Name><Description><p>One <b>two</b></p><p>Three<br/>four</p></Description></Goal>"
    )
    assert plan(report(core))["objectives"]["depth"]["description"] == "One two\n\nThree\nfour"


def test_a_large_section_has_a_file_of_its_own() -> None:
    goals = "".join(f"<Goal><Name>Goal number {number}</Name></Goal>" for number in range(41))
    files = imported(report(goals)).files
    assert list(files) == ["alignplan.yaml", "objectives.yaml"]
    assert files["alignplan.yaml"].endswith("\ninclude: [objectives.yaml]\n")
    assert files["objectives.yaml"].startswith(
        "# Imported from harbour.xml (StratML Part 2, ANSI/AIIM 22:2017).\n\n"
        "objectives:\n  goal-number-0:\n    title: Goal number 0\n    strategic: true\n\n  goal-number-1:\n"
    )
    assert list(imported(report(goals.replace("<Goal><Name>Goal number 40</Name></Goal>", ""))).files) == [
        "alignplan.yaml"
    ]


def test_the_same_bytes_give_the_same_files() -> None:
    assert imported(DOCUMENT.encode()) == imported(DOCUMENT.encode())


def test_texts_are_data_whatever_they_hold() -> None:
    naughty = "a: b\n- #x {y} \u202e \u0085 \ufeff \u2028 ' \" \\ %s ${x} [red] {{7*7}} |"
    core = f"<Goal><Name>{naughty}</Name><Description>{naughty}</Description><OtherInformation>no</OtherInformation></Goal>"
    (goal,) = plan(report(core))["objectives"].values()
    assert goal["title"] == "a: b - #x {y} \u202e \ufeff ' \" \\ %s ${x} [red] {{7*7}} |"
    assert goal["notes"] == "no"
    assert "\u202e" not in imported(report(core)).files["alignplan.yaml"]


def test_a_file_name_cannot_write_into_the_plan() -> None:
    files = imported(report("<Goal><Name>Depth</Name></Goal>"), name="a\nplan: {}\u2028b\udc80.xml").files
    assert files["alignplan.yaml"].startswith(
        "# Imported from a\\u{a}plan: {}\\u{2028}b\\u{dc80}.xml (StratML"
    )
    assert yaml.load(files["alignplan.yaml"], Loader=yaml.CBaseLoader)["plan"]["title"] == "Harbour plan"
