"""A journal that somebody planted makes nobody write: it is told in one line, and the plan is read as it is."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.storage.changes import one, small
from tests.storage.faults import state

from alignplan.errors import Misuse
from alignplan.storage import digest, settle
from alignplan.storage.journal import Journal, Step

TOKEN = "0123456789abcdef"
TOLD = "`.alignplan-change` in the plan's folder was not left by a run of alignplan here"
WAY_OUT = "delete it if the plan says what it should"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "secret.yaml").write_text("secret\n")
    return small(tmp_path / "plan")


def kept(content: str) -> str:
    return digest(content.encode())


def steps() -> list[Any]:
    """What an honest change would do."""
    return [["ops/a.yaml", kept("a\n"), kept("evil\n")], ["other.yaml", kept("other\n"), None]]


def honest() -> dict[str, Any]:
    return {"about": "", "token": TOKEN, "made": [], "steps": steps()}


def plant(plan: Path, data: object, *, same_time: bool = True) -> Path:
    """A journal by someone who knows how they are sealed, and, with `same_time`, sets the time of the file too."""
    place = plan / ".alignplan-change"
    written = 1_790_000_000_123_456_789
    text = data if isinstance(data, str) else json.dumps(data)
    body = f"{written}\n{text}\n".encode()
    place.write_bytes(digest(body).encode() + b" " + body)
    if same_time:
        os.utime(place, ns=(written, written))
    (plan / "ops" / f".alignplan-change.{TOKEN}.0.new").write_text("evil\n")
    return place


def refused(plan: Path) -> None:
    """Nothing is changed, neither by those who read nor by those who write, and both are told."""
    before = state(plan.parent)
    assert settle(str(plan)) == f"{TOLD}; {WAY_OUT}"
    with pytest.raises(Misuse) as raised:
        one(plan)
    assert (raised.value.message, raised.value.hint) == (TOLD, WAY_OUT)
    assert state(plan.parent) == before


def test_one_that_could_be_ours_is_finished(plan: Path) -> None:
    plant(plan, honest())
    assert settle(str(plan)) == ""
    assert (plan / "ops/a.yaml").read_text() == "evil\n"
    assert not (plan / "other.yaml").exists()
    assert not list(plan.rglob(".alignplan*"))


def test_one_that_came_with_a_checkout_is_not_believed(plan: Path) -> None:
    plant(plan, honest(), same_time=False)
    refused(plan)


def test_one_of_ours_that_was_copied_without_its_time_is_not_believed(plan: Path) -> None:
    Journal(str(plan), TOKEN, tuple(Step(number, *step) for number, step in enumerate(steps()))).begin()
    copied = plan.parent / "copied"
    shutil.copytree(plan, copied, copy_function=shutil.copy)
    refused(copied)


def changed(key: str, value: object) -> dict[str, Any]:
    return {**honest(), key: value}


def with_step(*step: object) -> dict[str, Any]:
    return changed("steps", [*steps(), list(step)])


NEW = kept("evil\n")
HOSTILE: dict[str, object] = {
    "a file outside": with_step("../secret.yaml", kept("secret\n"), None),
    "a file outside, the long way": with_step("ops/../../secret.yaml", kept("secret\n"), None),
    "an absolute path": with_step("/etc/passwd", None, NEW),
    "a file behind a link": with_step("linked/secret.yaml", kept("secret\n"), None),
    "a link": with_step("link.yaml", kept("secret\n"), None),
    "git's own file": with_step(".git/config", None, NEW),
    "a hook": with_step("ops/.Git/hooks/post-checkout", None, NEW),
    "the journal itself": with_step(".alignplan-change", kept("x"), None),
    "a file by which a change is made": with_step(f"ops/.alignplan-change.{TOKEN}.0.new", NEW, None),
    "no path": with_step("", None, NEW),
    "the folder": with_step(".", None, NEW),
    "a path with NUL": with_step("a\0b", None, NEW),
    "a path that is a number": with_step(1, None, NEW),
    "a path that is a list": with_step(["a"], None, NEW),
    "a file twice": with_step("other.yaml", None, NEW),
    "a step that does nothing": with_step("new.yaml", NEW, NEW),
    "a digest that is none": with_step("new.yaml", None, "../../x"),
    "a digest that is a number": with_step("new.yaml", None, 7),
    "a step too short": with_step("new.yaml", None),
    "a step too long": with_step("new.yaml", None, NEW, NEW),
    "steps that are a text": changed("steps", "steps"),
    "steps that are none": changed("steps", None),
    "a folder outside": changed("made", ["../outside"]),
    "folders that are a number": changed("made", 7),
    "a token that leads away": changed("token", "/../../x"),
    "a token that is none": changed("token", None),
    "no token": {"made": [], "steps": steps()},
    "a list": [1, 2],
    "a text": "word",
    "nothing": "",
    "a number of five thousand digits": "9" * 5000,
    "lists in lists in lists": "[" * 100_000,
    "half of it": json.dumps(honest())[:-5],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_one_that_asks_for_what_no_change_of_ours_does_is_refused(plan: Path, name: str) -> None:
    (plan / "linked").symlink_to(plan.parent)
    (plan / "link.yaml").symlink_to(plan.parent / "secret.yaml")
    (plan / ".git").mkdir()
    plant(plan, HOSTILE[name])
    refused(plan)


def empty(place: Path) -> None:
    place.write_bytes(b"")


def no_text(place: Path) -> None:
    place.write_bytes(bytes(range(256)))


def not_sealed(place: Path) -> None:
    place.write_text(json.dumps(honest()))


def sealed_by_halves(place: Path) -> None:
    written = plant(place.parent, honest()).stat().st_mtime_ns
    place.write_bytes(place.read_bytes().replace(b"other.yaml", b"alignplan."))
    os.utime(place, ns=(written, written))


def huge(place: Path) -> None:
    with place.open("wb") as file:
        file.truncate(1 << 34)


def pipe(place: Path) -> None:
    os.mkfifo(place)


def folder(place: Path) -> None:
    place.mkdir()


def link_to_a_device(place: Path) -> None:
    place.symlink_to("/dev/zero")


def link_to_nowhere(place: Path) -> None:
    place.symlink_to("nowhere")


def link_to_a_journal(place: Path) -> None:
    plant(place.parent, honest()).rename(place.parent.parent / "elsewhere")
    place.symlink_to(place.parent.parent / "elsewhere")


@pytest.mark.parametrize(
    "make",
    [
        empty,
        no_text,
        not_sealed,
        sealed_by_halves,
        huge,
        pipe,
        folder,
        link_to_a_device,
        link_to_nowhere,
        link_to_a_journal,
    ],
)
def test_what_is_no_journal_is_refused(plan: Path, make: Callable[[Path], None]) -> None:
    make(plan / ".alignplan-change")
    if make in (pipe, huge, link_to_a_device):
        assert settle(str(plan)) == f"{TOLD}; {WAY_OUT}"
        with pytest.raises(Misuse, match="was not left by a run of alignplan here"):
            one(plan)
        assert (plan / "ops/a.yaml").read_text() == "a\n"
    else:
        refused(plan)


def test_planted_markers_take_nothing_with_them_but_files_of_their_kind(plan: Path) -> None:
    (plan / f".alignplan-change.{TOKEN}").write_text("")
    for name in (
        f".alignplan-change.{TOKEN}.yaml",
        f"alignplan-change.{TOKEN}.0.new",
        ".alignplan-change.0.new",
    ):
        (plan / "ops" / name).write_text("stays")
    (plan / f"ops/.alignplan-change.{TOKEN}.7.old").write_text("goes")
    (plan / f"ops/.alignplan-change.{'f' * 16}.7.old").write_text("is another's")
    (plan / "linked").symlink_to(plan.parent)
    (plan.parent / f".alignplan-change.{TOKEN}.7.old").write_text("outside")
    one(plan)
    assert sorted(os.listdir(plan / "ops")) == sorted([
        f".alignplan-change.{TOKEN}.yaml", ".alignplan-change.0.new", f".alignplan-change.{'f' * 16}.7.old",
        "a.yaml", f"alignplan-change.{TOKEN}.0.new",
    ])  # fmt: skip
    assert (plan.parent / f".alignplan-change.{TOKEN}.7.old").read_text() == "outside"
    assert not (plan / f".alignplan-change.{TOKEN}").exists()
