"""Puts the examples into the wheel as `alignplan/templates`, so that `init --template` needs no checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What a planner starts from; golden output stays with the tests.
KEPT = {".csv", ".md", ".yaml", ".yml"}
LEFT_OUT = {"expected", "golden"}


def templates(examples: Path) -> dict[str, str]:
    """Where each file of each example comes from, and its place in the wheel."""
    return {
        str(file): f"alignplan/templates/{file.relative_to(examples).as_posix()}"
        for root in sorted(examples.glob("*/alignplan.yaml"))
        for file in sorted(root.parent.rglob("*"))
        if file.is_file() and file.suffix in KEPT and not LEFT_OUT & set(file.relative_to(examples).parts)
    }


class TemplatesHook(BuildHookInterface[Any]):
    """An editable install reads `examples/` itself, and gets no copy that could grow old."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "editable":
            build_data["force_include"].update(templates(Path(self.root, "examples")))
