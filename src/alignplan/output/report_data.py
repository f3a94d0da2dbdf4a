"""The data of a report: the JSON answers that its figures come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignplan.output.json import dumps
from alignplan.output.reports.interface import Answer, Report

__all__ = ["LARGEST", "data_of", "embedded"]

LARGEST = 300_000
"""Letters of JSON in a page, about: a page is to be mailed."""


def data_of(report: Report) -> dict[str, object]:
    """`report/1`, with every answer."""
    return _with(report, {name: answer.make() for name, answer in _answers(report).items()}, [])


def embedded(report: Report) -> str:
    """The same on one line, for a page: answers for which there is no room are named in `left_out`."""
    known: dict[str, object] = {}
    left: list[str] = []
    room = LARGEST
    for name, answer in _answers(report).items():
        if answer.size > room:
            left.append(name)
            continue
        room -= answer.size
        known[name] = answer.make()
    return dumps(_with(report, known, left), compact=True).replace("<", "\\u003c")


def _answers(report: Report) -> dict[str, Answer]:
    return {name: answer for section in report.sections for name, answer in section.answers.items()}


def _with(report: Report, answers: Mapping[str, object], left: Sequence[str]) -> dict[str, object]:
    return {
        "schema": "report/1",
        "as_of": report.day,
        "root": report.root,
        "title": report.title,
        "origin": report.origin or None,
        "answers": answers,
        "left_out": left,
    }
