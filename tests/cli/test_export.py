"""`export`: the plan in other formats, to standard output or into a file, never over the plan."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.door import environment, typed
from tests.plans import HEAD, written

from alignplan.catalog import docstring
from alignplan.cli.commands.export import COMMAND
from alignplan.formats.interface import Exported, Exporter, Source, exporters

PLAN = {
    "alignplan.yaml": f"{HEAD}include: [work.yaml]\npeople: {{mia: {{name: Mia, handle: mia}}, tom: Tom}}\n"
    "objectives: {share: {title: Share, owner: mia}}\n",
    "work.yaml": "tactics: {line: {title: Line, supports: share, owner: tom}}\n",
}
HEADER = (
    "# Made by `alignplan export codeowners` from the owners in the plan.\n"
    "# Change `owner` and `handle` there, then make it again.\n\n"
)
LOST = "no handle: tom\n1 file left out: whoever owns something there has no handle\n"


def git(folder: Path, *words: str) -> None:
    named = ["-c", "user.name=Mia", "-c", "user.email=mia@example.org", "-c", "commit.gpgsign=false"]
    kept = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_DATE": "2026-11-01T12:00:00Z"}
    kept["GIT_COMMITTER_DATE"] = kept["GIT_AUTHOR_DATE"]
    subprocess.run(["git", *named, *words], cwd=folder, env=kept, check=True, capture_output=True)


def test_to_standard_output(tmp_path: Path) -> None:
    done = typed(written(tmp_path, PLAN), "export", "codeowners")
    assert (done.code, done.out, done.err) == (0, f"{HEADER}/alignplan.yaml @mia\n", LOST)


def test_paths_are_those_of_the_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    written(tmp_path / "our plans", PLAN)
    assert (
        typed(tmp_path / "our plans", "export", "codeowners").out
        == f"{HEADER}/our\\ plans/alignplan.yaml @mia\n"
    )
    assert typed(tmp_path, "export", "codeowners", "-q").err == ""


def test_into_a_file_and_over_it(tmp_path: Path) -> None:
    written(tmp_path, PLAN)
    for _ in range(2):
        done = typed(tmp_path, "export", "codeowners", "-o", "OWNERS")
        assert (done.code, done.out, done.err) == (0, "", LOST)
        assert (tmp_path / "OWNERS").read_text() == f"{HEADER}/alignplan.yaml @mia\n"


def test_into_a_folder(tmp_path: Path) -> None:
    written(tmp_path, PLAN)
    (tmp_path / ".github").mkdir()
    assert typed(tmp_path, "export", "codeowners", "-o", ".github").code == 0
    assert (tmp_path / ".github/CODEOWNERS").read_text() == f"{HEADER}/alignplan.yaml @mia\n"


@pytest.mark.parametrize("name", ["alignplan.yaml", "work.yaml", "link", "data.csv"])
def test_never_over_a_file_of_the_plan(tmp_path: Path, name: str) -> None:
    series = "kpis: {calls: {unit: x, actuals: data.csv}}\n"
    written(tmp_path, {**PLAN, "work.yaml": PLAN["work.yaml"] + series, "data.csv": "date,value\n"})
    (tmp_path / "link").symlink_to("work.yaml")
    before = (tmp_path / name).read_text()
    done = typed(tmp_path, "export", "codeowners", "-o", name)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"error: {name} is a file of the plan\nhelp: name another file\n"
    assert (tmp_path / name).read_text() == before


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    written(tmp_path, PLAN)
    done = typed(tmp_path, "export", "codeowners", "-o", "no/such/CODEOWNERS")
    assert (done.code, done.err) == (2, "error: cannot write no/such/CODEOWNERS: no such file or directory\n")
    assert typed(tmp_path, "export", "codeowners", "-o", "").err == (
        "error: there is no file after -o\nhelp: write it as -o CODEOWNERS\n"
    )


def test_the_plan_as_it_was(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    written(tmp_path, PLAN)
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "-q", "-m", "one")
    written(tmp_path, {"work.yaml": PLAN["work.yaml"].replace("owner: tom", "owner: mia")})
    assert typed(tmp_path, "export", "codeowners").out == f"{HEADER}/alignplan.yaml @mia\n/work.yaml @mia\n"
    assert typed(tmp_path, "export", "codeowners", "--at", "HEAD").out == f"{HEADER}/alignplan.yaml @mia\n"
    done = typed(tmp_path, "export", "codeowners", "--at", "HEAD", "-o", "work.yaml")
    assert (done.code, done.err) == (2, "error: work.yaml is a file of the plan\nhelp: name another file\n")


def test_of_a_plan_with_errors_what_was_understood(tmp_path: Path) -> None:
    written(tmp_path, {**PLAN, "work.yaml": "tactics: [\n"})
    done = typed(tmp_path, "export", "codeowners")
    assert (done.code, done.out) == (0, f"{HEADER}/alignplan.yaml @mia\n")
    assert done.err.splitlines()[0] == "note: the plan has 1 error; `alignplan check` lists it"


@pytest.mark.parametrize("words", [("owner:mia",), ("--exclude", "share")])
def test_of_the_whole_plan_only(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = typed(written(tmp_path, PLAN), "export", "codeowners", *words)
    assert (done.code, done.err) == (
        2,
        "error: codeowners is of the whole plan\nhelp: leave the selectors out\n",
    )


def test_a_format_that_there_is_not(tmp_path: Path) -> None:
    written(tmp_path, PLAN)
    done = typed(tmp_path, "export", "codeowner")
    assert (done.code, done.err) == (
        2,
        "error: there is no format codeowner to export\nhelp: did you mean codeowners?\n",
    )
    done = typed(tmp_path, "export", "interface")
    assert done.err.startswith("error: there is no format interface to export\nhelp: there is ")
    assert typed(tmp_path, "import", "codeowners", "x", "-o", "y").err.startswith(
        "error: there is no format codeowners to import\n"
    )


def test_the_help_names_every_format_and_what_it_is() -> None:
    import inspect

    (argument,) = (
        inspect.signature(COMMAND.run, eval_str=True).parameters["target_format"].annotation.__metadata__
    )
    assert argument.help == ", ".join(exporters())
    assert all(one.summary in docstring(COMMAND.run).replace("\n", " ") for one in exporters().values())


# ------------------------------------------------------------ what any format may do


def _titles(source: Source) -> Exported:
    return Exported(
        "".join(f"{node.id}\n" for node in source.choice.items()), ("2 dates have no place in it",)
    )


@pytest.fixture
def formats(monkeypatch: pytest.MonkeyPatch) -> None:
    import alignplan.cli.exporting as door

    known = {
        "titles": Exporter("titles", "titles.txt", "ids", _titles),
        "bytes": Exporter("bytes", "plan.bin", "bytes", lambda _: Exported(b"\xff\x00")),
    }
    monkeypatch.setattr(door, "format_named", known.__getitem__)


@pytest.mark.usefixtures("formats")
def test_a_format_of_parts_takes_selectors(tmp_path: Path) -> None:
    done = typed(written(tmp_path, PLAN), "export", "titles", "share+", "--exclude", "share")
    assert (done.code, done.out, done.err) == (0, "line\n", "2 dates have no place in it\n")
    done = typed(tmp_path, "export", "titles", "owner:nobody")
    assert done.code == 2


@pytest.mark.usefixtures("formats")
def test_bytes_go_to_a_file_only(tmp_path: Path) -> None:
    written(tmp_path, PLAN)
    done = typed(tmp_path, "export", "bytes")
    assert (done.code, done.out) == (2, "")
    assert done.err == "error: bytes is not for standard output\nhelp: name a file: -o plan.bin\n"
    assert typed(tmp_path, "export", "bytes", "-o", ".").code == 0
    assert (tmp_path / "plan.bin").read_bytes() == b"\xff\x00"


def test_export_loads_no_other_format(tmp_path: Path) -> None:
    program = (
        "import sys; from alignplan.__main__ import run; run(['export', 'codeowners', '-q'])\n"
        "print([name for name in sys.modules if name.startswith('alignplan.formats.')], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=written(tmp_path, PLAN), env=environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stderr == "['alignplan.formats.interface', 'alignplan.formats.codeowners']\n"
