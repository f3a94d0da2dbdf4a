"""Where a report goes, in which format, and what is refused."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.plans import written
from tests.report.pages import by_id, read
from tests.report.plans import filled

from alignplan.cli.reporting.past import month_before
from alignplan.output.markdown_report import LIMIT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path, filled())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ((), "report.html"),
        (("--document",), "plan.html"),
        (("-o", "a.htm"), "a.htm"),
        (("-o", "a.md"), "a.md"),
        (("-o", "a.MARKDOWN"), "a.MARKDOWN"),
        (("-f", "markdown"), "report.md"),
        (("-f", "json", "--document"), "plan.json"),
        (("-o", "page", "-f", "html"), "page"),
    ],
)
def test_the_name_and_the_format_go_together(folder: Path, options: tuple[str, ...], name: str) -> None:
    done = typed(folder, "report", *options)
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines()[-1] == f"wrote {name}, as of 2026-11-22"
    begins = {"html": "<!DOCTYPE", "htm": "<!DOCTYPE", "page": "<!DOCTYPE", "json": "{"}.get(
        name.rpartition(".")[2], "# "
    )
    assert (folder / name).read_text("utf-8").startswith(begins)
    assert names(folder) == sorted(["alignplan.yaml", name])


def test_into_a_folder_it_has_its_usual_name(folder: Path) -> None:
    (folder / "out").mkdir()
    assert typed(folder, "report", "-o", "out").err.splitlines()[-1].startswith("wrote out/report.html, ")


def test_to_standard_output(folder: Path) -> None:
    done = typed(folder, "report", "-f", "markdown", "-o", "-")
    assert (done.code, done.out[:14]) == (0, "# Northwind\n\n*")
    assert names(folder) == ["alignplan.yaml"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("-o", "alignplan.yaml", "-f", "html"),
            "error: alignplan.yaml is a file of the plan\nhelp: name another file\n",
        ),
        (
            ("-o", "alignplan-baseline.json"),
            "error: alignplan-baseline.json is a file of the plan\nhelp: name another file\n",
        ),
        (("-o", ""), "error: there is no file after -o\nhelp: write it as -o report.html\n"),
        (("-f", "htlm"), "error: unknown format `htlm` of a report\nhelp: did you mean `html`?\n"),
        (("-o", "no/where.html"), "error: cannot write no/where.html: no such file or directory\n"),
    ],
)
def test_what_is_refused(folder: Path, options: tuple[str, ...], said: str) -> None:
    done = typed(folder, "report", "-q", *options)
    assert (done.code, done.out, done.err) == (2, "", said)
    assert names(folder) == ["alignplan.yaml"]


def test_a_name_that_says_no_format_is_refused(folder: Path) -> None:
    done = typed(folder, "report", "-o", "report.docx")
    assert done.code == 2
    first, second = done.err.splitlines()
    assert first == "error: the name report.docx says no format of a report"
    assert second.startswith("help: name one that ends in ")
    assert ".html" in second


# ------------------------------------------------------------ git


def git(folder: Path, day: str, *words: str) -> None:
    named = ["-c", "user.name=Mia", "-c", "user.email=mia@example.org", "-c", "commit.gpgsign=false"]
    dates = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    subprocess.run(["git", *named, *words], cwd=folder, check=True, capture_output=True,
                   env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, **dates})  # fmt: skip


def committed(folder: Path, day: str, text: str) -> None:
    written(folder, text)
    git(folder, day, "add", "alignplan.yaml")
    git(folder, day, "commit", "-q", "-m", "the plan")


def test_what_changed_in_a_month_comes_from_git(tmp_path: Path) -> None:
    git(tmp_path, "2026-09-01", "init", "-q")
    committed(tmp_path, "2026-09-01", filled().replace("progress: 40%", "progress: 10%"))
    committed(tmp_path, "2026-11-20", filled())
    assert typed(tmp_path, "report").code == 0
    page = read((tmp_path / "report.html").read_text("utf-8"))
    assert "As of 2026-11-22 · Commit " in page.text
    changes = by_id(page, "changes")
    lead = next(changes.all("p")).text
    assert lead.startswith("Since 2026-10-22, as the plan was in ")
    assert lead.endswith(" of 2026-09-01. 1 changed, 2 solved.")
    rows = {row.children[0].text: [cell.text for cell in row.children[1:]] for row in changes.all("tr")}
    assert rows["the plan"][:2] == ["2026-10-22", "2026-11-22"]
    assert rows["how much is done"] == ["46 %", "64 %", "better"]
    assert "progress 10% → 40%" in changes.text


def test_without_a_commit_a_month_ago_nothing_is_said_of_changes(tmp_path: Path) -> None:
    git(tmp_path, "2026-11-20", "init", "-q")
    committed(tmp_path, "2026-11-20", filled())
    written(tmp_path, filled().replace("40%", "60%"))
    typed(tmp_path, "report")
    page = read((tmp_path / "report.html").read_text("utf-8"))
    assert "changes" not in [tag.attributes["id"] for tag in page.all("section")]
    assert ", with changes that are not committed" in page.text


def test_the_report_of_a_revision(tmp_path: Path) -> None:
    git(tmp_path, "2026-09-01", "init", "-q")
    committed(tmp_path, "2026-09-01", filled())
    committed(tmp_path, "2026-11-20", filled().replace("Northwind", "Southwind"))
    done = typed(tmp_path, "report", "--at", "HEAD~1", ALIGNPLAN_AS_OF="")
    assert done.err.splitlines()[-1].endswith(", as of 2026-09-01")
    page = read((tmp_path / "report.html").read_text("utf-8"))
    assert [tag.text for tag in page.all("h1")] == ["Northwind"]
    assert "Commit HEAD~1 (" in page.text


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2026-11-22", "2026-10-22"),
        ("2026-03-31", "2026-02-28"),
        ("2026-01-05", "2025-12-05"),
        ("0001-01-09", "0001-01-01"),
    ],
)
def test_a_month_before(day: str, before: str) -> None:
    from datetime import date

    assert month_before(date.fromisoformat(day)).isoformat() == before


# ------------------------------------------------------------ markdown


def test_markdown_has_tables_first_and_charts_behind_them(folder: Path) -> None:
    typed(folder, "report", "-o", "r.md")
    text = (folder / "r.md").read_text("utf-8")
    assert text.startswith("# Northwind\n\n**Northwind Foods**\n\nEverybody eats it\n\nAs of 2026-11-22.\n")
    assert "| &emsp;New line | line | ▲ at risk | 64 % | 90 % | 2026-12-31 | Tom |\n" in text
    assert text.index("## Charts") > text.index("## What the figures mean")
    assert text.count("```mermaid\n") == text.count("\n```\n")
    assert text.index("```mermaid") > text.rindex("| --- |")


def test_markdown_stays_within_what_a_comment_holds_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    tactics = "".join(
        f"  t{at}: {{title: Tactic number {at}, supports: share, due: 2026-12-31}}\n" for at in range(900)
    )
    plan = f"alignplan: 1\nplan: {{title: Large}}\nobjectives: {{share: Share}}\ntactics:\n{tactics}"
    done = typed(written(tmp_path, plan), "report", "-o", "r.md")
    text = (tmp_path / "r.md").read_text("utf-8")
    assert len(text.encode()) <= LIMIT
    last = text.rstrip("\n").splitlines()[-1]
    assert last.startswith("Not here for want of room: ")
    assert "rows of long tables" in last
    assert done.err.splitlines()[-1].startswith("left out for want of room: ")


def test_texts_in_markdown_are_no_markup(tmp_path: Path) -> None:
    plan = 'alignplan: 1\nplan: {title: "# A <b> | `x`", organization: "[x](http://evil.example)"}\n'
    typed(written(tmp_path, plan), "report", "-o", "r.md")
    lines = (tmp_path / "r.md").read_text("utf-8").splitlines()
    assert lines[0] == "# \\# A &lt;b&gt; \\| \\`x\\`"
    assert lines[2] == "**\\[x\\](http\\://evil.example)**"
