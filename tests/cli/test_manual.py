"""The manual page: all that the help says, in the macros of man(7), the same for the same commands."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.cli.door import typed

from alignplan.cli.app import build
from alignplan.cli.listing import commands
from alignplan.cli.manual import manual
from alignplan.cli.topics import TOPICS
from alignplan.version import VERSION

PAGE = Path(__file__).parents[2] / "docs/man/alignplan.1"


def installed(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def ran(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, input=manual())


def test_it_is_kept_in_the_documentation_and_printed_by_help(tmp_path: Path) -> None:
    done = typed(tmp_path, "help", "--man")
    assert (done.code, done.out, done.err) == (0, manual(), "")
    assert PAGE.read_text(encoding="utf-8") == manual(), "run `python tools/docs/generate.py`"


def test_it_needs_no_encoding_and_fits_its_lines() -> None:
    assert manual().isascii()
    assert manual() == manual()
    assert max(map(len, manual().splitlines())) <= 80
    assert manual().startswith(
        f'.TH ALIGNPLAN 1 "" "alignplan {VERSION}" "User Commands"\n.SH NAME\nalignplan \\- '
    )


def test_no_line_of_text_is_taken_for_a_request() -> None:
    requests = {line.split(" ")[0] for line in manual().splitlines() if line.startswith((".", "'"))}
    assert requests == {".EE", ".EX", ".PP", ".SH", ".SS", ".TH", ".TP"}


@installed("mandoc")
def test_mandoc_has_nothing_against_it_but_that_it_has_no_date() -> None:
    """A date would have to be that of a release, and the page is the same until then."""
    said = ran("mandoc", "-T", "lint").stdout.splitlines()
    assert [line for line in said if "missing date" not in line] == []


@installed("groff")
def test_groff_has_nothing_against_it() -> None:
    done = ran("groff", "-man", "-Tutf8", "-ww", "-z")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@installed("groff")
def test_everything_that_the_help_says_can_be_read() -> None:
    done = ran("groff", "-man", "-Tutf8", "-P-cbou", "-rLL=78n", "-rHY=0")
    assert max(map(len, done.stdout.splitlines())) <= 80
    shown = re.sub(r"\s+", " ", done.stdout)
    whole: Any = build([])
    for entry in commands():
        assert f" alignplan {entry.name}" in shown
        assert f" {entry.summary}" in shown
        assert f" {entry.example} " in shown
        for one in whole.commands[entry.name].params:
            for name in [*one.opts, *one.secondary_opts] if one.param_type_name == "option" else ():
                assert f" {name}" in shown
    for heading in (
        "NAME",
        "SYNOPSIS",
        "OPTIONS",
        "EXIT STATUS",
        "SELECTORS",
        "FORMATS",
        "ENVIRONMENT",
        "EXAMPLES",
    ):
        assert f" {heading} " in shown
    for topic in TOPICS.values():
        for word in topic.partition("\n")[2].replace("`", "").split():
            assert word in shown
