"""Fields as they are written, in every shape that YAML has."""

from __future__ import annotations

from pathlib import Path

from tests.views.garden import written_plan

from alignplan.analysis.dossier import dossier
from alignplan.cli.written import typed, written
from alignplan.diagnostics.report import Spot
from alignplan.output.document import Facts
from alignplan.views.show import document

TEXT = """
tactics:
  t:
    title: 2026
    code: "1.20"
    priority: 250
    progress: 012
    budget: {planned: 4e3, spent: 0.5}
    after: [{a: finish-start + 5d}, b]
    notes: |
      First line.

      Third line.
    tags: [x, y]
    x-flag: true
    x-none:
    x-nest: {deep: {deeper: [1, "1", {k: no}]}}
    actions: {s: {}}
  a: Only a title
"""


def test_values_are_typed_as_yaml_types_them(tmp_path: Path) -> None:
    plan = written_plan(tmp_path, TEXT)
    text = (tmp_path / "alignplan.yaml").read_text("utf-8")
    assert typed(written(text, plan.items.top["t"])) == {
        "title": 2026,
        "code": "1.20",
        "priority": 250,
        "progress": "012",
        "budget": {"planned": "4e3", "spent": 0.5},
        "after": [{"a": "finish-start + 5d"}, "b"],
        "notes": "First line.\n\nThird line.\n",
        "tags": ["x", "y"],
        "x-flag": True,
        "x-none": None,
        "x-nest": {"deep": {"deeper": [1, "1", {"k": "no"}]}},
    }


def test_an_entry_that_is_a_text_is_its_title(tmp_path: Path) -> None:
    plan = written_plan(tmp_path, TEXT)
    text = (tmp_path / "alignplan.yaml").read_text("utf-8")
    assert typed(written(text, plan.items.top["a"])) == {"title": "Only a title"}


def test_fields_are_shown_as_written(tmp_path: Path) -> None:
    plan = written_plan(tmp_path, TEXT)
    node = plan.items.top["t"]
    fields = written((tmp_path / "alignplan.yaml").read_text("utf-8"), node)
    blocks = document(dossier(plan.assessment, node), fields, Spot("alignplan.yaml", 4, 1, 4, 1))
    facts = blocks[1]
    assert isinstance(facts, Facts)
    assert [(name, cell.text) for name, cell in facts.pairs] == [
        ("title", "2026"),
        ("code", "1.20"),
        ("priority", "250"),
        ("progress", "012"),
        ("budget", ""),
        ("  planned", "4e3"),
        ("  spent", "0.5"),
        ("after", "{a: finish-start + 5d}, b"),
        ("notes", "First line."),
        ("", ""),
        ("", "Third line."),
        ("tags", "x, y"),
        ("x-flag", "true"),
        ("x-none", ""),
        ("x-nest", ""),
        ("  deep", ""),
        ("    deeper", "1, 1, {k: no}"),
    ]
