"""The options that every command has, before it or after it; the later one wins."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.plans import HEAD, written

ERROR = HEAD + "tactics: {t: {}}\n"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Two plans side by side, one with a fault."""
    written(tmp_path / "good", HEAD)
    written(tmp_path / "bad", ERROR)
    return tmp_path


def day(folder: Path, *arguments: str, **environment: str) -> str:
    done = typed(folder, *arguments, "-f", "json", **environment)
    found: str = json.loads(done.out)["as_of"]
    return found


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("-C", "bad", "check"), 1),
        (("check", "-C", "bad"), 1),
        (("-C", "good", "check"), 0),
        (("-C", "good", "check", "-C", "bad"), 1),
        (("-C", "bad", "check", "-C", "good"), 0),
        (("-C", "bad", "check", "."), 1),
        (("-C", "bad", "check", "../good"), 0),
        (("-Cbad", "check"), 1),
        (("-C", "bad", "-C", "good", "check"), 0),
    ],
)
def test_as_if_started_there(plans: Path, arguments: tuple[str, ...], code: int) -> None:
    assert typed(plans, *arguments).code == code


def test_paths_of_reports_are_seen_from_there(plans: Path) -> None:
    assert typed(plans, "-C", "bad", "check", "-f", "json=report.json").code == 1
    assert (plans / "bad/report.json").exists()


@pytest.mark.parametrize("command", ["check", "config", "ls"])
def test_the_day(plans: Path, command: str) -> None:
    bad = plans / "bad"
    assert day(bad, command, ALIGNPLAN_AS_OF="2026-03-01") == "2026-03-01"
    assert day(bad, "--as-of", "2026-04-01", command, ALIGNPLAN_AS_OF="2026-03-01") == "2026-04-01"
    assert day(bad, command, "--as-of", "2026-05-01") == "2026-05-01"
    assert day(bad, "--as-of", "2026-04-01", command, "--as-of=2026-05-01") == "2026-05-01"


@pytest.mark.parametrize("command", ["check", "ls", "config"])
def test_a_day_of_the_environment_that_is_none_is_misuse(plans: Path, command: str) -> None:
    done = typed(plans / "bad", command, ALIGNPLAN_AS_OF="tomorrow")
    assert (done.code, done.err) == (
        2,
        "error: ALIGNPLAN_AS_OF tomorrow: not a day\nhelp: write it as 2026-11-22\n",
    )


def test_an_empty_environment_is_none(plans: Path) -> None:
    assert len(day(plans / "bad", "check", ALIGNPLAN_AS_OF="")) == len("2026-11-22")


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        (("check",), {}, False),
        (("--color", "always", "check"), {}, True),
        (("check", "--color", "always"), {}, True),
        (("--color", "always", "check", "--color", "never"), {}, False),
        (("--color=never", "check", "--color=always"), {"NO_COLOR": "1"}, True),
        (("check",), {"FORCE_COLOR": "1"}, True),
        (("check",), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("check", "--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(plans: Path, arguments: tuple[str, ...], environment: dict[str, str], coloured: bool) -> None:
    done = typed(plans / "bad", *arguments, **environment)
    assert ("\x1b[" in done.out) is coloured
    assert "error[A101]" in done.out


def test_json_has_no_colour(plans: Path) -> None:
    assert "\x1b" not in typed(plans / "bad", "check", "--color", "always", "-f", "json").out


def test_notes_more_or_fewer(plans: Path) -> None:
    good = plans / "good"
    assert typed(good, "check").err == ""
    said = typed(good, "check", "-v").err
    assert said.startswith(f"note: {good}/alignplan.yaml: ")
    assert said.endswith(" rules on 1 file, as of 2026-11-22\n")
    assert typed(good, "-v", "check").err == said
    assert typed(good, "-v", "check", "-q").err == ""
    assert typed(plans / "bad", "ls").err == ""
    assert typed(good, "init", "new", "-q").err == ""


@pytest.mark.parametrize("option", ["--no-pager", "--pager"])
def test_the_pager_is_asked_only_on_a_terminal(plans: Path, option: str) -> None:
    assert typed(plans / "bad", option, "check") == typed(plans / "bad", "check", option)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("-V",),
        ("version",),
        ("--version", "-q"),
        ("-C", ".", "--version"),
        ("-C", ".", "version"),
    ],
)
def test_the_version(plans: Path, arguments: tuple[str, ...]) -> None:
    done = typed(plans, *arguments)
    assert (done.code, done.err) == (0, "")
    assert done.out == "alignplan 0.1.0\n"
