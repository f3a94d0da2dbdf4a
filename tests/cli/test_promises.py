"""What holds for every command: the same input gives the same bytes; no network; nothing written but the cache."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
LOOKS = [
    ["check", "-f", "json"],
    ["check", "--strict", "--fail-on", "never"],
    ["gaps"],
    ["progress", "-f", "csv"],
    ["kpis", "-f", "json"],
    ["kpis", "--moves", "-f", "json"],
    ["effect"],
    ["load", "-f", "json"],
    ["load", "--money", "-f", "csv"],
    ["explain", "plan", "coverage", "-f", "json"],
    ["risks", "-f", "markdown"],
    ["tree", "-f", "markdown"],
    ["ls", "-f", "json"],
    ["matrix", "-f", "tsv"],
    ["config"],
    ["schema"],
]
PLACES = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
    {"PYTHONHASHSEED": "77", "TZ": "America/Los_Angeles", "LC_ALL": "C"},
]
WATCHED = """
import sys
written = []

def watch(event, arguments):
    if event.startswith("socket.") or event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"):
        raise RuntimeError(f"not allowed: {event} {arguments}")
    if event == "open" and isinstance(arguments[0], (str, bytes)) and arguments[2] & 3:
        written.append(str(arguments[0]))

sys.addaudithook(watch)
from alignplan.__main__ import run
code = run(sys.argv[1:])
sys.stdout.flush()
sys.stderr.write("\\n".join(written))
sys.exit(code)
"""


def printed(
    arguments: list[str], folder: Path, cache: Path, **more: str
) -> subprocess.CompletedProcess[bytes]:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONIOENCODING": "utf-8",
        "XDG_CACHE_HOME": str(cache),
        **more,
    }
    command = [sys.executable, "-m", "alignplan", "--as-of", "2026-11-22", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


@pytest.mark.parametrize("arguments", LOOKS, ids=" ".join)
def test_the_same_input_gives_the_same_bytes(arguments: list[str], tmp_path: Path) -> None:
    plan = EXAMPLES / "university"
    cache = tmp_path / "cache"
    first = printed(arguments, plan, cache, PYTHONHASHSEED="0", TZ="UTC")
    assert first.returncode == 0
    assert first.stdout
    for place in PLACES:
        shutil.rmtree(cache, ignore_errors=True)
        again = printed(arguments, plan, cache, **place)
        assert (again.returncode, again.stdout) == (0, first.stdout)
    elsewhere = printed(["-C", str(plan), *arguments], tmp_path, cache, PYTHONHASHSEED="5")
    assert elsewhere.stdout == first.stdout


@pytest.mark.parametrize("arguments", LOOKS, ids=" ".join)
def test_no_network_no_program_and_nothing_written_but_the_cache(
    arguments: list[str], tmp_path: Path
) -> None:
    """But for git, where the plan is in a repository and a rule about the past is selected: this one is in none."""
    cache, plan = tmp_path / "cache", tmp_path / "plan"
    shutil.copytree(EXAMPLES / "market-share", plan)
    environment = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(cache), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, "--as-of", "2026-11-22", *arguments],
        cwd=plan,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    outside = [
        path for path in done.stderr.splitlines() if not path.startswith((str(cache), os.devnull, "note: "))
    ]
    assert outside == []


def test_the_watch_sees_what_it_is_there_for(tmp_path: Path) -> None:
    """What is forbidden above would be seen."""
    spy = WATCHED.replace(
        "from alignplan.__main__ import run", "import socket; run = lambda _: socket.socket()"
    )
    done = subprocess.run(
        [sys.executable, "-c", spy], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "not allowed: socket.__new__" in done.stderr
