"""Whatever lies in a plan's folder gives one clear finding with its place: no traceback, no waiting, nothing from outside."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from alignplan import open_plan
from alignplan.linting.selection import Asked

HEAD = b"alignplan: 1\nplan: {title: P}\n"
SECRET = "values: {secret: The secret beside the plan}\n"


def told(folder: Path) -> list[str]:
    """Every finding of E as `path:line:column: code message`. A text that is read for ever is a test that never ends."""
    answer = open_plan(folder, as_of=date(2026, 11, 22)).check(Asked(select=("E",)))
    shown = {line for found in answer.findings if found.excerpt is not None for line in found.excerpt.lines}
    assert not any("The secret beside" in line for line in shown)
    return [
        f"{found.spot.path}:{found.spot.line}:{found.spot.column}: {found.code} {found.message}"
        for found in answer.findings
    ]


def written(folder: Path, content: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "alignplan.yaml").write_bytes(content)
    return folder


def bomb(levels: int) -> bytes:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, levels)]
    return HEAD + b"x-bomb:\n" + "".join(f"  {line}\n" for line in lines).encode()


def merges(levels: int) -> bytes:
    lines = ["m0: &m0 {a: 1}"]
    lines += [f"m{at}: &m{at} {{<<: [{', '.join([f'*m{at - 1}'] * 9)}]}}" for at in range(1, levels)]
    return HEAD + b"x-bomb:\n" + "".join(f"  {line}\n" for line in lines).encode()


TEXTS = {
    "alias bomb": (bomb(12), ["alignplan.yaml:9:12: E012 aliases stand for more than 100,000 values"]),
    "merge bomb": (
        merges(4),
        [f"alignplan.yaml:{line}:12: E012 merge keys (`<<`) are not read" for line in (5, 6, 7)],
    ),
    "circle of aliases": (
        HEAD + b"values: &v {a: {notes: [*v]}}\n",
        ["alignplan.yaml:3:25: E012 the alias `*v` stands inside its own anchor"],
    ),
    "dashes": (HEAD + b"values: \n  " + b"- " * 30_000, ["alignplan.yaml:4:129: E012 nested more than 64 levels deep"]),
    "one key after another": (
        HEAD + b"values:\n  a: 1\n  a: 2\n",
        ["alignplan.yaml:5:3: E003 the key `a` stands twice"],
    ),
    "tab": (HEAD + b"values:\n\ta: A\n", ["alignplan.yaml:4:1: E002 not valid YAML: a tab in the indentation"]),
    "tag": (
        HEAD + b"values: {a: !!python/object/apply:os.system [id]}\n",
        ["alignplan.yaml:3:13: E012 tags (`tag:yaml.org,2002:python/object/apply:os.system`) are not read"],
    ),
    "undefined anchor": (HEAD + b"values: {a: *b}\n", ["alignplan.yaml:3:13: E002 the alias `*b` has no anchor before it"]),
    "double anchor": (
        HEAD + b"values: {a: &x A, b: &x B}\n",
        ["alignplan.yaml:3:22: E002 the anchor `&x` stands twice"],
    ),
    "second document": (HEAD + b"---\nvalues: 1\n", ["alignplan.yaml:3:1: E002 a second document begins here"]),
    "text after the end": (
        HEAD + b"...\nvalues: 1\n",
        ["alignplan.yaml:4:1: E002 not valid YAML: the plan has ended before this line"],
    ),
    "utf-16": (HEAD.decode().encode("utf-16"), ["alignplan.yaml:1:1: E001 the file is UTF-16, not UTF-8"]),
    "latin-1": (HEAD + b"values: {a: \xe4}\n", ["alignplan.yaml:3:13: E001 byte 0xe4 is not UTF-8"]),
    "zero byte": (
        HEAD + b"values: {a: \0}\n",
        ["alignplan.yaml:3:13: E002 the character U+0000 cannot stand in a plan file"],
    ),
    "escape": (
        HEAD + b'values: {a: "\x1b[0m"}\n',
        ["alignplan.yaml:3:14: E002 the character U+001B cannot stand in a plan file"],
    ),
    "hidden line": (
        HEAD + "values: {a: A}  # x\u2028b: B\n".encode(),
        ["alignplan.yaml:3:20: E002 the character U+2028 ends a line for some programs only"],
    ),
    "byte order mark": (b"\xef\xbb\xbf" + HEAD, []),
    "crlf": (HEAD.replace(b"\n", b"\r\n"), []),
    "no end of line": (HEAD.rstrip(), []),
    "nothing": (b"", ["alignplan.yaml:1:1: E005 the file has no plan in it"]),
    "comments alone": (b"# a\n# b\n", ["alignplan.yaml:1:1: E005 the file has no plan in it"]),
    "null": (b"null\n", ["alignplan.yaml:1:1: E005 the file has no plan in it"]),
    "a word": (b"plan\n", ["alignplan.yaml:1:1: E006 a plan file is a mapping of sections, this one is not"]),
    "a list": (b"- plan\n", ["alignplan.yaml:1:1: E006 a plan file is a mapping of sections, this one is not"]),
    "words of other versions": (HEAD + b"values: {no: no, 012: 012, 1e3: 1:30, 1.10: 1.10, 2024-01-01: ~}\n", []),
    "a time as an id": (HEAD + b"values: {1:30: A}\n", ["alignplan.yaml:3:10: E006 `1:30` cannot be an id"]),
    "days that are none": (
        HEAD + b"objectives:\n  a: {due: 0}\n  b: {due: 86400}\n  c: {due: 2026-02-30}\n  d: {due: 2026-11-22T10:00}\n",
        [
            "alignplan.yaml:4:12: E007 `0` is not a date or period",
            "alignplan.yaml:5:12: E007 `86400` is not a date or period",
            "alignplan.yaml:6:12: E007 `2026-02-30` is not a date or period",
            "alignplan.yaml:7:12: E007 `2026-11-22T10:00` is not a date or period",
        ],
    ),
    "numbers that are none": (
        HEAD + b"kpis:\n  a: {target: .nan}\n  b: {target: -.inf}\n  c: {target: 0xff}\n  d: {target: 1_000}\n",
        [
            "alignplan.yaml:4:15: E006 `.nan` is not a number",
            "alignplan.yaml:5:15: E006 `-.inf` is not a number",
            "alignplan.yaml:6:15: E006 `0xff` is not a number",
            "alignplan.yaml:7:15: E006 `1_000` is not a number",
        ],
    ),
    "a number of 5,000 digits": (
        HEAD + b"kpis: {a: {target: " + b"9" * 5000 + b"}}\n",
        ["alignplan.yaml:3:20: E006 `" + "9" * 57 + "…` is not a number"],
    ),
    "the ends of time": (HEAD + b"objectives: {a: {start: 0001-01-01, due: 9999-12-31}, b: {start: 0001, due: 9999-Q4}}\n", []),
}  # fmt: skip


def test_very_many_brackets_end_at_once(tmp_path: Path) -> None:
    """Where they are too many depends on how far libyaml looks ahead: at the 65th, or at its own limit."""
    found = told(written(tmp_path / "plan", HEAD + b"values: " + b"[" * 100_000))
    places = [f"alignplan.yaml:3:{column}: E012 nested more than 64 levels deep" for column in (72, 1008)]
    assert len(found) == 1
    assert found[0] in places


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_gives_clear_findings(name: str, tmp_path: Path) -> None:
    content, wanted = TEXTS[name]
    assert told(written(tmp_path / "plan", content)) == wanted


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    folder = written(tmp_path / "plan", HEAD)
    with (folder / "alignplan.yaml").open("wb") as handle:
        handle.truncate(4 << 30)
    [line] = told(folder)
    assert line.startswith(
        "alignplan.yaml:1:1: E001 `alignplan.yaml` cannot be read: it has 4,294,967,296 bytes, "
    )
    assert line.endswith("more than the 16,777,216 that are read")


def test_what_is_no_file_never_blocks(tmp_path: Path) -> None:
    folder = written(tmp_path / "plan", HEAD + b"include: ['*.yaml', pipe.yaml]\n")
    os.mkfifo(folder / "pipe.yaml")
    (folder / "folder.yaml").mkdir()
    assert told(folder) == ["alignplan.yaml:3:11: E001 `pipe.yaml` cannot be read: it is not a regular file"]


def test_a_root_that_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "alignplan.yaml").mkdir()
    assert told(tmp_path) == ["alignplan.yaml:1:1: E001 `alignplan.yaml` cannot be read: it is a folder"]


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path / "plan", HEAD + b"include: [gone.yaml]\n")
    (folder / "gone.yaml").symlink_to(folder / "nothing.yaml")
    assert told(folder) == ["alignplan.yaml:3:11: E001 `gone.yaml` cannot be read: there is no such file"]


def test_a_root_that_leads_out_of_its_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_bytes(HEAD + SECRET.encode() + b"unknown: The secret beside the plan\n")
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "alignplan.yaml").symlink_to(tmp_path / "secret.yaml")
    message = "`alignplan.yaml` cannot be read: it leads out of the plan's folder"
    assert told(folder) == [f"alignplan.yaml:1:1: E001 {message}"]
    assert "secret" not in open_plan(folder, as_of=date(2026, 11, 22)).graph


def test_a_root_that_leads_to_a_file_of_its_folder_is_read(tmp_path: Path) -> None:
    folder = written(tmp_path / "plan", HEAD + b"values: {own: O}\n")
    (folder / "alignplan.yaml").rename(folder / "main.yaml")
    (folder / "alignplan.yaml").symlink_to("main.yaml")
    assert told(folder) == []
    assert "own" in open_plan(folder, as_of=date(2026, 11, 22)).graph


@pytest.mark.skipif(os.geteuid() == 0, reason="everything may be read")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path / "plan", HEAD + b"include: [a.yaml]\n")
    (folder / "a.yaml").write_text("values: {a: A}\n")
    (folder / "a.yaml").chmod(0)
    assert told(folder) == ["alignplan.yaml:3:11: E001 `a.yaml` cannot be read: permission denied"]


def link_file(folder: Path) -> None:
    (folder / "a.yaml").symlink_to(folder.parent / "secret.yaml")


def link_folder(folder: Path) -> None:
    (folder / "out").symlink_to(folder.parent, target_is_directory=True)


def link_loop(folder: Path) -> None:
    for name in ("one", "two"):
        (folder / name).symlink_to(folder, target_is_directory=True)
    (folder / "b.yaml").write_text("values: {b: B}\n")


LEADS_OUT = "leads out of the plan's folder"
OUTSIDE: dict[str, tuple[bytes, Callable[[Path], None] | None, list[str]]] = {
    "a parent": (b"['../secret.yaml']", None, [f"alignplan.yaml:3:11: E011 `../secret.yaml` {LEADS_OUT}"]),
    "a parent by a glob": (b"['../*.yaml']", None, [f"alignplan.yaml:3:11: E011 `../*.yaml` {LEADS_OUT}"]),
    "an absolute path": (b"[/etc/passwd]", None, [f"alignplan.yaml:3:11: E011 `/etc/passwd` {LEADS_OUT}"]),
    "a link to a file": (b"[a.yaml]", link_file, [f"alignplan.yaml:3:11: E011 `a.yaml` {LEADS_OUT}"]),
    "a link to a file by a glob": (
        b"['*.yaml']",
        link_file,
        [f"alignplan.yaml:3:11: E011 `a.yaml` {LEADS_OUT}"],
    ),
    "a link to a folder": (
        b"[out/secret.yaml]",
        link_folder,
        [f"alignplan.yaml:3:11: E011 `out/secret.yaml` {LEADS_OUT}"],
    ),
    "a link to a folder by a glob": (
        b"['**/secret.yaml']",
        link_folder,
        ["alignplan.yaml:3:11: E011 `**/secret.yaml` matches no file"],
    ),
    "links that run in circles": (b"['**/*.yaml']", link_loop, []),
    "a series": (
        b"[]\nkpis: {a: {actuals: ../secret.yaml}}",
        None,
        [f"alignplan.yaml:4:21: E014 `../secret.yaml` {LEADS_OUT}"],
    ),
    "a series that no file can be called": (
        b'[]\nkpis: {a: {actuals: "a\\0b.csv"}}',
        None,
        [f"alignplan.yaml:4:21: E014 `a\0b.csv` {LEADS_OUT}"],
    ),
    "a series by a link": (
        b"[]\nkpis: {a: {actuals: a.yaml}}",
        link_file,
        [f"alignplan.yaml:4:21: E014 `a.yaml` {LEADS_OUT}"],
    ),
}


@pytest.mark.parametrize("name", OUTSIDE)
def test_nothing_outside_the_folder_is_read(name: str, tmp_path: Path) -> None:
    include, arrange, wanted = OUTSIDE[name]
    (tmp_path / "secret.yaml").write_text(SECRET)
    folder = written(tmp_path / "plan", HEAD + b"include: " + include + b"\n")
    if arrange is not None:
        arrange(folder)
    assert told(folder) == wanted


MANY = {
    "faults of the text": (b"values: [" + b"!a b," * 100_000 + b"]\n", "E012"),
    "keys that stand twice": (b"values:\n" + b"  a: A\n" * 200_000, "E003"),
    "unknown keys": (b"values:\n  a:\n" + b"".join(b"    k%d: x\n" % at for at in range(20_000)), "E004"),
    "unknown sections": (b"".join(b"k%d: x\n" % at for at in range(20_000)), "E004"),
    "ids that are none": (b"values:\n" + b"".join(b"  A%d: x\n" % at for at in range(20_000)), "E006"),
}


@pytest.mark.parametrize("name", MANY)
def test_of_very_many_faults_the_first_thousand_are_told(name: str, tmp_path: Path) -> None:
    content, code = MANY[name]
    found = told(written(tmp_path / "plan", HEAD + content))
    assert len(found) == 1001
    assert {line.split(" ")[1] for line in found[:-1]} == {code}
    assert sum("more than 1,000 faults in one file" in line for line in found) == 1


def test_many_unknown_references_are_all_told_in_time(tmp_path: Path) -> None:
    lines = b"".join(b"  t%d: {title: T, supports: o%dx}\n" % (at, at) for at in range(5_000))
    objectives = b"".join(b"  o%d: O\n" % at for at in range(5_000))
    found = told(written(tmp_path / "plan", HEAD + b"tactics:\n" + lines + b"objectives:\n" + objectives))
    assert len(found) == 5_000
    assert found[0] == "alignplan.yaml:4:28: E009 `o0x` is not in the plan"
