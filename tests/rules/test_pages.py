"""The docstring of a rule is its page: it has all its parts, and both its examples do what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.rules.harness import check, short, told

from alignplan.diagnostics.report import CheckAnswer
from alignplan.linting.selection import Asked
from alignplan.rules.catalog import FAMILIES, all_rules, page
from alignplan.rules.interface import Reach

_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
CODES = list(all_rules())


def parts(code: str) -> dict[str, str]:
    """The sections of a page; the empty name is what stands before the first heading."""
    pieces = _HEADING.split(page(code))
    return {"": pieces[0], **dict(zip(pieces[1::2], pieces[2::2], strict=True))}


def example(code: str, part: str) -> dict[str, str]:
    """The plan in a section of a page, by file: the root, then blocks that begin with `# file: NAME`."""
    files: dict[str, str] = {}
    for block in _BLOCK.findall(parts(code)[part]):
        named = re.match(r"# file: (\S+)\n", block)
        files[named[1] if named else "alignplan.yaml"] = block[named.end() :] if named else block
    return files


def judged(code: str, part: str, folder: Path) -> CheckAnswer:
    """What is said of the plan in a section; the one under *Before*, where there is one, was committed."""
    before = example(code, "Before") if "Before" in parts(code) else None
    return check(example(code, part), folder, Asked(extend_select=(code,)), before)


@pytest.mark.parametrize("code", CODES)
def test_a_page_begins_with_a_sentence(code: str) -> None:
    first, _, rest = parts(code)[""].partition("\n")
    assert re.fullmatch(r"[A-Z`].*\.", first), first
    assert rest.startswith("\n"), "an empty line follows the first sentence"
    assert len(rest.split()) >= 25, "what it does, why it matters, how it judges"


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_an_example_and_the_same_mended(code: str) -> None:
    past = ["Before"] if all_rules()[code].reach is Reach.PAST else []
    assert list(parts(code)) in (["", *past, "Example", "Mended"], ["", *past, "Example", "Mended", "Fix"])
    assert example(code, "Example")
    assert example(code, "Mended")
    assert example(code, "Example") != example(code, "Mended")


@pytest.mark.parametrize("code", CODES)
def test_a_page_states_every_threshold(code: str) -> None:
    for name, value in all_rules()[code].thresholds.items():
        key = f"`{code}.{name}`" if name else f"`{code}`"
        assert key in parts(code)[""], f"threshold {key} is not named"
        assert f"{value:g}" in parts(code)[""], f"the default of {key} is not stated"


@pytest.mark.parametrize("code", CODES)
def test_the_example_gives_this_finding_and_no_other(code: str, tmp_path: Path) -> None:
    answer = judged(code, "Example", tmp_path)
    assert {finding.code for finding in answer.findings} == {code}, told(answer.findings)


@pytest.mark.parametrize("code", CODES)
def test_the_mended_example_gives_no_finding(code: str, tmp_path: Path) -> None:
    answer = judged(code, "Mended", tmp_path)
    assert not answer.findings, told(answer.findings)


@pytest.mark.parametrize("code", CODES)
def test_a_finding_says_what_to_do(code: str, tmp_path: Path) -> None:
    for finding in judged(code, "Example", tmp_path).findings:
        assert finding.message, short(finding)
        assert finding.help, short(finding)
        assert not finding.message.endswith("."), finding.message
        # Of what cannot be read there is nothing to show.
        assert finding.excerpt is not None or code == "E001", short(finding)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_stands_in_the_folder_of_its_family(code: str) -> None:
    assert code[0] in FAMILIES
    assert re.fullmatch(r"[A-Z]\d{3}", code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", all_rules()[code].name)


def test_names_are_told_apart() -> None:
    names = [rule.name for rule in all_rules().values()]
    assert sorted(set(names)) == sorted(names)
