"""What stands in the cache is data only, and nothing that is damaged, foreign or of another version is believed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cache.conftest import PLAN, Ask
from tests.plans import written

from alignplan import storage
from alignplan.cache import verdicts
from alignplan.cache.request import understood
from alignplan.cli import frontdoor

PACKAGE = Path(verdicts.__file__).parent


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    files = {**PLAN, "alignplan.yaml": PLAN["alignplan.yaml"].replace("data/k.csv", "{2026-01-01: 1}")}
    return written(tmp_path / "plan", files)


def entry_of(cache: Path) -> Path:
    (folder,) = cache.iterdir()
    return folder


def resealed(change: Callable[[dict[str, object]], object]) -> Callable[[Path], object]:
    """A change of what an entry says, under a seal that fits."""

    def act(path: Path) -> None:
        content = json.loads(path.read_bytes().partition(b"\n")[2])
        change(content)
        path.write_bytes(verdicts.sealed(json.dumps(content).encode()))

    return act


def as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGE: dict[str, Callable[[Path], object]] = {
    "nothing left": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-10]),
    "one letter": lambda path: path.write_bytes(path.read_bytes().replace(b"serves", b"saves!", 1)),
    "not text": lambda path: path.write_bytes(os.urandom(5000)),
    "pickled": lambda path: path.write_bytes(
        verdicts.sealed(b"\x80\x04\x8c\x02os\x8c\x06system\x93\x8c\x02id\x85R.")
    ),
    "no JSON": lambda path: path.write_bytes(verdicts.sealed(b"{")),
    "a list": lambda path: path.write_bytes(verdicts.sealed(b"[]")),
    "a number": lambda path: path.write_bytes(verdicts.sealed(b"1")),
    "a folder": as_folder,
    "no files": resealed(lambda entry: entry.update(files={})),
    "no answer": resealed(lambda entry: entry.pop("answer")),
    "an empty answer": resealed(lambda entry: entry.update(answer=[])),
    "another answer": resealed(
        lambda entry: entry.update(answer=["2026-11-22", "x", [1, 2, 3, 4, 5, 6, 7, None], [[1]]])
    ),
    "no time": resealed(lambda entry: entry.update(made="soon")),
    "odd stamps": resealed(lambda entry: entry.update(files={"/": ["a"]})),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("output", ["concise", "json"])
def test_a_damaged_entry_is_as_good_as_none(
    ask: Ask, plan: Path, cache: Path, damage: str, output: str
) -> None:
    cold = ask(plan, "-f", output)
    DAMAGE[damage](entry_of(cache) / "entry.json")
    again = ask(plan, "-f", output)
    assert (again.out, again.code) == (cold.out, cold.code)
    assert not again.replayed


@pytest.mark.parametrize("content", [b"", b"nonsense", os.urandom(200)], ids=["empty", "words", "bytes"])
def test_a_damaged_text_is_rendered_again(ask: Ask, plan: Path, cache: Path, content: bytes) -> None:
    cold = ask(plan)
    ask(plan)
    (text,) = entry_of(cache).glob("*.txt")
    text.write_bytes(content)
    again = ask(plan)
    assert again.replayed
    assert again.out == cold.out
    assert text.read_bytes() != content


def test_another_version_does_not_believe_it(ask: Ask, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(plan)
    monkeypatch.setattr(verdicts, "VERSION", "9.9.9")
    assert not ask(plan).replayed


def test_nor_does_another_state_of_the_source_in_a_checkout(
    ask: Ask, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(plan)
    monkeypatch.setattr(verdicts, "_source", lambda: 1)
    assert not ask(plan).replayed


def test_the_source_of_a_checkout_has_a_time_and_that_of_an_installation_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert verdicts._source() == storage.newest(str(PACKAGE.parent)) > 0
    monkeypatch.setattr(verdicts, "_PACKAGE", str(tmp_path / "lib/alignplan"))
    assert verdicts._source() == 0


def test_texts_of_an_answer_that_is_gone_go_too(ask: Ask, plan: Path, cache: Path) -> None:
    for output in ("full", "concise", "json", "full", "concise", "json"):
        ask(plan, "-f", output)
    assert len(list(entry_of(cache).glob("*.txt"))) == 3
    (plan / "ops/a.yaml").write_text("tactics: {}\n")
    ask(plan)
    ask(plan)
    assert len(list(entry_of(cache).iterdir())) == 3  # the entry, what the check knew, a text


def test_a_text_of_an_old_answer_is_never_taken_for_one_of_the_new(ask: Ask, plan: Path, cache: Path) -> None:
    """A slow run may keep its text after another has put a new entry in place."""
    ask(plan)
    key = entry_of(cache).name
    found = verdicts.lookup(key)
    assert found is not None
    old, _ = found
    (plan / "ops/a.yaml").write_text("tactics: {}\n")
    new = ask(plan)
    request = understood(["check", str(plan), "--as-of", "2026-11-22"])
    assert request is not None
    verdicts.store_text(key, old, frontdoor._way(request), b"what was true before")
    assert ask(plan).out == new.out


def test_only_the_latest_entries_stay(
    ask: Ask, plan: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdicts, "_MOST_ENTRIES", 3)
    for day in range(1, 7):
        ask(plan, "--as-of", f"2026-11-0{day}")
    assert len(list(cache.iterdir())) == 3
    assert ask(plan, "--as-of", "2026-11-06").replayed


def test_no_one_else_can_read_it(ask: Ask, plan: Path, cache: Path) -> None:
    ask(plan)
    assert entry_of(cache).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("home", ["relative", "", "/proc/nowhere", "FILE/below"])
def test_a_cache_that_cannot_be_is_no_fault(
    ask: Ask, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    (tmp_path / "FILE").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", home.replace("FILE", str(tmp_path / "FILE")))
    monkeypatch.setenv("HOME", str(tmp_path / "FILE"))
    first, second = ask(plan), ask(plan)
    assert (first.out, first.code) == (second.out, second.code)
    assert not second.replayed


def test_there_is_no_way_to_execute_what_it_reads() -> None:
    for module in PACKAGE.glob("*.py"):
        words = module.read_text()
        assert not any(word in words for word in ("pickle", "marshal", "eval(", "exec(", "shelve", "yaml"))


def test_two_runs_at_once(plan: Path, cache: Path) -> None:
    command = [sys.executable, "-m", "alignplan", "check", str(plan), "--as-of", "2026-11-22", "-f", "json"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache.parent)}
    for _ in range(2):
        runs = [
            subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(4)
        ]
        said = {run.communicate(timeout=60)[0] for run in runs}
        assert len(said) == 1
        assert {run.returncode for run in runs} == {1}
    assert not list(cache.rglob("*.tmp"))
