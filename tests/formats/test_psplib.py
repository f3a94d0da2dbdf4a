"""Standard instances of project scheduling become plans, and what is wrong with a file is said with its line."""

from __future__ import annotations

from datetime import date

import pytest

from alignplan.formats.interface import ImportRefused
from alignplan.formats.psplib import IMPORTER
from alignplan.formats.psplib.instance import Instance, Job, Pool
from alignplan.formats.psplib.read import read

STARS = "*" * 72
SMALL = f"""{STARS}
file with basedata            : small.bas
initial value random generator: 1
{STARS}
projects                      :  1
jobs (incl. supersource/sink ):  6
horizon                       :  12
RESOURCES
  - renewable                 :  2   R
  - nonrenewable              :  0   N
  - doubly constrained        :  0   D
{STARS}
PROJECT INFORMATION:
pronr.  #jobs rel.date duedate tardcost  MPM-Time
    1      4      0        9        1        9
{STARS}
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           4
   3        1          1           5
   4        1          1           6
   5        1          1           6
   6        1          0
{STARS}
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
{"-" * 72}
  1      1     0       0    0
  2      1     4       2    0
  3      1     3       3    1
  4      1     0       0    0
  5      1     5       0    4
  6      1     0       0    0
{STARS}
RESOURCEAVAILABILITIES:
  R 1  R 2
    4    6
{STARS}
"""


def test_a_file_is_read_without_its_first_and_last_job() -> None:
    assert read(SMALL.encode(), name="small.sm") == Instance(
        (Pool("R 1", 4), Pool("R 2", 6)),
        (Job(2, 4, (2, 0), ()), Job(3, 3, (3, 1), ()), Job(4, 0, (0, 0), (2,)), Job(5, 5, (0, 4), (3,))),
    )


def test_windows_line_ends_are_read_alike() -> None:
    assert read(SMALL.replace("\n", "\r\n").encode(), name="x") == read(SMALL.encode(), name="x")


def test_a_first_job_that_takes_time_is_a_job() -> None:
    found = read(SMALL.replace("  1      1     0  ", "  1      1     2  ").encode(), name="x")
    assert [job.number for job in found.jobs] == [1, 2, 3, 4, 5]
    assert found.jobs[1].after == (1,)


def test_the_plan_has_every_job_and_nothing_else() -> None:
    imported = IMPORTER.convert(SMALL.encode(), name="in/small.sm", today=date(2026, 3, 2))
    assert imported.files == {
        "alignplan.yaml": """\
# Imported from in/small.sm (PSPLIB).
alignplan: 1
plan:
  title: small
  calendar: every-day
calendars:
  every-day:
    workdays: [mon, tue, wed, thu, fri, sat, sun]
    hours: 8

resources:
  r-1:
    title: R 1
    capacity: 4

  r-2:
    title: R 2
    capacity: 6

tactics:
  project:
    title: Project small
    start: 2026-03-02
    actions:
      job-2:
        title: Job 2
        duration: 4d
        uses: {r-1: 2}
      job-3:
        title: Job 3
        duration: 3d
        uses: {r-1: 3, r-2: 1}
      job-5:
        title: Job 5
        duration: 5d
        uses: {r-2: 4}
        after: [job-3]
    milestones:
      job-4:
        title: Job 4
        after: [job-2]
"""
    }
    assert imported.report == (
        "in/small.sm: PSPLIB, one mode",
        "  imported: 3 actions, 1 milestone, 2 resources",
    )


def changed(old: str, new: str) -> bytes:
    assert SMALL.count(old) == 1
    return SMALL.replace(old, new).encode()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"", "x.sm:1: not a PSPLIB file: it has no table `RESOURCEAVAILABILITIES:`"),
        (b"plain text\nof two lines", "x.sm:2: not a PSPLIB file: it has no table `RESOURCEAVAILABILITIES:`"),
        ("größe\n".encode(), "x.sm:1: not a PSPLIB file: it is not plain ASCII text"),
        (changed("nonrenewable              :  0", "nonrenewable              :  2"), "x.sm:10: has nonrenewable resources, which a plan cannot hold"),
        (changed("   2        1          1           4", "   2        3          1           4"), "x.sm:20: job 2 has 3 modes: only instances of one mode are read"),
        (changed("   2        1          1           4", "   2        1          2           4"), "x.sm:20: job 2 has 1 successors, not 2"),
        (changed("   2        1          1           4", "   2        1          1           9"), "x.sm:20: job 2 is followed by 9, which is no job"),
        (changed("   2        1          1           4", "   1        1          1           4"), "x.sm:20: job 1 stands here twice"),
        (changed("   2        1          1           4", "   2        1          1          -4"), "x.sm:20: `-4` is not a whole number up to 100,000"),
        (changed("   2        1          1           4", "   2        1"), "x.sm:20: 2 numbers where 3 are needed"),
        (changed("   4        1          1           6", "   4        1          1           2"), "x.sm:17: jobs wait for each other: job 2 is one of them"),
        (changed("  3      1     3       3    1", "  3      1     3       3"), "x.sm:31: job 3 has 1 needs for 2 resources"),
        (changed("  3      1     3       3    1", "  3      1     3       5    1"), "x.sm:31: job 3 needs 5 units of R 1, of which there are 4"),
        (changed("  3      1     3       3    1", "  7      1     3       3    1"), "x.sm:31: job 7 is not in the table `PRECEDENCE RELATIONS:`"),
        (changed("  3      1     3       3    1\n", ""), "x.sm:33: job 3 is missing in the table `REQUESTS/DURATIONS:`"),
        (changed("    4    6\n", "    4\n"), "x.sm:38: 1 numbers for 2 resources"),
        (changed("    4    6\n", ""), "x.sm:36: the table `RESOURCEAVAILABILITIES:` needs one line of labels and one of numbers"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(source: bytes, message: str) -> None:
    with pytest.raises(ImportRefused) as caught:
        IMPORTER.convert(source, name="x.sm", today=date(2026, 3, 2))
    assert str(caught.value) == message
