"""What the build puts into the wheel and the sdist."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from alignplan.version import VERSION

PROJECT = Path(__file__).parents[2]
WHEEL = f"alignplan-{VERSION}-py3-none-any.whl"
SDIST = f"alignplan-{VERSION}.tar.gz"


def build(source: Path, target: str, into: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(into)],
        cwd=source,
        check=True,
        capture_output=True,
        timeout=120,
    )
    return into / (WHEEL if target == "wheel" else SDIST)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(PROJECT, "wheel", tmp_path_factory.mktemp("wheel"))


def files(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def sources() -> set[str]:
    package = PROJECT / "src/alignplan"
    return {
        f"alignplan/{file.relative_to(package).as_posix()}"
        for file in package.rglob("*")
        if file.is_file() and file.suffix != ".pyc"
    }


def plan_files() -> set[str]:
    examples = PROJECT / "examples"
    return {
        f"alignplan/templates/{file.relative_to(examples).as_posix()}"
        for file in examples.rglob("*")
        if file.suffix in {".yaml", ".csv", ".md"}
        and (examples / file.relative_to(examples).parts[0] / "alignplan.yaml").exists()
        and "expected" not in file.parts
        and "golden" not in file.parts
    }


SHARED = {
    "share/man/man1/alignplan.1": "docs/man/alignplan.1",
    "share/bash-completion/completions/alignplan": "src/alignplan/cli/completing/scripts/alignplan.bash",
    "share/zsh/site-functions/_alignplan": "src/alignplan/cli/completing/scripts/alignplan.zsh",
    "share/fish/vendor_completions.d/alignplan.fish": "src/alignplan/cli/completing/scripts/alignplan.fish",
}
DATA = f"alignplan-{VERSION}.data/data"


def test_the_wheel_holds_the_package_the_templates_and_its_papers_and_nothing_else(wheel: Path) -> None:
    papers = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}
    info = {f"alignplan-{VERSION}.dist-info/{name}" for name in papers}
    shared = {f"{DATA}/{name}" for name in SHARED}
    assert files(wheel) == sources() | plan_files() | info | shared


def test_the_manual_page_and_the_completions_go_where_man_and_shells_look(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name, source in SHARED.items():
            assert archive.read(f"{DATA}/{name}") == (PROJECT / source).read_bytes(), name


def test_the_templates_are_the_examples_byte_for_byte(wheel: Path) -> None:
    assert "alignplan/templates/market-share/alignplan.yaml" in files(wheel)
    with zipfile.ZipFile(wheel) as archive:
        for name in plan_files():
            example = PROJECT / "examples" / name.removeprefix("alignplan/templates/")
            assert archive.read(name) == example.read_bytes(), name


def test_the_wheel_is_pure_typed_and_has_the_front_door(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        info = f"alignplan-{VERSION}.dist-info"
        assert "Root-Is-Purelib: true" in archive.read(f"{info}/WHEEL").decode()
        assert archive.read(f"{info}/entry_points.txt").decode().split("\n")[:2] == [
            "[console_scripts]",
            "alignplan = alignplan.__main__:main",
        ]
    assert "alignplan/py.typed" in files(wheel)


def test_a_wheel_made_from_the_sdist_holds_the_same(wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(build(PROJECT, "sdist", tmp_path)) as archive:
        archive.extractall(tmp_path, filter="data")
    again = build(tmp_path / SDIST.removesuffix(".tar.gz"), "wheel", tmp_path / "again")
    assert files(again) == files(wheel)


def test_there_are_no_templates_in_the_source_tree() -> None:
    assert not (PROJECT / "src/alignplan/templates").exists()
