"""What git keeps, read: folders, commits, ranges, and files at a commit within the limits of any other file."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from tests.history.gits import Repo

from alignplan import storage
from alignplan.history.calls import Git
from alignplan.history.commits import Commit, commit_of
from alignplan.history.objects import Missing
from alignplan.history.ranges import Range, range_of
from alignplan.history.repository import Repository
from alignplan.history.revision import Revision
from alignplan.history.trees import Entry, entries, folders_of, staged

ONE, OTHER = "11" * 20, "ab" * 20


def tree(*rows: tuple[str, bytes, str]) -> bytes:
    return b"".join(mode.encode() + b" " + name + b"\0" + bytes.fromhex(id) for mode, name, id in rows)


def test_a_tree_is_read_by_name() -> None:
    content = tree(("100644", b"a b\xff.yaml", ONE), ("40000", b"parts", OTHER), ("160000", b"sub", ONE))
    assert entries(content, 20) == {
        "a b\udcff.yaml": Entry(0o100644, ONE),
        "parts": Entry(0o040000, OTHER),
        "sub": Entry(0o160000, ONE),
    }
    assert [entry.is_folder for entry in entries(content, 20).values()] == [False, True, False]
    assert entries(content, 20)["sub"].is_submodule


@pytest.mark.parametrize(
    "damage", [b"", b"x", b"100644", b"100644 a", b"100644\0a b", b"nine a\0" + b"\1" * 20]
)
def test_what_is_damaged_ends_a_tree(damage: bytes) -> None:
    good = tree(("100644", b"a", ONE))
    assert entries(good + damage, 20) == {"a": Entry(0o100644, ONE)}


def test_the_index_becomes_folders() -> None:
    said = f"100644 {ONE} 0\talignplan.yaml\x00100644 {OTHER} 0\tparts/deep/a.yaml\x00120000 {ONE} 2\tparts/b\x00"
    files = list(staged(said.encode()))
    assert [(file.path, file.stage) for file in files] == [
        ("alignplan.yaml", 0),
        ("parts/deep/a.yaml", 0),
        ("parts/b", 2),
    ]
    assert folders_of(files) == {
        "": {"alignplan.yaml": Entry(0o100644, ONE), "parts": Entry(0o040000, "index:parts")},
        "parts": {"deep": Entry(0o040000, "index:parts/deep"), "b": Entry(0o120000, ONE)},
        "parts/deep": {"a.yaml": Entry(0o100644, OTHER)},
    }


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("1761998400 +0000", date(2025, 11, 1)),
        ("1761955199 +0000", date(2025, 10, 31)),
        ("1761955199 +0100", date(2025, 11, 1)),
        ("1761955200 -0100", date(2025, 10, 31)),
        ("-1 +0000", date(1969, 12, 31)),
        ("999999999999999 +0000", date.min),
        ("1761998400 +9999", date(2025, 11, 1)),
    ],
)
def test_the_day_of_a_commit_is_that_of_who_made_it(when: str, day: date) -> None:
    text = f"tree {ONE}\nparent {OTHER}\nauthor A <a@x> 1 +0000\ncommitter B > <b@x> {when}\n\n  A word\n\nmore\n"
    assert commit_of(OTHER, text.encode()) == Commit(OTHER, ONE, day, "A word")


@pytest.mark.parametrize("text", [b"", b"tree x", b"blob\n\n", b"tree x\ncommitter nobody\n\nx"])
def test_what_is_no_commit_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match="no com"):
        commit_of(ONE, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Range("HEAD")),
        ("v1.0", Range("v1.0")),
        ("a..b", Range("a", "b")),
        ("a..", Range("a", "HEAD")),
        ("..b", Range("HEAD", "b")),
        ("..", Range("HEAD", "HEAD")),
        ("a...b", Range("a", "b", parted=True)),
        ("HEAD^..HEAD~2", Range("HEAD^", "HEAD~2")),
        ("a..b..c", Range("a", "b..c")),
    ],
)
def test_ranges(text: str, expected: Range) -> None:
    assert range_of(text) == expected


# ------------------------------------------------------------ files at a commit


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path)


def revision(repo: Repo) -> Revision:
    repository = Repository(str(repo.folder))
    return repository.at(repository.commit("HEAD"))


def test_a_revision_is_a_folder(repo: Repo) -> None:
    for path in ("a.yaml", "parts/b.yaml", "parts/deep/c.yaml", ".hidden/d.yaml", storage.JOURNAL):
        repo.put(path, path)
    (repo.folder / "link.yaml").symlink_to("parts/b.yaml")
    (repo.folder / "parts/up.yaml").symlink_to("../a.yaml")
    (repo.folder / "folder").symlink_to("parts")
    (repo.folder / "out.yaml").symlink_to("../a.yaml")
    (repo.folder / "root.yaml").symlink_to("/etc/passwd")
    (repo.folder / "loop.yaml").symlink_to("loop.yaml")
    repo.commit()
    there = revision(repo)
    try:
        assert list(there.walk()) == [
            "a.yaml", "folder", "link.yaml", "loop.yaml", "out.yaml", "parts/b.yaml", "parts/deep/c.yaml", "parts/up.yaml",
            "root.yaml",
        ]  # fmt: skip
        assert there.read("parts/up.yaml") == b"a.yaml"
        assert there.read("folder/deep/c.yaml") == b"parts/deep/c.yaml"
        assert there.identity("link.yaml") == there.identity("parts/b.yaml") == "parts/b.yaml"
        assert [there.inside(path) for path in ("a.yaml", "gone", "out.yaml", "root.yaml", "../x", "loop.yaml")] == [
            True, True, False, False, False, True
        ]  # fmt: skip
        assert [there.exists(path) for path in ("loop.yaml", "out.yaml", "gone", "a.yaml/x")] == [
            True,
            True,
            False,
            False,
        ]
        assert (there.is_folder("parts"), there.is_folder("folder"), there.is_folder("a.yaml")) == (
            True,
            True,
            False,
        )
        assert there.digest("a.yaml") == repo.git("rev-parse", "HEAD:a.yaml")
        assert (there.digest("parts"), there.digest("gone")) == ("", "")
        for path, words in (("gone", "there is no such file"), ("parts", "it is a folder"),
                            ("loop.yaml", "too many levels of symbolic links")):  # fmt: skip
            with pytest.raises(storage.Unreadable, match=words):
                there.read(path)
    finally:
        there.close()


def test_what_was_read_can_be_read_again_when_git_is_gone(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.put("a.yaml", "a")
    repo.commit()
    there = revision(repo)
    assert there.read("a.yaml") == b"a"
    there.close()
    monkeypatch.setenv("PATH", "/nowhere")
    assert there.read("a.yaml") == b"a"


def test_a_large_file_is_not_read_and_the_next_one_is(repo: Repo) -> None:
    (repo.folder / "large.yaml").write_bytes(b"#" * (storage.LARGEST + 1))
    repo.put("small.yaml", "small")
    repo.commit()
    there = revision(repo)
    try:
        with pytest.raises(
            storage.Unreadable, match=r"it has 16,777,217 bytes, more than the 16,777,216 that are read"
        ):
            there.read("large.yaml")
        assert there.read("small.yaml") == b"small"
    finally:
        there.close()


def test_one_process_reads_all_objects(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(50):
        repo.put(f"part-{number}.yaml", f"x-{number}: 1\n")
    repo.commit()
    there = revision(repo)
    try:
        started: list[tuple[str, ...]] = []
        original = Git.start

        def start(git: Git, *words: str) -> subprocess.Popen[bytes]:
            started.append(words)
            return original(git, *words)

        monkeypatch.setattr(Git, "start", start)
        there.close()
        assert [there.read(path) for path in there.walk()] == [there.read(path) for path in there.walk()]
        assert started == [("cat-file", "--batch")]
    finally:
        there.close()


def test_an_object_of_another_kind_is_missing(repo: Repo) -> None:
    repo.put("a.yaml", "a")
    repo.commit()
    there = revision(repo)
    try:
        with pytest.raises(Missing):
            there._objects.blob(there.id)
        with pytest.raises(Missing):
            there._objects.tree(repo.git("rev-parse", "HEAD:a.yaml"))
        with pytest.raises(Missing):
            there._objects.blob("0" * 40)
        assert there.read("a.yaml") == b"a"
    finally:
        there.close()


def test_repositories_with_longer_hashes(tmp_path: Path) -> None:
    repo = Repo.__new__(Repo)
    repo.folder = tmp_path
    repo.git("init", "-q", "-b", "main", "--object-format=sha256")
    repo.planted()
    there = revision(repo)
    try:
        assert len(there.id) == 64
        assert b"Build raised beds" in there.read("work.yaml")
    finally:
        there.close()
