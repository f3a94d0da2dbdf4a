"""iCalendar: days, to-dos and events that calendar programs read; nothing of a plan is a line of its own."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.door import typed
from tests.formats.handed import DAYS, HARBOUR, HOSTILE, days_of, exported, source, text_in
from tests.plans import TODAY, written

from alignplan.errors import Misuse
from alignplan.formats.ics import _folded, _text

Entry = dict[str, str]


def read(text: str) -> dict[str, Entry]:
    """The entries of a calendar by UID, read as RFC 5545 says; `kind` is that of the component."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//alignplan//alignplan//EN"]
    assert lines[-1] == "END:VCALENDAR"
    found: dict[str, Entry] = {}
    entry: Entry = {}
    for line in lines[1:-1]:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            entry = {"kind": value}
        elif name == "END":
            assert entry["kind"] == value
            assert entry["UID"] not in found
            found[entry["UID"]] = entry
        else:
            assert name not in entry
            entry[name] = value
    return found


def plain(value: str) -> str:
    """The text of a value."""
    marks = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n"}
    pieces, at = [], 0
    while at < len(value):
        width = 2 if value[at] == "\\" else 1
        pieces.append(marks.get(value[at : at + 2], "?") if width == 2 else value[at])
        at += width
    return "".join(pieces)


def test_each_item_is_on_its_days(tmp_path: Path) -> None:
    entries = read(text_in("ics", tmp_path, HARBOUR))
    assert list(entries) == [f"{id}@harbour" for id in DAYS]
    for id, (start, finish) in DAYS.items():
        entry = entries[f"{id}@harbour"]
        first, last = start.replace("-", ""), finish.replace("-", "")
        if entry["kind"] == "VTODO":
            assert entry["DUE;VALUE=DATE"] == last
            assert entry["DTSTART;VALUE=DATE"] == first
        else:
            after = date.fromisoformat(finish) + timedelta(days=1)
            assert entry["DTSTART;VALUE=DATE"] == first
            assert entry["DTEND;VALUE=DATE"] == f"{after:%Y%m%d}"


def test_an_action_is_a_to_do_of_its_tactic(tmp_path: Path) -> None:
    entries = read(text_in("ics", tmp_path, HARBOUR))
    assert entries["dredge/plan@harbour"] == {
        "kind": "VTODO",
        "UID": "dredge/plan@harbour",
        "DTSTAMP": "20261122T000000Z",
        "SUMMARY": "Plan it",
        "DESCRIPTION": "Who: Mia Lund",
        "CATEGORIES": "desk,a\\,b",
        "RELATED-TO": "dredge@harbour",
        "DTSTART;VALUE=DATE": "20261116",
        "DUE;VALUE=DATE": "20261130",
        "PERCENT-COMPLETE": "40",
        "STATUS": "IN-PROCESS",
    }
    done = entries["dredge/survey@harbour"]
    assert (done["PERCENT-COMPLETE"], done["STATUS"], done["COMPLETED"]) == (
        "100",
        "COMPLETED",
        "20261113T000000Z",
    )


def test_a_milestone_is_an_event_of_a_day(tmp_path: Path) -> None:
    entries = read(text_in("ics", tmp_path, HARBOUR))
    assert entries["dredge/ready@harbour"] == {
        "kind": "VEVENT",
        "UID": "dredge/ready@harbour",
        "DTSTAMP": "20261122T000000Z",
        "SUMMARY": "Ready",
        "DESCRIPTION": "Due: 2027-02-26 (must)\\nReached when: 20 m\\; no rocks",
        "RELATED-TO": "dredge@harbour",
        "DTSTART;VALUE=DATE": "20261229",
        "DTEND;VALUE=DATE": "20261230",
        "TRANSP": "TRANSPARENT",
    }


def test_for_programs_without_to_dos_all_are_events(tmp_path: Path) -> None:
    entries = read(text_in("ics", tmp_path, HARBOUR, view="events"))
    assert {entry["kind"] for entry in entries.values()} == {"VEVENT"}
    assert entries["dredge/dig@harbour"]["DTEND;VALUE=DATE"] == "20261218"


def test_what_has_no_place_is_counted(tmp_path: Path) -> None:
    assert exported("ics", tmp_path, HARBOUR).lost == ("no place for 10 dependencies",)
    unknown = "alignplan: 1\nplan: {title: X}\nobjectives: {o: O}\ntactics: {t: {supports: o, actions: {a: A}, milestones: {m: M}}}\n"
    assert exported("ics", tmp_path, unknown).lost == (
        "1 item left out: nobody knows the days",
        "1 to-do without days: nobody knows them",
        "2 items have neither an estimate nor dates, and no time was taken for them: `t/a`, `t/m`",
    )


def test_a_to_do_of_one_day_has_no_start(tmp_path: Path) -> None:
    text = HARBOUR.replace("effort: 10h, after: [wall]", "effort: 1h, after: [wall]")
    assert "DTSTART;VALUE=DATE" not in read(text_in("ics", tmp_path, text))["shore/paint@harbour"]


def test_only_what_was_chosen(tmp_path: Path) -> None:
    entries = read(text_in("ics", tmp_path, HARBOUR, "shore/wall"))
    assert list(entries) == ["shore/wall@harbour"]
    assert "RELATED-TO" not in entries["shore/wall@harbour"]
    with pytest.raises(Misuse, match="mia has nothing to schedule"):
        exported("ics", tmp_path, HARBOUR, "mia")


def test_hostile_texts_stay_data(tmp_path: Path) -> None:
    entries = read(text_in("ics", tmp_path, HOSTILE))
    assert len(entries) == 12
    assert plain(entries["task@ev-il-home-x"]["SUMMARY"]) == 'task } \\u{202e} "\n resource'
    assert plain(entries["task/2end.a_b@ev-il-home-x"]["SUMMARY"]) == "]]></Name>;,:"
    assert plain(entries["task/start@ev-il-home-x"]["DESCRIPTION"]) == "<script>\nEND:VTODO\nWho: Mia\\ 50 %"
    assert plain(entries["task/c@ev-il-home-x"]["DESCRIPTION"]) == "Who: Crew\nBEGIN:VEVENT 200 %"


@given(st.text(max_size=200))
def test_any_text_is_one_value(text: str) -> None:
    folded = list(_folded(f"SUMMARY:{_text(text)}"))
    assert all(len(line.encode("utf-8", "surrogatepass")) <= 75 for line in folded)
    assert not re.search("[\x00-\x1f\x7f\x85\u2028\u2029]", "".join(folded))
    assert all(line.startswith(" ") for line in folded[1:])
    joined = folded[0] + "".join(line[1:] for line in folded[1:])
    assert joined == f"SUMMARY:{_text(text)}"


def test_the_same_plan_gives_the_same_bytes_with_the_day_of_the_lock(tmp_path: Path) -> None:
    written(tmp_path, HARBOUR)
    assert typed(tmp_path, "schedule", "--lock").code == 0
    first = typed(tmp_path, "export", "ics", ALIGNPLAN_AS_OF="2026-11-23").out
    assert "DTSTAMP:20261122T000000Z\r\n" in first
    assert typed(tmp_path, "export", "ics", "-o", "plan.ics", ALIGNPLAN_AS_OF="2026-11-23").out == ""
    assert (tmp_path / "plan.ics").read_bytes() == first.encode()


def test_icalendar_reads_the_same(tmp_path: Path) -> None:
    icalendar: Any = pytest.importorskip("icalendar")
    plan = source(tmp_path, HARBOUR).plan
    calendar = icalendar.Calendar.from_ical(text_in("ics", tmp_path, HARBOUR))
    found = {}
    for entry in calendar.walk():
        if entry.name in ("VEVENT", "VTODO"):
            assert entry.errors == []
            ends = entry["DUE"].dt if entry.name == "VTODO" else entry["DTEND"].dt - timedelta(days=1)
            found[str(entry["UID"]).partition("@")[0]] = (str(entry["DTSTART"].dt), str(ends))
    assert found == days_of(plan) == DAYS
    assert plan.today == TODAY
    hostile = icalendar.Calendar.from_ical(text_in("ics", tmp_path, HOSTILE))
    assert len(list(hostile.walk())) == 13
