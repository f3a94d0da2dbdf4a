"""MS Project XML: the same days, lags and assignments, as the format's own words have them, and as MPXJ reads them."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.cli.door import typed
from tests.formats.handed import DAYS, HARBOUR, HOSTILE, days_of, exported, source, text_in
from tests.plans import written

from alignplan.errors import Misuse

NAMESPACE = "{http://schemas.microsoft.com/project}"
KINDS = {"0": "finish-finish", "1": "finish-start", "2": "start-finish", "3": "start-start"}


def read(text: str) -> ET.Element:
    assert "<!" not in text
    root = ET.fromstring(text)
    assert root.tag == f"{NAMESPACE}Project"
    return root


def told(element: ET.Element, name: str) -> str | None:
    found = element.find(NAMESPACE + name)
    return None if found is None else found.text


def each(root: ET.Element, *names: str) -> list[ET.Element]:
    return root.findall("/".join(NAMESPACE + name for name in names))


def tasks(root: ET.Element) -> dict[str, ET.Element]:
    """The tasks by the id of their item."""
    return {
        str(told(each(task, "ExtendedAttribute")[0], "Value")): task for task in each(root, "Tasks", "Task")
    }


def lags(root: ET.Element) -> dict[str, list[tuple[str | None, str, str | None, str | None]]]:
    """What each task waits for: its id, the kind, the lag in tenths of minutes, and in which unit it is shown."""
    found = tasks(root)
    ids = {told(task, "UID"): id for id, task in found.items()}
    return {
        id: [
            (
                ids[told(one, "PredecessorUID")],
                KINDS[str(told(one, "Type"))],
                told(one, "LinkLag"),
                told(one, "LagFormat"),
            )
            for one in each(task, "PredecessorLink")
        ]
        for id, task in found.items()
    }


def test_each_item_is_on_its_days_and_is_held_there(tmp_path: Path) -> None:
    found = tasks(read(text_in("mspdi", tmp_path, HARBOUR)))
    days = {id: (str(told(task, "Start"))[:10], str(told(task, "Finish"))[:10]) for id, task in found.items()}
    assert days == DAYS
    for id, task in found.items():
        held = id not in ("dredge", "shore", "dredge/survey", "dredge/plan")
        assert told(task, "ConstraintType") == ("4" if held else "0")
        assert told(task, "ConstraintDate") == (told(task, "Start") if held else None)


def test_a_task_in_the_words_of_the_format(tmp_path: Path) -> None:
    task = tasks(read(text_in("mspdi", tmp_path, HARBOUR)))["shore/wall"]
    assert [(one.tag.removeprefix(NAMESPACE), one.text) for one in task if not len(one)] == [
        ("UID", "11"), ("ID", "11"), ("Name", "Wall"), ("Type", "0"), ("IsNull", "0"), ("WBS", "2.1"),
        ("OutlineNumber", "2.1"), ("OutlineLevel", "2"), ("Priority", "500"), ("Start", "2026-12-14T08:00:00"),
        ("Finish", "2026-12-23T12:00:00"), ("Duration", "PT40H0M0S"), ("DurationFormat", "7"), ("EffortDriven", "0"),
        ("Estimated", "0"), ("Milestone", "0"), ("Summary", "0"), ("Critical", "0"), ("PercentComplete", "0"),
        ("ConstraintType", "4"), ("ConstraintDate", "2026-12-14T08:00:00"), ("Notes", "Line one\nline two, longer; and \\ more"),
    ]  # fmt: skip


def test_what_is_done_and_what_runs_keep_their_history(tmp_path: Path) -> None:
    found = tasks(read(text_in("mspdi", tmp_path, HARBOUR)))
    names = (
        "PercentComplete",
        "ActualStart",
        "ActualFinish",
        "ActualDuration",
        "RemainingDuration",
        "Duration",
    )
    assert [told(found["dredge/survey"], name) for name in names] == [
        "100", "2026-11-02T08:00:00", "2026-11-13T16:00:00", "PT80H0M0S", "PT0H0M0S", "PT80H0M0S",
    ]  # fmt: skip
    assert [told(found["dredge/plan"], name) for name in names] == [
        "40", "2026-11-16T08:00:00", None, "PT40H0M0S", "PT48H0M0S", "PT88H0M0S",
    ]  # fmt: skip


def test_lags_are_tenths_of_minutes(tmp_path: Path) -> None:
    found = lags(read(text_in("mspdi", tmp_path, HARBOUR)))
    assert {id: links for id, links in found.items() if links} == {
        "dredge/permit": [("dredge/survey", "finish-start", "0", "7")],
        "dredge/dig": [
            ("dredge/permit", "finish-start", "0", "7"),
            ("dredge/plan", "finish-start", "9600", "7"),
        ],
        "dredge/half": [("dredge/plan", "start-start", "4800", "7")],
        "dredge/tidy": [("dredge/dig", "finish-finish", "4800", "7")],
        "dredge/dry": [("dredge/dig", "finish-start", "43200", "8")],
        "dredge/ready": [("dredge/dig", "finish-start", "0", "7"), ("dredge/dry", "finish-start", "0", "7")],
        "shore/wall": [("dredge/permit", "finish-start", "0", "7")],
        "shore/paint": [
            ("shore/wall", "finish-start", "0", "7"),
            ("dredge/permit", "finish-start", "0", "7"),
        ],
    }
    hostile = lags(read(text_in("mspdi", tmp_path, HOSTILE)))
    assert hostile["task/g"] == [("task/f", "finish-start", "-1800", "7")]
    assert hostile["task/h"] == [("task/f", "start-finish", "14400", "7")]


def test_who_works_on_what(tmp_path: Path) -> None:
    root = read(text_in("mspdi", tmp_path, HARBOUR))
    ids = {told(task, "UID"): id for id, task in tasks(root).items()}
    people = {told(one, "UID"): told(one, "Code") for one in each(root, "Resources", "Resource")}
    assert [
        (ids[told(one, "TaskUID")], people[told(one, "ResourceUID")], told(one, "Units"), told(one, "Work"))
        for one in each(root, "Assignments", "Assignment")
    ] == [
        ("dredge/plan", "mia", "1", "PT88H0M0S"),
        ("dredge/dig", "mia", "1", "PT48H0M0S"),
        ("dredge/dig", "jo", "1", "PT48H0M0S"),
        ("dredge/dig", "crane", "2", "PT96H0M0S"),
        ("dredge/half", "tom", "0.5", "PT24H0M0S"),
        ("dredge/tidy", "jo", "1", "PT16H0M0S"),
        ("shore/wall", "ida", "1", "PT40H0M0S"),
        ("shore/paint", "ida", "1", "PT10H0M0S"),
    ]
    assert [
        (told(one, "Name"), told(one, "MaxUnits"), told(one, "StandardRate"))
        for one in each(root, "Resources", "Resource")
    ] == [
        ("Mia Lund", "1", "80.00"),
        ("Tom Ek", "0.5", None),
        ("Ida Berg", "1", None),
        ("Jo", "1", None),
        ("Crane", "2", None),
    ]


def test_calendars_begin_their_week_on_sunday_and_leave_is_an_exception(tmp_path: Path) -> None:
    root = read(text_in("mspdi", tmp_path, HARBOUR))
    calendars = {told(one, "Name"): one for one in each(root, "Calendars", "Calendar")}
    assert list(calendars) == ["Standard", "Calendar 2", "Mia Lund", "Tom Ek", "Ida Berg", "Jo", "Crane"]
    week = [told(day, "DayWorking") for day in each(calendars["Calendar 2"], "WeekDays", "WeekDay")]
    assert week == ["0", "1", "1", "1", "0", "0", "1"]
    assert [told(day, "DayType") for day in each(calendars["Standard"], "WeekDays", "WeekDay")] == list(
        "1234567"
    )
    assert _exceptions(calendars["Standard"]) == [
        ("2026-12-24", "2026-12-24", "0", None), ("2026-12-25", "2026-12-25", "0", None), ("2027-01-01", "2027-01-01", "0", None),
    ]  # fmt: skip
    assert _exceptions(calendars["Mia Lund"]) == [
        ("2026-12-07", "2026-12-09", "0", None), ("2026-12-02", "2026-12-02", "1", "12:00:00"),
    ]  # fmt: skip
    assert _exceptions(calendars["Ida Berg"])[0][0] == "2027-07-01"
    assert told(calendars["Ida Berg"], "BaseCalendarUID") == told(calendars["Calendar 2"], "UID") == "2"


def _exceptions(calendar: ET.Element) -> list[tuple[str, str, str | None, str | None]]:
    """First and last day, whether it is worked, and until when."""
    found = []
    for one in each(calendar, "Exceptions", "Exception"):
        (period,) = each(one, "TimePeriod")
        until = [told(time, "ToTime") for time in each(one, "WorkingTimes", "WorkingTime")]
        days = (str(told(period, "FromDate"))[:10], str(told(period, "ToDate"))[:10])
        found.append((*days, told(one, "DayWorking"), until[0] if until else None))
    return found


def test_milestones_summaries_and_deadlines(tmp_path: Path) -> None:
    root = read(text_in("mspdi", tmp_path, HARBOUR))
    found = tasks(root)
    assert [id for id, task in found.items() if told(task, "Milestone") == "1"] == ["dredge/ready"]
    assert [id for id, task in found.items() if told(task, "Summary") == "1"] == ["dredge", "shore"]
    assert {id: told(task, "Deadline") for id, task in found.items() if told(task, "Deadline")} == {
        "dredge": "2027-03-31T16:00:00",
        "dredge/ready": "2027-02-26T16:00:00",
        "shore/paint": "2027-01-29T16:00:00",
        "fair": "2027-01-15T16:00:00",
    }
    assert [told(root, name) for name in ("SaveVersion", "MinutesPerDay", "MinutesPerWeek", "CurrencyCode")] == [
        "14", "480", "2400", "EUR",
    ]  # fmt: skip


def test_what_has_no_place_is_counted(tmp_path: Path) -> None:
    assert exported("mspdi", tmp_path, HARBOUR).lost == ("1 due that is a must is a deadline only",)
    text = HARBOUR.replace("{dig: finish-start + 3d elapsed}", "{dig: finish-start at most 9d}").replace(
        "  fair: {title: Fair,",
        "  fair: {title: Fair, actions: {x: {title: X, any_of: [mia, tom], effort: 2d}}, after: [{shore: finish-finish}],",
    )
    assert exported("mspdi", tmp_path, text).lost == (
        "1 due that is a must is a deadline only",
        "1 dependency left out: what the end of a tactic waits for",
        "no place for 1 longest time of a dependency",
        "no place for 1 choice of who does it: those of the schedule are written",
    )


def test_only_what_was_chosen_below_its_tactic(tmp_path: Path) -> None:
    done = exported("mspdi", tmp_path, HARBOUR, "dredge/dig")
    assert isinstance(done.content, str)
    found = tasks(read(done.content))
    assert list(found) == ["dredge", "dredge/dig"]
    assert told(found["dredge/dig"], "Start") == "2026-12-10T08:00:00"
    assert done.lost == ("2 dependencies on what is not in it left out",)
    alone = tasks(read(text_in("mspdi", tmp_path, HARBOUR, "shore")))
    assert [told(alone["shore"], name) for name in ("Summary", "Duration")] == ["0", "PT72H0M0S"]
    with pytest.raises(Misuse, match="mia has nothing to schedule"):
        exported("mspdi", tmp_path, HARBOUR, "mia")


def test_hostile_texts_stay_data(tmp_path: Path) -> None:
    found = tasks(read(text_in("mspdi", tmp_path, HOSTILE)))
    assert told(found["task"], "Name") == 'task } \\u{202e} " resource'
    assert told(found["task/2end.a_b"], "Name") == "]]></Name>;,:"
    assert told(found["task/start"], "Notes") == "<script>\nEND:VTODO"
    assert str(told(found["task/r"], "Name")).startswith("\\u{7} ÄÖ 🚢")


def test_the_plan_as_it_was_and_into_a_file(tmp_path: Path) -> None:
    written(tmp_path, HARBOUR)
    done = typed(tmp_path, "export", "mspdi", "-o", ".")
    assert (done.code, done.out, done.err) == (0, "", "1 due that is a must is a deadline only\n")
    assert (tmp_path / "plan.xml").read_text() == typed(tmp_path, "export", "mspdi", "-q").out
    assert typed(tmp_path, "export", "mspdi", "--at", "HEAD").code == 2


# ------------------------------------------------------------ MPXJ itself

_PROGRAM = """
import json, sys
import jpype, mpxj
jpype.startJVM()
from org.mpxj.reader import UniversalProjectReader
project = UniversalProjectReader().read(sys.argv[1])
found = {"tasks": {}, "links": [], "people": []}
for task in project.getTasks():
    id = str(task.getText(1))
    if task.getName() is None or id == "None":
        continue
    found["tasks"][id] = [str(task.getStart()), str(task.getFinish()), str(task.getName())]
    for link in task.getPredecessors():
        before = str(link.getPredecessorTask().getText(1))
        found["links"].append([id, before, str(link.getType()), str(link.getLag())])
    for one in task.getResourceAssignments():
        found["people"].append([id, str(one.getResource().getName()), float(str(one.getUnits())), str(one.getWork())])
print(json.dumps(found))
"""


def _mpxj(path: Path) -> dict[str, Any]:
    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(path)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return found


@pytest.mark.skipif(
    find_spec("mpxj") is None or which("java") is None, reason="needs the package mpxj and Java"
)
def test_mpxj_reads_equal_days_lags_and_assignments(tmp_path: Path) -> None:
    plan = source(tmp_path, HARBOUR).plan
    (tmp_path / "plan.xml").write_text(text_in("mspdi", tmp_path, HARBOUR), encoding="utf-8")
    found = _mpxj(tmp_path / "plan.xml")
    assert (
        {id: (start[:10], end[:10]) for id, (start, end, _) in found["tasks"].items()}
        == days_of(plan)
        == DAYS
    )
    assert found["links"] == [
        ["dredge/permit", "dredge/survey", "FS", "0.0d"],
        ["dredge/dig", "dredge/permit", "FS", "0.0d"],
        ["dredge/dig", "dredge/plan", "FS", "2.0d"],
        ["dredge/half", "dredge/plan", "SS", "1.0d"],
        ["dredge/tidy", "dredge/dig", "FF", "1.0d"],
        ["dredge/dry", "dredge/dig", "FS", "3.0ed"],
        ["dredge/ready", "dredge/dig", "FS", "0.0d"],
        ["dredge/ready", "dredge/dry", "FS", "0.0d"],
        ["shore/wall", "dredge/permit", "FS", "0.0d"],
        ["shore/paint", "shore/wall", "FS", "0.0d"],
        ["shore/paint", "dredge/permit", "FS", "0.0d"],
    ]
    assert found["people"] == [
        ["dredge/plan", "Mia Lund", 100.0, "88.0h"],
        ["dredge/dig", "Mia Lund", 100.0, "48.0h"],
        ["dredge/dig", "Jo", 100.0, "48.0h"],
        ["dredge/dig", "Crane", 200.0, "96.0h"],
        ["dredge/half", "Tom Ek", 50.0, "24.0h"],
        ["dredge/tidy", "Jo", 100.0, "16.0h"],
        ["shore/wall", "Ida Berg", 100.0, "40.0h"],
        ["shore/paint", "Ida Berg", 100.0, "10.0h"],
    ]
