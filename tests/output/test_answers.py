"""Answers as JSON, figures for machines, and which formats there are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignplan.errors import Misuse
from alignplan.output.documents import plain
from alignplan.output.figures import exact_number, exact_text
from alignplan.output.formats import Family, default_format, findings_renderer, names, renderer
from alignplan.output.json import dumps


class Health(StrEnum):
    ON_TRACK = "on_track"


class Level(Enum):
    HIGH = 3


@dataclass(frozen=True, slots=True)
class Progress:
    id: str
    share: float | None
    due: date
    health: Health
    parts: tuple[str, ...] = ()


def test_frozen_data_becomes_json() -> None:
    answer = {
        "schema": "progress/1",
        "items": (Progress("a/b", 40.0, date(2026, 9, 30), Health.ON_TRACK, ("é", "x")),),
        Health.ON_TRACK: {"level": Level.HIGH, "tags": {"b", "a"}, "none": None, "yes": True, 1: 0.1},
    }
    assert dumps(answer) == (
        "{\n"
        '  "schema": "progress/1",\n'
        '  "items": [\n'
        "    {\n"
        '      "id": "a/b",\n'
        '      "share": 40,\n'
        '      "due": "2026-09-30",\n'
        '      "health": "on_track",\n'
        '      "parts": [\n'
        '        "é",\n'
        '        "x"\n'
        "      ]\n"
        "    }\n"
        "  ],\n"
        '  "on_track": {\n'
        '    "level": 3,\n'
        '    "tags": [\n'
        '      "a",\n'
        '      "b"\n'
        "    ],\n"
        '    "none": null,\n'
        '    "yes": true,\n'
        '    "1": 0.1\n'
        "  }\n"
        "}"
    )


def test_ascii_json_for_streams_that_need_it() -> None:
    assert dumps(["é", "\ud800"], ascii=True) == '[\n  "\\u00e9",\n  "\\ud800"\n]'
    assert dumps("\ud800\u2028") == '"\\ud800\\u2028"'


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_figure_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="is not a figure"):
        dumps({"x": value})
    with pytest.raises(ValueError, match="is not a figure"):
        exact_text(value)


@pytest.mark.parametrize("value", [object(), b"bytes", {None: 1}, {True: 1}])
def test_what_has_no_place_in_json_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        dumps(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (40.0, "40"),
        (-3.0, "-3"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e22, "1e+22"),
        (-0.0, "0"),
        (7, "7"),
        (True, "true"),
        (False, "false"),
        (None, ""),
        ("7", None),
    ],
)
def test_figures_for_machines(value: str | float | bool | None, text: str | None) -> None:
    assert exact_text(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_figures_lose_nothing(value: float) -> None:
    assert exact_number(value) == value
    assert json.loads(dumps(value)) == value


def test_formats_are_the_files_there_are() -> None:
    assert names() == ("csv", "markdown", "plain", "table", "tsv")
    assert {"concise", "full", "json"} <= set(names(Family.FINDINGS))
    assert renderer("plain") is plain.render
    for name in names(Family.FINDINGS):
        assert callable(findings_renderer(name))


def test_an_unknown_format_is_misuse_with_a_suggestion() -> None:
    with pytest.raises(Misuse) as error:
        renderer("markdwon")
    assert (error.value.message, error.value.hint) == (
        "unknown output format `markdwon`",
        "did you mean `markdown`?",
    )
    with pytest.raises(Misuse) as error:
        renderer("interface")
    assert error.value.hint == "there are csv, markdown, plain, table, tsv"


def test_off_a_terminal_a_view_is_plain() -> None:
    assert default_format(None) == "plain"
