"""TaskJuggler: a project that says what there is to do; `tj3`, where it is installed, finds the same days."""

from __future__ import annotations

import csv
import re
import subprocess
from pathlib import Path
from shutil import which

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.door import typed
from tests.formats.handed import DAYS, HARBOUR, HOSTILE, days_of, exported, source, text_in
from tests.plans import written

from alignplan.formats.taskjuggler.words import Names
from alignplan.formats.taskjuggler.words import text as quoted

TOKEN = re.compile(r'"((?:\\"|[^"])*)"|([^\s{}",]+)|([{},])')


def tokens(text: str) -> list[str]:
    """Words, signs, and strings (with their first quote); nothing may lie between them."""
    found, at = [], 0
    for match in TOKEN.finditer(text):
        assert not text[at : match.start()].strip(), text[at : match.start()]
        at = match.end()
        string, word, sign = match.groups()
        found.append(f'"{string.replace(chr(92) + chr(34), chr(34))}' if string is not None else word or sign)
    return found


def blocks(text: str) -> dict[str, tuple[str, list[str]]]:
    """Tasks and resources by path: their title, and the words that stand in them alone."""
    found: dict[str, tuple[str, list[str]]] = {}
    path: list[tuple[str, list[str]]] = []
    words = tokens(text)
    at = 0
    while at < len(words):
        if words[at] in ("task", "resource") and words[at + 2][:1] == '"' and words[at + 3] == "{":
            inside: list[str] = []
            name = ".".join([*(one for one, _ in path if one), words[at + 1]])
            found[f"{words[at]} {name}"] = (words[at + 2][1:], inside)
            path.append((words[at + 1], inside))
            at += 4
            continue
        if words[at] == "{":
            path.append(("", path[-1][1] if path else []))
        elif words[at] == "}":
            path.pop()
        if path and words[at] != "}":
            path[-1][1].append(words[at])
        at += 1
    assert not path
    return found


def test_work_is_effort_of_people_behind_what_comes_first(tmp_path: Path) -> None:
    found = blocks(text_in("taskjuggler", tmp_path, HARBOUR))
    assert {
        name: " ".join(words) for name, (_, words) in found.items() if name.startswith("task dredge.")
    } == {
        "task dredge.survey": "start 2026-11-02-08:00 end 2026-11-13-16:00",
        "task dredge.permit": "duration 320h depends dredge.survey , not_before.d20261122_0800",
        "task dredge.plan": "",
        "task dredge.plan.begun": "start 2026-11-16-08:00 end 2026-11-22-08:00 complete 100",
        "task dredge.plan.rest": "effort 48h allocate mia { mandatory depends not_before.d20261122_0800",
        "task dredge.dig": "effort 96h allocate mia { mandatory , jo { mandatory , crane { mandatory "
        "depends dredge.permit , dredge.plan { gaplength 16h , not_before.d20261123_0800",
        "task dredge.half": "effort 24h allocate tom { mandatory "
        "depends dredge.plan { onstart gaplength 8h , not_before.d20261123_0800",
        "task dredge.tidy": "effort 16h allocate jo { mandatory depends not_before.d20261218_0800",
        "task dredge.dry": "length 40h depends dredge.dig { gapduration 72h , not_before.d20261221_0800",
        "task dredge.ready": "milestone depends dredge.dig , dredge.dry , not_before.d20261122_0800",
    }


def test_people_have_their_hours_and_their_leave(tmp_path: Path) -> None:
    found = blocks(text_in("taskjuggler", tmp_path, HARBOUR))
    assert {name: (title, " ".join(words)) for name, (title, words) in found.items() if name.startswith("resource")} == {
        "resource mia": ("Mia Lund", "efficiency 1 rate 640 leaves annual 2026-12-07 - 2026-12-10 "
                         "leaves annual 2026-12-02-12:00 - 2026-12-02-16:00"),
        "resource tom": ("Tom Ek", "efficiency 0.5"),
        "resource ida": ("Ida Berg", "efficiency 1 workinghours mon , tue , wed , sat 8:00 - 14:00 "
                         "workinghours thu , fri , sun off leaves annual 2027-07-01 - 2027-07-15"),
        "resource jo": ("Jo", "efficiency 1"),
        "resource crane": ("Crane", "efficiency 0 workinghours mon - sun 0:00 - 24:00"),
    }  # fmt: skip


def test_the_project_is_open_for_twice_its_length(tmp_path: Path) -> None:
    text = text_in("taskjuggler", tmp_path, HARBOUR)
    assert text.startswith(
        'project plan "Harbour" 2026-11-02 - 2027-07-14 {\n  timezone "UTC"\n  timingresolution 60min\n'
        '  timeformat "%Y-%m-%d"\n  now 2026-11-22-08:00\n  dailyworkinghours 8\n  yearlyworkingdays 260\n'
        '  currency "EUR"\n  workinghours mon, tue, wed, thu, fri 8:00 - 16:00\n  workinghours sat, sun off\n}\n\n'
        "leaves holiday 2026-12-24 - 2026-12-25\n"
    )


def test_what_has_no_words_is_counted(tmp_path: Path) -> None:
    assert exported("taskjuggler", tmp_path, HARBOUR).lost == (
        "1 dependency of a kind that there is not: what waits begins on its day in the schedule",
        "no place for 4 due dates",
    )
    text = HARBOUR.replace("assigned: {tom: 50%}", "assigned: {tom: 1.01%}")
    assert (
        exported("taskjuggler", tmp_path, text).lost[1]
        == "1 work without who and what does it: the shares are too fine"
    )


def test_days_off_of_the_plan_hold_for_all(tmp_path: Path) -> None:
    text = HARBOUR.replace("holidays: [2026-12-24,", "holidays: [2026-12-26,")
    assert exported("taskjuggler", tmp_path, text).lost[1] == (
        "1 person or team of another calendar with the days off of the plan's"
    )


def test_who_shares_a_day_is_as_many_as_parts(tmp_path: Path) -> None:
    found = blocks(text_in("taskjuggler", tmp_path, HOSTILE))
    parts = [name for name in found if name.startswith("resource tom")]
    assert parts == [
        "resource tom",
        "resource tom.tom_1",
        "resource tom.tom_2",
        "resource tom.tom_3",
        "resource tom.tom_4",
    ]
    assert found["resource tom.tom_1"][1] == ["efficiency", "0.25"]
    one = "tom_1 { alternative tom_2 , tom_3 , tom_4 persistent mandatory"
    assert " ".join(found["task task.q"][1]).startswith(f"effort 8h allocate {one} depends")
    assert " ".join(found["task task.r"][1]).startswith(f"effort 8h allocate {one} , {one} , {one} depends")


def test_hostile_texts_stay_data(tmp_path: Path) -> None:
    text = text_in("taskjuggler", tmp_path, HOSTILE)
    found = blocks(text)
    assert [name for name in found if name.startswith("task task")] == [
        "task task", "task task.start", "task task._2end_a_b", "task task._2end_a_b_2", "task task.q", "task task.r",
        "task task.c", "task task.d", "task task.e", "task task.f", "task task.g", "task task.h",
    ]  # fmt: skip
    assert found["task task"][0] == 'task } \\u{202e} " resource'
    assert found["task task.start"][0] == "$ {x}"
    assert found["resource mia"][0] == "Mia\\ "
    assert "${" not in text
    assert "$(" not in text


@given(st.text(max_size=80))
def test_any_text_is_one_string(text: str) -> None:
    (token,) = tokens(quoted(text))
    assert token.startswith('"')
    assert not re.search(r"[\x00-\x1f\x7f]|\$[({]", token)


@given(st.lists(st.from_regex(r"[a-z0-9][a-z0-9._-]{0,6}", fullmatch=True), unique=True, max_size=12))
def test_ids_are_words_and_each_is_one(ids: list[str]) -> None:
    names = Names()
    found = [names.new(id) for id in ids]
    assert len(set(found)) == len(found)
    assert all(re.fullmatch(r"[a-z_][a-z0-9_]*", one) for one in found)


def test_only_what_was_chosen_stays_on_its_day(tmp_path: Path) -> None:
    found = blocks(text_in("taskjuggler", tmp_path, HARBOUR, "dredge/dig"))
    assert [name for name in found if name.startswith("task")] == [
        "task not_before", "task not_before.d20261210_0800", "task dredge", "task dredge.dig",
    ]  # fmt: skip
    assert found["task dredge.dig"][1][-2:] == ["depends", "not_before.d20261210_0800"]


def test_into_a_file(tmp_path: Path) -> None:
    written(tmp_path, HARBOUR)
    assert typed(tmp_path, "export", "taskjuggler", "-q", "-o", ".").err == ""
    assert (tmp_path / "plan.tjp").read_text() == typed(tmp_path, "export", "taskjuggler", "-q").out


# ------------------------------------------------------------ tj3 itself

TJ3 = pytest.mark.skipif(which("tj3") is None, reason="needs tj3")


def _by_tj3(folder: Path, text: str) -> dict[str, tuple[str, str]]:
    """The days that tj3 finds, by path."""
    (folder / "plan.tjp").write_text(text, encoding="utf-8")
    ran = subprocess.run(
        ["tj3", "--silent", "plan.tjp"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    with (folder / "overview.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader((line.replace('""', "''") for line in file), delimiter=";"))
    return {row[0]: (row[-3], row[-2]) for row in rows[1:]}


@TJ3
def test_tj3_finds_the_same_days(tmp_path: Path) -> None:
    plan = source(tmp_path, HARBOUR).plan
    found = _by_tj3(tmp_path, text_in("taskjuggler", tmp_path, HARBOUR))
    assert {id: found[id.replace("/", ".")] for id in DAYS} == days_of(plan) == DAYS


@TJ3
def test_tj3_takes_hostile_texts_and_finds_the_same_days_of_those_who_share(tmp_path: Path) -> None:
    plan = source(tmp_path, HOSTILE).plan
    found = _by_tj3(tmp_path, text_in("taskjuggler", tmp_path, HOSTILE))
    ids = {id: id.replace("/", ".") for id in days_of(plan)}
    ids |= {"task/2end.a-b": "task._2end_a_b", "task/2end.a_b": "task._2end_a_b_2"}
    assert {id: found[path] for id, path in ids.items()} == days_of(plan)
