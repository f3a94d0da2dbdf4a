"""What the page about CI tells people to copy: workflows that are sound, steps that do what the page says."""

from __future__ import annotations

import base64
import gzip
import os
import re
import subprocess
import textwrap
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.integrations.runner import Job
from tests.integrations.test_action import ACTION
from tests.integrations.tools import PROJECT, needed
from tools.docs.markdown import blocks

PAGE = (PROJECT / "docs/ci.md").read_text(encoding="utf-8")
BLOCKS = [block for block in blocks(PAGE) if block.language in ("yaml", "yml")]
(WORKFLOW,) = [block.text for block in BLOCKS if "\njobs:" in block.text]


def step(name: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = [
        step for block in BLOCKS if block.text.startswith("- name:") for step in yaml.safe_load(block.text)
    ]
    (wanted,) = [step for step in found if step["name"] == name]
    return wanted


def whole(name: str = "", permission: str = "") -> str:
    """The workflow of the page with a step behind the action, as somebody would put it there."""
    text = WORKFLOW.replace("@COMMIT", f"@{'0' * 40}")
    if name:
        (block,) = [block.text for block in BLOCKS if block.text.startswith(f"- name: {name}\n")]
        text = re.sub(
            r"^( +)contents: read.*$",
            rf"\g<0>\n\1{permission} # for the step below",
            text,
            flags=re.MULTILINE,
        )
        text = text.replace(
            "        with:\n          path", "        id: plan\n        with:\n          path"
        )
        text += textwrap.indent(block, " " * 6)
    return text


@pytest.mark.parametrize(
    "text",
    [whole(), whole("Comment", "pull-requests: write"), whole("Upload", "security-events: write")],
    ids=["alone", "comment", "code scanning"],
)
def test_a_workflow_of_the_page_is_sound(tmp_path: Path, text: str) -> None:
    path = tmp_path / ".github/workflows/plan.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    ran = subprocess.run(
        [needed("zizmor"), "--offline", "--no-progress", "--color", "never", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout.strip()) == (0, "No findings to report. Good job!")
    validate = [needed("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", str(path)]
    assert subprocess.run(validate, capture_output=True, check=False).returncode == 0


def test_the_page_pins_what_the_project_pins() -> None:
    used = re.findall(r"uses: (actions/\S+ # \S+)", PAGE)
    own = re.findall(r"uses: (\S+ # \S+)", (PROJECT / ".github/workflows/ci.yml").read_text())
    assert used
    assert set(used) <= set(own)


def test_the_page_tells_of_every_input() -> None:
    table = re.findall(r"^\| `([\w-]+)` \|", PAGE, re.MULTILINE)
    assert set(ACTION["inputs"]) <= set(table)
    assert "`comment`" in PAGE


def test_the_hooks_of_the_page_are_there() -> None:
    (text,) = [block.text for block in BLOCKS if block.title == ".pre-commit-config.yaml"]
    known = {hook["id"] for hook in yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text())}
    (repo,) = yaml.safe_load(text)["repos"]
    assert {hook["id"] for hook in repo["hooks"]} == known


def test_the_job_of_the_page_for_gitlab_steers_the_template() -> None:
    (text,) = [block.text for block in BLOCKS if block.title == ".gitlab-ci.yml"]
    known = yaml.safe_load((PROJECT / "ci/gitlab/alignplan.yml").read_text())["alignplan"]["variables"]
    assert set(yaml.safe_load(text)["alignplan"]["variables"]) <= set(known)


# ------------------------------------------------------------ the steps, with a `gh` that only writes down what it is asked

GH = """\
#!/bin/sh
printf '%s\\n' "$*" >>"$ASKED"
case "$*" in
  *--jq*) printf '%s' "$LAST" ;;
  *body=@*) cat "${COMMENT}" >>"$ASKED" ;;
esac
"""


def run(tmp_path: Path, wanted: dict[str, Any], **environment: str) -> list[str]:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/gh").write_text(GH)
    (tmp_path / "bin/gh").chmod(0o755)
    surroundings = {
        "ASKED": str(tmp_path / "asked"),
        "GITHUB_REF": "refs/pull/7/merge",
        "GITHUB_REPOSITORY": "northwind/plan",
        "GITHUB_SHA": "1" * 40,
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        **environment,
    }
    context = {
        "github.event.pull_request.number": "7",
        "steps.plan.outputs.comment": str(tmp_path / "comment.md"),
    }
    (tmp_path / "checkout").mkdir(exist_ok=True)
    job = Job(tmp_path / "checkout", tmp_path / "runner", context, surroundings)
    ran = job.run([{name: value for name, value in wanted.items() if name != "if"}])
    assert ran.code == 0, ran.err
    return (tmp_path / "asked").read_text().splitlines()


def test_the_first_comment_is_posted(tmp_path: Path) -> None:
    asked = run(tmp_path, step("Comment"), LAST="")
    assert asked[0].startswith("api --paginate repos/northwind/plan/issues/7/comments --jq ")
    assert asked[1:] == [f"pr comment 7 --body-file {tmp_path}/comment.md"]


def test_the_next_one_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "comment.md").write_text("<!-- alignplan diff -->\n")
    asked = run(tmp_path, step("Comment"), LAST="11\n23\n")
    assert asked[1:] == [
        f"api --silent -X PATCH repos/northwind/plan/issues/comments/23 -F body=@{tmp_path}/comment.md",
        "<!-- alignplan diff -->",
    ]


def test_a_comment_is_found_by_the_line_that_the_action_writes_and_only_on_own_pull_requests() -> None:
    (marker,) = re.findall(r'startswith\("(<!--.*?-->)"\)', step("Comment")["run"])
    assert f"'{marker}'" in (PROJECT / "action.yml").read_text()
    assert "github.event.pull_request.head.repo.full_name == github.repository" in step("Comment")["if"]


def test_code_scanning_gets_the_file_packed(tmp_path: Path) -> None:
    (tmp_path / "checkout").mkdir()
    (tmp_path / "checkout/alignplan.sarif").write_text('{"version": "2.1.0"}')
    asked = run(tmp_path, step("Upload"))
    assert asked == [
        "api --silent repos/northwind/plan/code-scanning/sarifs "
        f"-f commit_sha={'1' * 40} -f ref=refs/pull/7/merge -F sarif=@alignplan.sarif.txt"
    ]
    packed = (tmp_path / "checkout/alignplan.sarif.txt").read_bytes()
    assert gzip.decompress(base64.b64decode(packed)) == b'{"version": "2.1.0"}'
