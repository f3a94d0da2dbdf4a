"""Indicators → KPIs: figures only where the document has figures."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.sample import imported, indicator, kpi, objective, plan

HEAD = "<MeasurementDimension>Ships</MeasurementDimension><UnitOfMeasurement>ships a day</UnitOfMeasurement>"


def result(kind: str, start: str, end: str, number: str, *, text: str = "", status: str = "") -> str:
    descriptor = f"<Descriptor><DescriptorName>Status</DescriptorName><DescriptorValue>{status}</DescriptorValue></Descriptor>"
    return (
        f"<{kind}Result><StartDate>{start}</StartDate><EndDate>{end}</EndDate><NumberOfUnits>{number}</NumberOfUnits>"
        f"{descriptor if status else ''}<Description>{text}</Description></{kind}Result>"
    )


def measured(*results: str, head: str = HEAD) -> bytes:
    """A document whose results stand in one MeasurementInstance each."""
    return indicator(head + "".join(f"<MeasurementInstance>{one}</MeasurementInstance>" for one in results))


def figures(*results: str, head: str = HEAD) -> dict[str, Any]:
    """What of the KPI is figures."""
    found = kpi(measured(*results, head=head))
    return {key: found[key] for key in found if key not in ("title", "unit", "x-stratml")}


def words(*results: str) -> Any:
    """What of the results is kept as words."""
    return kpi(measured(*results)).get("x-stratml", {}).get("results")


def test_the_latest_target_is_the_target_and_earlier_ones_are_checkpoints() -> None:
    found = figures(
        result("Target", "", "2028-12-31", "30"),
        result("Target", "", "2026-12-31", "10"),
        result("Target", "", "2027-12-31", "20"),
    )
    assert found == {
        "target": {"date": "2028-12-31", "value": "30"},
        "checkpoints": {"2026-12-31": "10", "2027-12-31": "20"},
    }


def test_a_day_comes_from_the_end_of_the_period_else_from_its_start() -> None:
    assert figures(
        result("Target", "2026-04-01", "", "3"), result("Actual", "2026-01-01", "2026-03-31", "2")
    ) == {
        "target": {"date": "2026-04-01", "value": "3"},
        "actuals": {"2026-03-31": "2"},
    }


def test_a_target_without_a_day_stands_alone_and_an_actual_without_one_is_kept_as_words() -> None:
    assert figures(result("Target", "", "", "3"), result("Actual", "", "", "2")) == {"target": "3"}
    assert words(result("Target", "", "", "3"), result("Actual", "", "", "2")) == [
        {"of": "target"},
        {"of": "actual", "number": "2"},
    ]


@pytest.mark.parametrize("kind", ["Target", "Actual"])
@pytest.mark.parametrize("status", ["Baseline", "annual baseline"])
def test_a_result_marked_as_baseline_is_one(kind: str, status: str) -> None:
    found = figures(
        result(kind, "", "2025-12-31", "5", status=status), result("Target", "", "2026-12-31", "9")
    )
    assert found == {
        "baseline": {"date": "2025-12-31", "value": "5"},
        "target": {"date": "2026-12-31", "value": "9"},
    }


def test_of_several_baselines_the_earliest_counts() -> None:
    rows = [
        result("Target", f"{year}-01-01", f"{year}-12-31", f"{year - 2000}.50", status="Annual Baseline")
        for year in (2024, 2022, 2023)
    ]
    assert figures(*rows) == {"baseline": {"date": "2022-12-31", "value": "22.50"}}
    assert words(*rows) == [
        {
            "of": "target",
            "period": "yearly",
            "descriptor": {"name": "Status", "value": "Annual Baseline"},
            "values": {"2022-12-31": "22.50", "2023-12-31": "23.50", "2024-12-31": "24.50"},
        }
    ]


def test_later_actuals_marked_as_baseline_are_measurements() -> None:
    rows = [result("Actual", "", f"{year}-12-31", str(year), status="Baseline") for year in (2023, 2022)]
    assert figures(*rows) == {
        "baseline": {"date": "2022-12-31", "value": "2022"},
        "actuals": {"2023-12-31": "2023"},
    }


def test_of_several_results_on_one_day_the_first_counts_and_the_other_is_kept() -> None:
    rows = [result("Actual", "", "2026-03-31", "1"), result("Actual", "", "2026-03-31", "2")]
    assert figures(*rows) == {"actuals": {"2026-03-31": "1"}}
    assert words(*rows) == [{"of": "actual", "due": "2026-03-31", "number": "2"}]


@pytest.mark.parametrize(
    ("periods", "frequency"),
    [
        ([("2025-01-01", "2025-12-31"), ("2024-01-01", "2024-12-31")], "yearly"),
        ([("2024-07-01", "2025-06-30"), ("2021-07-01", "2022-06-30")], "yearly"),
        ([("2025-01-01", "2025-03-31"), ("2025-04-01", "2025-06-30")], "quarterly"),
        ([("2024-02-01", "2024-02-29"), ("2024-03-01", "2024-03-31")], "monthly"),
        ([("2024-02-05", "2024-02-11"), ("2024-02-12", "2024-02-18")], "weekly"),
        ([("", "2024-01-31"), ("", "2024-02-29"), ("", "2024-03-31")], "monthly"),
        ([("", "2024-12-31"), ("", "2023-12-31")], "yearly"),
        ([("2025-01-01", "2025-12-31")], None),
        ([("2025-01-01", "2025-12-31"), ("2026-01-01", "2026-03-31")], None),
        ([("", "2024-12-31"), ("", "2024-11-01")], None),
    ],
)
def test_the_frequency_is_stated_only_where_the_measurements_show_it(
    periods: list[tuple[str, str]], frequency: str | None
) -> None:
    rows = [result("Actual", start, end, "1") for start, end in periods]
    assert figures(*rows).get("frequency") == frequency


def test_a_period_that_the_frequency_implies_is_not_repeated() -> None:
    rows = [result("Actual", f"{year}-01-01", f"{year}-12-31", "5.90") for year in (2024, 2025)]
    assert kpi(measured(*rows)) == {
        "title": "Ships",
        "unit": "ships a day",
        "frequency": "yearly",
        "actuals": {"2024-12-31": "5.90", "2025-12-31": "5.90"},
    }


def test_a_target_in_words_stays_words() -> None:
    row = result("Target", "2026-01-01", "2026-12-31", "", text="Adopt the manual", status="Adopted")
    assert figures(row) == {}
    assert words(row) == [
        {
            "of": "target",
            "start": "2026-01-01",
            "due": "2026-12-31",
            "text": "Adopt the manual",
            "descriptor": {"name": "Status", "value": "Adopted"},
        }
    ]


@pytest.mark.parametrize("pending", ["[To be determined]", "TBD", "To be determined."])
def test_a_zero_that_the_document_calls_undetermined_is_no_measurement(pending: str) -> None:
    both = result("Target", "", "2026-12-31", "3") + result("Actual", "", "2026-12-31", "0", text=pending)
    assert figures(both) == {"target": {"date": "2026-12-31", "value": "3"}}
    assert words(both) is None
    assert "1 zero beside a text that says there is no result yet" in imported(measured(both)).report[3]


@pytest.mark.parametrize(("number", "text"), [("0", "None came"), ("0", ""), ("7", "[To be determined]")])
def test_a_number_that_is_one_stays(number: str, text: str) -> None:
    assert figures(result("Actual", "", "2026-12-31", number, text=text))["actuals"] == {"2026-12-31": number}


@pytest.mark.parametrize("unit", ["%", "Percent", "PERCENTAGE", "per cent"])
def test_percent_is_a_percent_sign(unit: str) -> None:
    head = f"<MeasurementDimension>Ships</MeasurementDimension><UnitOfMeasurement>{unit}</UnitOfMeasurement>"
    found = kpi(measured(result("Target", "", "2026-12-31", "0.5"), head=head))
    assert (found["unit"], found["target"]["value"]) == ("%", "0.5")
    assert found.get("x-stratml", {}).get("unit") == (None if unit == "%" else unit)


@pytest.mark.parametrize(
    ("unit", "written"), [("$", "$"), ("Number", "Number"), ("[Unit]", None), ("TBD", None), ("-", None)]
)
def test_other_units_stay_and_placeholders_do_not(unit: str, written: str | None) -> None:
    head = f"<MeasurementDimension>Ships</MeasurementDimension><UnitOfMeasurement>{unit}</UnitOfMeasurement>"
    assert kpi(measured(head=head)).get("unit") == written


@pytest.mark.parametrize(
    ("written", "value", "unit", "kept"),
    [
        ("45%", "45", "%", "45%"),
        ("1,200", "1200", None, "1,200"),
        ("$5.50", "5.50", None, "$5.50"),
        ("+5", "5", None, "+5"),
        (".5", "0.5", None, ".5"),
        ("5.90", "5.90", None, None),
        ("-3", "-3", None, None),
    ],
)
def test_numbers_with_signs_are_read_and_the_spelling_is_kept(
    written: str, value: str, unit: str | None, kept: str | None
) -> None:
    head = "<MeasurementDimension>Ships</MeasurementDimension><UnitOfMeasurement/>"
    found = kpi(measured(result("Target", "", "2026-12-31", written), head=head))
    assert (found["target"]["value"], found.get("unit")) == (value, unit)
    assert found.get("x-stratml", {}).get("results", [{}])[0].get("number") == kept


@pytest.mark.parametrize(
    "written",
    ["many", "1e5", "1,20", "12 of 20", "nan", "inf", "9" * 5000, "0x10", "1_000", "1.2.3", "1%%%", "٣"],
)
def test_what_is_no_number_is_kept_as_words(written: str) -> None:
    row = result("Target", "", "2026-12-31", written)
    assert figures(row) == {}
    assert words(row) == [{"of": "target", "due": "2026-12-31", "number": written}]


@pytest.mark.parametrize("day", ["31.12.2026", "2026-02-30", "0000-01-01", "12/31/2026", "soon", "20261231"])
def test_what_is_no_date_is_kept_as_words(day: str) -> None:
    row = result("Actual", "", day, "4")
    assert figures(row) == {}
    assert words(row) == [{"of": "actual", "due": day, "number": "4"}]
    assert "1 date not understood" in imported(measured(row)).report[4]


def test_a_period_that_ends_before_it_starts_keeps_its_end() -> None:
    row = result("Actual", "2027-01-01", "2026-12-31", "4")
    assert figures(row) == {"actuals": {"2026-12-31": "4"}}
    assert words(row) == [{"of": "actual", "start": "2027-01-01", "due": "2026-12-31"}]
    assert "1 period with the end before the start" in imported(measured(row)).report[4]


@pytest.mark.parametrize(
    ("head", "title", "id_"),
    [
        ("<MeasurementDimension>Ships</MeasurementDimension>", "Ships", "ships"),
        (
            "<MeasurementDimension>TBD</MeasurementDimension><SequenceIndicator>1.1</SequenceIndicator>",
            "Adopt the manual",
            "adopt-the-manual",
        ),
    ],
)
def test_the_title_is_the_dimension_else_what_there_is(head: str, title: str, id_: str) -> None:
    source = measured(result("Target", "", "", "", text="Adopt the manual"), head=head)
    ((found, entry),) = plan(source)["objectives"]["dredge"]["kpis"].items()
    assert (found, entry["title"]) == (id_, title)


def test_a_number_without_any_word_takes_the_code_then_the_title_of_its_objective() -> None:
    row = f"<MeasurementInstance>{result('Target', '', '2026-12-31', '4')}</MeasurementInstance>"
    assert kpi(indicator(f"<SequenceIndicator>1.1.1</SequenceIndicator>{row}"))["title"] == "1.1.1"
    assert kpi(indicator(row))["title"] == "Dredge"


def test_indicators_of_one_name_are_told_apart_by_their_codes() -> None:
    one = "<PerformanceIndicator><SequenceIndicator>{}</SequenceIndicator><MeasurementDimension>Ships</MeasurementDimension></PerformanceIndicator>"
    source = objective(one.format("1.1") + one.format("1.2") + one.format(""))
    assert list(plan(source)["objectives"]["dredge"]["kpis"]) == ["ships", "1.2-ships", "ships-2"]


def test_an_indicator_with_nothing_to_measure_is_kept_beside_the_kpis() -> None:
    period = "<StartDate>2026-01-01</StartDate><EndDate>2026-12-31</EndDate>"
    source = indicator(
        "<SequenceIndicator>1.1.1</SequenceIndicator><MeasurementDimension/><UnitOfMeasurement/><MeasurementInstance>"
        f"<TargetResult>{period}</TargetResult><ActualResult>{period}<Description>TBD</Description></ActualResult></MeasurementInstance>"
    )
    assert plan(source)["objectives"]["dredge"] == {
        "title": "Dredge",
        "parent": "depth",
        "x-stratml": {
            "indicators": [
                {"code": "1.1.1", "results": [{"of": "target", "start": "2026-01-01", "due": "2026-12-31"}]}
            ]
        },
    }


def test_an_empty_indicator_is_dropped() -> None:
    source = indicator(
        "<MeasurementDimension/><UnitOfMeasurement/><Identifier>_i</Identifier><Relationship><Identifier>PLACEHOLDER_1</Identifier></Relationship>"
    )
    assert plan(source)["objectives"]["dredge"] == {"title": "Dredge", "parent": "depth"}
    assert imported(source).report[3] == "  dropped: 1 empty PerformanceIndicator"


def test_an_objective_with_nothing_but_an_indicator_is_no_shell() -> None:
    source = indicator(HEAD).replace(b"<Name>Dredge</Name>", b"<Name/>")
    assert list(plan(source)["objectives"]) == ["depth", "harbour"]


def test_attributes_old_and_new_relationships_and_notes_are_kept() -> None:
    source = indicator(
        f"{HEAD}<Identifier>_i</Identifier><Relationship RelationshipType='Narrower_Than'><Identifier>_r</Identifier>"
        "<ReferentIdentifier>_a</ReferentIdentifier><ReferentIdentifier>_b</ReferentIdentifier><Name>Fleet</Name></Relationship>"
        "<OtherInformation>Counted at noon.</OtherInformation>",
        "ValueChainStage='Output' PerformanceIndicatorType='' IndicatorType='Outcome'",
    )
    assert kpi(source) == {
        "title": "Ships",
        "unit": "ships a day",
        "notes": "Counted at noon.",
        "x-stratml": {
            "identifier": "_i",
            "stage": "Output",
            "indicator-type": "Outcome",
            "relationships": [
                {"type": "Narrower_Than", "identifier": "_r", "to": ["_a", "_b"], "name": "Fleet"}
            ],
        },
    }


def test_a_draft_element_inside_an_instance_is_kept() -> None:
    source = indicator(f"{HEAD}<MeasurementInstance><Place><Name>Quay 4</Name></Place></MeasurementInstance>")
    assert kpi(source)["x-stratml"] == {"elements": ["<Place><Name>Quay 4</Name></Place>"]}
