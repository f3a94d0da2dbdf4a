"""The text of a `.sm` file → an instance, or a refusal that names the line.

A file has three tables that count, each under its heading: which jobs follow each job, what each job takes and needs,
and how much there is of each pool. The heads of the file are read where they say how many; due dates and horizons in
them are no limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignplan.formats.interface import ImportRefused
from alignplan.formats.psplib.instance import Instance, Job, Pool

__all__ = ["read"]

_MAX_BYTES = 16 * 1024 * 1024
_MAX_FIGURE = 100_000

_SUCCESSORS, _REQUESTS, _SUPPLY = "PRECEDENCE RELATIONS:", "REQUESTS/DURATIONS:", "RESOURCEAVAILABILITIES:"
_HEAD = re.compile(r"\s*-?\s*([a-z][a-z .()]*?)\s*:\s*(\d+)")
_LABEL = re.compile(r"[A-Z]+ *\d+")

Row = tuple[int, list[int]]
"""A line's number, and the whole numbers in it."""


def read(source: bytes, *, name: str) -> Instance:
    """The instance in a file; raises :class:`ImportRefused` with `name` and the line of what is wrong."""
    return _Reader(_text(source, name), name).instance()


def _text(source: bytes, name: str) -> str:
    if len(source) > _MAX_BYTES:
        raise ImportRefused(f"{name}: is larger than 16 MiB")
    try:
        return source.decode("ascii")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise ImportRefused(f"{name}:{line}: not a PSPLIB file: it is not plain ASCII text") from None


class _Reader:
    """One file: its lines, and where its tables begin."""

    def __init__(self, text: str, name: str) -> None:
        self._name = name
        self._lines = text.splitlines()
        self._heads = {
            found[1]: int(found[2]) for line in self._lines if (found := _HEAD.match(line)) is not None
        }

    def _refuse(self, line: int, reason: str) -> ImportRefused:
        return ImportRefused(f"{self._name}:{line}: {reason}")

    def instance(self) -> Instance:
        """The whole of it."""
        self._kinds()
        pools = self._pools()
        followers = self._followers()
        requests = self._requests(pools, followers)
        self._circle(followers)
        before: dict[int, list[int]] = {number: [] for number in followers}
        for number, behind in followers.items():
            for follower in behind:
                before[follower].append(number)
        dummies = {
            number
            for number, ends in ((min(followers), before), (max(followers), followers))
            if not ends[number] and requests[number][0] == 0
        }
        return Instance(
            pools,
            tuple(
                Job(number, *requests[number], tuple(sorted(set(before[number]) - dummies)))
                for number in followers
                if number not in dummies
            ),
        )

    def _kinds(self) -> None:
        """Only renewable resources can be imported."""
        for kind in ("nonrenewable", "doubly constrained"):
            if self._heads.get(kind):
                raise self._refuse(self._line_of(kind), f"has {kind} resources, which a plan cannot hold")

    def _line_of(self, words: str) -> int:
        return next(number for number, line in enumerate(self._lines, 1) if words in line)

    def _table(self, heading: str) -> tuple[int, list[tuple[int, str]]]:
        """The line of a heading, and the numbered lines of its table, up to the next line of stars."""
        for at, line in enumerate(self._lines):
            if line.strip() == heading:
                rows = []
                for number, row in enumerate(self._lines[at + 1 :], at + 2):
                    if row.startswith("***"):
                        break
                    if row.strip() and not row.startswith("---"):
                        rows.append((number, row))
                return at + 1, rows
        raise self._refuse(len(self._lines) or 1, f"not a PSPLIB file: it has no table `{heading}`")

    def _rows(self, heading: str, columns: int) -> Iterator[Row]:
        """The rows of numbers under the headings of the columns; each with so many numbers at least."""
        line, rows = self._table(heading)
        if len(rows) < 2:
            raise self._refuse(line, f"the table `{heading}` is empty")
        for number, row in rows[1:]:
            yield number, self._numbers(number, row, columns)

    def _numbers(self, line: int, row: str, columns: int) -> list[int]:
        found = []
        for word in row.split():
            if not word.isdigit() or int(word) > _MAX_FIGURE:
                raise self._refuse(line, f"`{word[:40]}` is not a whole number up to {_MAX_FIGURE:,}")
            found.append(int(word))
        if len(found) < columns:
            raise self._refuse(line, f"{len(found)} numbers where {columns} are needed")
        return found

    def _pools(self) -> tuple[Pool, ...]:
        line, rows = self._table(_SUPPLY)
        if len(rows) != 2:
            raise self._refuse(line, f"the table `{_SUPPLY}` needs one line of labels and one of numbers")
        (_, labels), (number, row) = rows
        names = [" ".join(label.split()) for label in _LABEL.findall(labels)]
        amounts = self._numbers(number, row, 1)
        if len(names) != len(amounts) or len(set(names)) < len(names):
            raise self._refuse(number, f"{len(amounts)} numbers for {len(set(names))} resources")
        return tuple(Pool(name, amount) for name, amount in zip(names, amounts, strict=True))

    def _followers(self) -> dict[int, list[int]]:
        """The numbers of the jobs that follow each job."""
        found: dict[int, list[int]] = {}
        lines: dict[int, int] = {}
        for line, (job, modes, amount, *followers) in self._rows(_SUCCESSORS, 3):
            if job in found:
                raise self._refuse(line, f"job {job} stands here twice")
            if modes != 1:
                raise self._refuse(line, f"job {job} has {modes} modes: only instances of one mode are read")
            if amount != len(followers):
                raise self._refuse(line, f"job {job} has {len(followers)} successors, not {amount}")
            found[job], lines[job] = followers, line
        for job, followers in found.items():
            for follower in followers:
                if follower not in found:
                    raise self._refuse(lines[job], f"job {job} is followed by {follower}, which is no job")
        return found

    def _requests(
        self, pools: tuple[Pool, ...], jobs: dict[int, list[int]]
    ) -> dict[int, tuple[int, tuple[int, ...]]]:
        """The duration and the needs of each job."""
        found: dict[int, tuple[int, tuple[int, ...]]] = {}
        line = 1
        for line, (job, _mode, duration, *needs) in self._rows(_REQUESTS, 3):
            if job not in jobs:
                raise self._refuse(line, f"job {job} is not in the table `{_SUCCESSORS}`")
            if job in found:
                raise self._refuse(line, f"job {job} stands here twice")
            if len(needs) != len(pools):
                raise self._refuse(line, f"job {job} has {len(needs)} needs for {len(pools)} resources")
            for pool, units in zip(pools, needs, strict=True):
                if units > pool.capacity:
                    reason = (
                        f"job {job} needs {units} units of {pool.label}, of which there are {pool.capacity}"
                    )
                    raise self._refuse(line, reason)
            found[job] = (duration, tuple(needs))
        for job in jobs:
            if job not in found:
                raise self._refuse(line, f"job {job} is missing in the table `{_REQUESTS}`")
        return found

    def _circle(self, after: dict[int, list[int]]) -> None:
        """Refuses jobs that wait for each other."""
        waits = dict.fromkeys(after, 0)
        for followers in after.values():
            for follower in followers:
                waits[follower] += 1
        ready = [job for job, amount in waits.items() if not amount]
        for job in ready:
            for follower in after[job]:
                waits[follower] -= 1
                if not waits[follower]:
                    ready.append(follower)
        if len(ready) < len(after):
            job = min(job for job, amount in waits.items() if amount)
            raise self._refuse(
                self._table(_SUCCESSORS)[0], f"jobs wait for each other: job {job} is one of them"
            )
