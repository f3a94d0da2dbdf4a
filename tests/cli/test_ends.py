"""How every run ends: 0, 1, 2, 3 or 130, whatever the format; never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from tests.cli.door import COMMAND, environment, started, typed
from tests.plans import HEAD, written

from alignplan.rules.catalog import all_rules

CLEAN = HEAD
WARNING = HEAD + "values: {v: {}}\nobjectives: {o: {owner: mia, due: 2026}}\npeople: {mia: {}}\n"
ERROR = HEAD + "tactics: {t: {}}\n"
BROKEN = "alignplan: 1\nplan: {title: [x\n"


def crashing(*_: object) -> NoReturn:
    raise IndexError("list index out of range")


@pytest.mark.parametrize("output", ["full", "concise", "json"])
@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (CLEAN, "", 0),
        (WARNING, "", 0),
        (WARNING, "--fail-on warning", 1),
        (WARNING, "--fail-on info", 1),
        (WARNING, "--fail-on never", 0),
        (ERROR, "", 1),
        (ERROR, "--fail-on never", 0),
        (ERROR, "--ignore A,T", 0),
        (ERROR, "--select T302", 0),
        (ERROR, "--select T302 --fail-on warning", 1),
        (ERROR, "--strict", 1),
        (BROKEN, "", 1),
        (BROKEN, "--select A101", 1),
        ("", "", 1),
        ("alignplan: 2\nplan: {title: x}\n", "", 1),
        (HEAD + "lint: {select: A999}\n", "", 1),
        (ERROR, "--fail-on grave", 2),
        (ERROR, "--select A999", 2),
        (ERROR, "nowhere", 2),
    ],
)
def test_check(tmp_path: Path, text: str, arguments: str, code: int, output: str) -> None:
    done = typed(written(tmp_path, text), "check", *arguments.split(), "-f", output)
    assert done.code == code
    assert "Traceback" not in done.err
    assert bool(done.err) is (code == 2)
    assert bool(done.out) is (code != 2)


@pytest.mark.parametrize("output", [(), ("-f", "concise"), ("-f", "json")])
def test_a_bug_of_ours_is_3_and_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: tuple[str, ...]
) -> None:
    rules = all_rules()
    monkeypatch.setitem(rules, "A101", replace(rules["A101"], find=crashing))
    done = typed(written(tmp_path, ERROR), "check", "--fail-on", "never", *output)
    assert done.code == 3
    assert done.err == (
        "internal error: the rule A101 failed: IndexError: list index out of range; please report it with what "
        "ALIGNPLAN_DEBUG=1 prints: https://github.com/alignplan/alignplan/issues\n"
    )
    assert "X999" in done.out
    assert "T302" in done.out


def test_the_traceback_of_a_bug_comes_when_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = all_rules()
    monkeypatch.setitem(rules, "A101", replace(rules["A101"], find=crashing))
    done = typed(written(tmp_path, ERROR), "check", ALIGNPLAN_DEBUG="1")
    assert done.code == 3
    assert done.err.startswith("Traceback (most recent call last):\n")
    assert done.err.count("\ninternal error: ") == 1


def test_a_bug_anywhere_else_is_3_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignplan.cli.help.overview", crashing)
    done = typed(tmp_path, "help")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("internal error: IndexError: list index out of range; ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "says", "helps"),
    [
        ("chekc", "there is no command `chekc`", "did you mean `check`?"),
        ("frobnicate", "there is no command `frobnicate`", "`alignplan --help` lists them"),
        ("check --strct", "there is no option `--strct`", "did you mean `--strict`?"),
        ("--verbos", "there is no option `--verbos`", "did you mean `--verbose`?"),
        ("check -Z", "there is no option `-Z`", "`alignplan check --help` lists what there is"),
        ("check -f", "option `-f` requires an argument", "`alignplan check --help` lists what there is"),
        ("check -f jsn", "unknown output format `jsn`", "did you mean `json`?"),
        ("check -f html", "unknown output format `html`", "there are concise, full, github, gitlab, grouped, json, json-lines, junit, markdown, rdjson, sarif"),
        ("check -f json -f full", "json and full cannot both go to standard output", "write FORMAT=FILE for one of them"),
        ("check -f json=", "there is no file after the `=`", "write it as json=findings.json"),
        ("check -f json=a -f full=a", "two formats would go to a", "name a file for each"),
        ("check -f json=alignplan.yaml", "alignplan.yaml is a file of the plan", "name another file for the report"),
        ("check -f json=./ops/../alignplan.yaml", "./ops/../alignplan.yaml is a file of the plan", "name another file for the report"),
        ("check -f json=no/such/x", "cannot write no/such/x: no such file or directory", ""),
        ("check -f json=/dev/full", "cannot write /dev/full: no space left on device", ""),
        ("check --select orphan-tactics", "there is no rule orphan-tactics", "did you mean orphan-tactic?"),
        ("check --fail-on bad", "--fail-on bad: no such severity", "write one of error, warning, info, never"),
        ("check --as-of soon", "--as-of soon: not a day", "write it as 2026-11-22"),
        ("--as-of 2026-02-30 check", "--as-of 2026-02-30: not a day", "write it as 2026-11-22"),
        ("check --color pink", "--color pink: no such choice", "write auto, always or never"),
        ("-C nowhere check", "-C nowhere: no such file or directory", ""),
        ("-C alignplan.yaml check", "-C alignplan.yaml: not a directory", ""),
        ("check nowhere", "there is no nowhere", "name a folder with an alignplan.yaml, or a file of such a plan"),
        ("check README.md", "README.md is no part of the plan", "alignplan.yaml does not include it"),
        ("version extra", "got unexpected extra argument(s) (extra)", "`alignplan version --help` lists what there is"),
        ("rule Z999", "there is no rule Z999", "`alignplan rule` lists them"),
        ("rule orphan-tactics", "there is no rule orphan-tactics", "did you mean orphan-tactic?"),
        ("help exitcodes", "there is no topic exitcodes", "did you mean exit-codes?"),
        ("schema --output gps", "there is no answer gps", "did you mean gaps?"),
        ("config -f xml", "unknown output format `xml`", "there are csv, json, markdown, plain, table, tsv"),
        ("init --template sale", "there is no template sale", "did you mean sales?"),
        ("init", "alignplan.yaml is there already", "name another folder: alignplan init DIR"),
        ("serve --port x", "invalid value for `--port`: `x` is not a whole number", "`alignplan serve --help` lists what there is"),
        ("import", "missing argument `FORMAT`", "`alignplan import --help` lists what there is"),
        ("import word x -o y", "there is no format word to import", "there is psplib, stratml"),
    ],
)  # fmt: skip
def test_misuse_is_2_and_says_what_to_do(tmp_path: Path, arguments: str, says: str, helps: str) -> None:
    written(tmp_path, {"alignplan.yaml": ERROR, "README.md": "", "ops/x": ""})
    done = typed(tmp_path, *arguments.split())
    assert (done.code, done.out) == (2, "")
    assert done.err == f"error: {says}\n" + (f"help: {helps}\n" if helps else "")
    assert (tmp_path / "alignplan.yaml").read_text() == ERROR


def test_no_plan_at_all(tmp_path: Path) -> None:
    for command in ("check", "config", "ls"):
        done = typed(tmp_path, command)
        assert done.code == 2
        assert (
            done.err
            == "error: no plan here: there is no alignplan.yaml in ., above or below it\nhelp: `alignplan init` writes one\n"
        )


def test_what_was_typed_is_shown_harmless(tmp_path: Path) -> None:
    done = typed(tmp_path, "check\x1b[31m")
    assert done.code == 2
    assert "\x1b" not in done.err


# ------------------------------------------------------------ processes


@pytest.fixture
def large(tmp_path: Path) -> Path:
    tactics = "".join(f"  t{number}: {{title: Tactic {number}, owner: nobody}}\n" for number in range(6_000))
    return written(tmp_path, f"{HEAD}tactics:\n{tactics}")


# A process that a shell starts in the background has Ctrl-C ignored; Python then never raises.
HEARS = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "print('ready', flush=True); from alignplan.__main__ import main; main()"
)


@pytest.mark.parametrize("wait", [0.0, 0.1, 0.7])
def test_ctrl_c_is_130_and_quiet(large: Path, wait: float) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", HEARS, "check", "--select", "ALL"],
        cwd=large,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(wait + 0.03)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "")


def test_a_reader_who_has_seen_enough_is_no_fault(large: Path) -> None:
    shell = f"{' '.join(COMMAND)} check -f concise | head -1; echo ${{PIPESTATUS[0]}} >&2"
    done = subprocess.run(
        ["bash", "-c", shell],
        cwd=large,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.startswith("alignplan.yaml:4:3: error[")
    assert done.stderr == "1\n"


@pytest.mark.parametrize("arguments", [("check",), ("check", "-f", "json"), ("version",), ("ls",)])
def test_a_full_disk_is_said(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    written(tmp_path, ERROR)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, *arguments], cwd=tmp_path, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True, timeout=60,
            check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, "error: cannot write the output: No space left on device\n")


def test_a_closed_output_is_said(tmp_path: Path) -> None:
    written(tmp_path, ERROR)
    for command in ("check", "version"):
        shell = f"{' '.join(COMMAND)} {command} >&-"
        done = subprocess.run(
            ["sh", "-c", shell],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (
            2,
            "error: cannot write the output: standard output is closed\n",
        )


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    shell = f"cd {gone} && rmdir {gone} && {' '.join(COMMAND)} check"
    done = subprocess.run(
        ["bash", "-c", shell], env=environment(), capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "error: the current folder is gone\nhelp: name another one: `alignplan -C DIR …`\n" in done.stderr


def test_no_home(tmp_path: Path) -> None:
    written(tmp_path, ERROR)
    bare = {
        name: value
        for name, value in environment().items()
        if name not in ("HOME", "XDG_CACHE_HOME", "USER", "LOGNAME")
    }
    done = subprocess.run(
        [*COMMAND, "check", "-f", "concise"],
        cwd=tmp_path,
        env=bare,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("columns", ["0", "1", "-5", "abc", "99999999999", ""])
def test_odd_columns(tmp_path: Path, columns: str) -> None:
    written(tmp_path, ERROR)
    for command in (("check",), ("rule",), ("check", "--help"), ("config",)):
        done = typed(tmp_path, *command, COLUMNS=columns)
        assert done.code == (1 if command == ("check",) else 0)
        assert (done.err, bool(done.out)) == ("", True)


def test_an_output_that_knows_ascii_only(tmp_path: Path) -> None:
    written(tmp_path, HEAD + "tactics: {t: {title: Größer → 日本}}\n")
    for output in ("full", "concise", "json"):
        done = typed(tmp_path, "check", "-f", output, encoding="ascii")
        assert done.code == 1
        assert done.out.isascii()
    assert typed(tmp_path, "rule", encoding="ascii").code == 0


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    before = written(tmp_path, ERROR)
    for arguments in (("check",), ("check", "-f", "json=no/such/x"), ("config",), ("init",), ("ls",)):
        typed(before, *arguments)
    assert os.listdir(tmp_path) == ["alignplan.yaml"]


def test_a_process_of_its_own_says_the_same(tmp_path: Path) -> None:
    written(tmp_path, ERROR)
    own, here = started(tmp_path, "check"), typed(tmp_path, "check")
    assert (own.returncode, own.stdout, own.stderr) == (here.code, here.out, here.err)
