"""What no linter says of the rooms: their size, their names, and which of them touch the disk."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src/alignplan"
MODULES = sorted(PACKAGE.rglob("*.py"))

# `catalog` finds the members of a family in the package itself, never in a plan.
MAY_TOUCH_THE_DISK = {"storage", "catalog"}
OF_PATHS = {"glob", "iterdir", "open", "read_bytes", "read_text", "rglob", "write_bytes", "write_text"}
OF_OS = {
    "listdir",
    "makedirs",
    "mkdir",
    "open",
    "remove",
    "rename",
    "replace",
    "rmdir",
    "scandir",
    "unlink",
    "walk",
}
EMPTY_WORDS = {"base", "common", "core", "helper", "helpers", "manager", "misc", "util", "utils"}


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def name(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_is_never_over_300_lines(module: Path) -> None:
    assert len(module.read_text().splitlines()) <= 300


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_has_a_name_that_says_something(module: Path) -> None:
    assert not EMPTY_WORDS & set(module.relative_to(PACKAGE).with_suffix("").parts)


def touches_the_disk(call: ast.Call) -> bool:
    """Whether it is `open(…)`, `path.read_text()` and the like; asking `storage` is not, nor is going nowhere."""
    match call:
        case ast.Call(args=[ast.Attribute(attr="devnull"), *_]):
            return False
        case ast.Call(func=ast.Name(id="open")):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Name(id="os"), attr=attribute)):
            return attribute in OF_OS
        case ast.Call(func=ast.Attribute(attr=attribute)):
            return attribute in OF_PATHS
    return False


def disk_calls(tree: ast.AST) -> list[str]:
    """The calls that touch the disk, with their lines."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and touches_the_disk(node))
    return [f"{ast.unparse(call.func)}, line {call.lineno}" for call in calls]


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_only_storage_touches_the_disk(module: Path) -> None:
    if room(module) not in MAY_TOUCH_THE_DISK:
        assert disk_calls(ast.parse(module.read_text())) == []


def test_what_counts_as_touching_the_disk() -> None:
    tree = ast.parse(
        "open('x')\nos.walk('.')\npath.read_text()\nplan.read()\nstorage.walk('.')\nos.open(os.devnull, 1)\n"
    )
    assert disk_calls(tree) == ["open, line 1", "os.walk, line 2", "path.read_text, line 3"]
