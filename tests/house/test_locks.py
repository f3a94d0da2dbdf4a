"""The locks: every package pinned and hashed, nothing about where it comes from, and enough for `pyproject.toml`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

PROJECT = Path(__file__).parents[2]
DEV, RUNTIME = (PROJECT / "requirements" / name for name in ("dev.lock", "runtime.lock"))
HASHED = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def entries(lock: Path) -> list[str]:
    """The lines of a lock without comments, each joined with the hashes that follow it."""
    lines = [line for line in lock.read_text().splitlines() if not line.lstrip().startswith("#")]
    return [entry for entry in "\n".join(lines).replace("\\\n", " ").splitlines() if entry.strip()]


def pins(lock: Path) -> dict[str, set[Version]]:
    found: dict[str, set[Version]] = {}
    for entry in entries(lock):
        requirement = Requirement(entry.split("--hash")[0])
        (pin,) = requirement.specifier
        assert pin.operator == "=="
        found.setdefault(canonicalize_name(requirement.name), set()).add(Version(pin.version))
    return found


def wanted(*groups: str) -> list[Requirement]:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    texts: list[str] = list(project["project"]["dependencies"])
    for group in groups:
        texts += [entry for entry in project["dependency-groups"][group] if isinstance(entry, str)]
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("lock", [DEV, RUNTIME], ids=lambda lock: lock.name)
def test_every_entry_is_a_pin_with_hashes_and_nothing_else(lock: Path) -> None:
    for entry in entries(lock):
        pin, *hashes = entry.split("--hash=")
        assert re.fullmatch(r"[a-z0-9._-]+==[\w.]+( ; .+?)?\s*", pin), entry
        assert hashes, entry
        assert all(HASHED.fullmatch(f"--hash={one.strip()}") for one in hashes), entry


@pytest.mark.parametrize("lock", [DEV, RUNTIME], ids=lambda lock: lock.name)
def test_no_line_says_where_packages_come_from(lock: Path) -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", lock.read_text())


@pytest.mark.parametrize(
    ("lock", "groups"), [(DEV, ("build", "docs", "dev")), (RUNTIME, ())], ids=["dev", "runtime"]
)
def test_the_lock_answers_the_project(lock: Path, groups: tuple[str, ...]) -> None:
    locked = pins(lock)
    for requirement in wanted(*groups):
        versions = locked[canonicalize_name(requirement.name)]
        assert all(version in requirement.specifier for version in versions), requirement


def test_both_locks_name_the_same_versions() -> None:
    dev = pins(DEV)
    assert {name: dev[name] for name in pins(RUNTIME)} == pins(RUNTIME)
