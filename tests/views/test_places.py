"""Lines of items by a quick look are those that the parser tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.views.garden import DAY, GARDEN, written_plan

from alignplan.cli.places import ItemPlaces
from alignplan.diagnostics.finding import Place
from alignplan.linting.locate import Locator
from alignplan.loading.files import text_of
from alignplan.text.keylines import key_lines
from alignplan.workspace import Plan, open_plan

EXAMPLES = Path(__file__).parents[2] / "examples"


def told(plan: Plan) -> dict[str, tuple[str, int]]:
    locator = Locator(lambda path: text_of(plan.source, path), str)
    spots = {node.id: locator.spot(Place(node.file, node.route)) for node in plan.items.items()}
    return {id: (spot.path, spot.line) for id, spot in spots.items()}


def looked(plan: Plan) -> dict[str, tuple[str, int]]:
    places = ItemPlaces(plan.loaded, str)
    spots = {node.id: places.spot(node) for node in plan.items.items()}
    return {id: (spot.path, spot.line) for id, spot in spots.items()}


@pytest.mark.parametrize("folder", [GARDEN, *sorted(EXAMPLES.iterdir())], ids=lambda folder: folder.name)
def test_on_whole_plans(folder: Path) -> None:
    plan = open_plan(folder, as_of=date.fromisoformat(DAY))
    assert looked(plan) == told(plan)


TRICKY = {
    "text that looks like keys": """
        tactics:
          a:
            title: "quoted
          b: no key
          c: nor this"
            description: |
              actions:
                x: nothing
            actions:
              x: {title: One}
          b: Two
        """,
    "flow": "tactics: {a: {title: A,\n  actions: {x: One,\n  y: Two}},\n b: Two}\n",
    "flow inside block": """
        tactics:
          a: {title: A, actions: {
            x: One,
            y: Two}}
          b:
            actions: {x: One}
        """,
    "quoted keys": """
        tactics:
          "a":
            actions:
              'x': One
          b: Two
        """,
    "odd indentation": """
        tactics:
              a:
                    actions:
                       x: One
                       y: Two
              b: Two
        objectives:
         o:
          kpis:
           k: {title: K}
        """,
    "aliases": """
        tactics:
          a:
            actions: &steps
              x: One
              y: Two
          b:
            actions: *steps
        """,
    "comments and empty entries": """
        # tactics: no
        tactics:
        # a: no
          a:   # yes

          b:
            actions:
              # x: no
              x:
        """,
    "a key twice": """
        tactics:
          a: One
          b: Two
          a: Three
        """,
    "nothing": "tactics:\n",
}


@pytest.mark.parametrize("name", TRICKY)
def test_on_texts_that_mislead(tmp_path: Path, name: str) -> None:
    plan = written_plan(tmp_path, TRICKY[name])
    assert looked(plan) == told(plan)


def test_windows_line_ends(tmp_path: Path) -> None:
    (tmp_path / "alignplan.yaml").write_bytes(
        b"alignplan: 1\r\nplan: {title: P}\r\ntactics:\r\n  a:\r\n    actions:\r\n      x: One\r\n"
    )
    plan = open_plan(tmp_path, as_of=date.fromisoformat(DAY))
    assert (
        looked(plan)
        == told(plan)
        == {"plan": ("alignplan.yaml", 2), "a": ("alignplan.yaml", 4), "a/x": ("alignplan.yaml", 6)}
    )


def test_keys_by_indentation() -> None:
    text = "one:\n  a: 1\n  b:\n    deep:\n      deeper: 2\n  a: 3\ntwo: x\n"
    assert key_lines(text, 2) == {(): {"one": 1, "two": 7}, ("one",): {"a": 0, "b": 3}}
