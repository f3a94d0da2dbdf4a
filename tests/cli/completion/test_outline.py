"""What is read off the lines is what the reader of the house reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from alignplan import open_plan
from alignplan.cli.completing.outline import opened, scalar
from alignplan.cli.completing.plan import PlanText, plan_text
from alignplan.text.tree import parse

EXAMPLES = Path(__file__).parents[3] / "examples"


def written(folder: Path, text: str) -> Path:
    """A plan of one file."""
    (folder / "alignplan.yaml").write_text(text, encoding="utf-8")
    return folder


def seen(plan: PlanText) -> dict[str, tuple[str, str]]:
    """Every item by its address, with kind and title."""
    top = list(plan.items())
    return {item.address: (item.kind.value, item.title) for one in top for item in [one, *one.children()]}


def items(folder: Path, text: str) -> dict[str, tuple[str, str]]:
    found = plan_text(str(written(folder, text)))
    assert found is not None
    return seen(found)


@pytest.mark.parametrize("root", sorted(EXAMPLES.glob("*/alignplan.yaml")), ids=lambda root: root.parent.name)
def test_the_items_of_an_example_are_those_of_its_plan(root: Path) -> None:
    graph = open_plan(root.parent).assessment.graph
    known = {node.id: node for node in [*graph.items(), *graph.calendars.values()] if node.kind != "plan"}
    plan = plan_text(str(root.parent))
    assert plan is not None
    found = seen(plan)
    assert {address: kind for address, (kind, _) in found.items()} == {
        id: node.kind.value for id, node in known.items()
    }
    for address, (_, title) in found.items():
        assert title in (known[address].title, "") or known[address].title.startswith(title)


@pytest.mark.parametrize("root", sorted(EXAMPLES.glob("*/alignplan.yaml")), ids=lambda root: root.parent.name)
def test_the_files_of_an_example_are_those_of_its_plan(root: Path) -> None:
    assert PlanText(str(root)).paths() == [file.path for file in open_plan(root.parent).loaded.files]


@pytest.mark.parametrize(
    ("include", "paths"),
    [
        ("include: a.yaml", ["a.yaml"]),
        ("include: [a.yaml, 'b/c.yaml']", ["a.yaml", "b/c.yaml"]),
        ("include:\n- a.yaml\n- b/*.yaml  # all\n", ["a.yaml", "b/c.yaml", "b/d.yaml"]),
        ("include:\n  [a.yaml,\n   '**/d.yaml']\n", ["a.yaml", "b/d.yaml", "b/e/d.yaml"]),
        ('include: ["b/**"]', ["b/c.yaml", "b/d.yaml", "b/e/d.yaml", "b/notes.txt"]),
        ("include: [../other.yaml, /etc/passwd, a.yaml, ./a.yaml, alignplan.yaml]", ["a.yaml"]),
        ("include: [\"odd, name.yaml\", '*.yaml']", ["odd, name.yaml", "a.yaml"]),
        ("include:", []),
        ("include: {a: b}", []),
    ],
)
def test_which_files_a_plan_has(tmp_path: Path, include: str, paths: list[str]) -> None:
    for name in ("a.yaml", "b/c.yaml", "b/d.yaml", "b/e/d.yaml", "b/notes.txt", "odd, name.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert (
        PlanText(str(written(tmp_path, f"alignplan: 1\n{include}\n") / "alignplan.yaml")).paths()[1:] == paths
    )


@pytest.mark.parametrize(
    "text",
    [
        "tactics:\n  one:\n    title: One\n  two: Two\n",
        "tactics:\n      one:\n        title: 'One'\n      two: \"Two\"\n",
        "\ufefftactics:\r\n  one:\r\n    title: One\r\n  two: Two # a comment\r\n",
        "# head\n---\ntactics: # work\n\n  # first\n  one: {title: One, owner: mia}\n\n  two:\n    owner: mia\n    title: Two\n",
        "tactics: {one: {title: One}, two: Two}\n",
        "tactics:\n  'one': One\n  two: Two\n",
        "tactics:\n  ? one\n  : One\n  two: Two\n",
        "tactics: &work\n  one: &first\n    title: One\n  two: Two\n",
        "{tactics: {one: One, two: Two}}",
        '"tactics":\n  one: One\n  two: Two\n',
        "tactics:\n  one:\n    tags:\n    - a\n    title: One\n  Two: no id\n  x-own: mine\n  two: Two\n",
        "tactics:\n  one:\n    description: |\n      two: no entry\n    title: One\n  two: Two\n",
        "plan:\n  title: T\n  vision: |\n    tactics:\n      three: no\ntactics:\n  one: One\n  two: Two\n",
    ],
)
def test_however_it_is_written(tmp_path: Path, text: str) -> None:
    assert items(tmp_path, text) == {"one": ("tactic", "One"), "two": ("tactic", "Two")}


@pytest.mark.parametrize(
    "text",
    [
        "objectives:\n  one:\n    kpis:\n      a: A\n      b: {title: B}\n",
        "objectives:\n  one:\n    kpis: {a: A, b: {title: B}}\n",
        "objectives:\n  one: {kpis: {a: A, b: {title: B}}}\n",
        "objectives: {one: {kpis: {a: A, b: {title: B}}}}\n",
        "objectives:\n  one:\n    kpis:\n      'a': A\n      b: {title: B}\n",
    ],
)
def test_what_stands_in_an_item_however_it_is_written(tmp_path: Path, text: str) -> None:
    expected = {"one": ("objective", ""), "one/a": ("kpi", "A"), "one/b": ("kpi", "B")}
    assert items(tmp_path, text) == expected


def test_a_plan_is_looked_for_above_then_not_far_below(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "c"
    (deep / "d" / "e" / "f").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    written(tmp_path / ".hidden", "tactics: {hidden: No}\n")
    written(deep, "tactics: {one: One}\n")
    (tmp_path / "link").symlink_to(deep)
    for folder in (tmp_path, deep, deep / "d" / "e"):
        found = plan_text(str(folder))
        assert found is not None
        assert found.folder == str(deep)
    assert plan_text(str(tmp_path / "nowhere")) is None
    written(deep / "d" / "e" / "f", "tactics: {two: Two}\n")
    (deep / "alignplan.yaml").unlink()
    assert plan_text(str(tmp_path)) is None


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("Plain text", "Plain text"),
        ("Plain # with a comment", "Plain"),
        ("C# and more", "C# and more"),
        ('"In \\"quotes\\""', 'In "quotes"'),
        ('"In quotes"  # with a comment', "In quotes"),
        ("'It''s'", "It's"),
        ("|", ""),
        (">-", ""),
        ("*alias", ""),
        ("# nothing", ""),
        ('"open', "open"),
    ],
)
def test_a_title_on_one_line(raw: str, said: str) -> None:
    assert scalar(raw) == said


ids = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,8}", fullmatch=True).filter(lambda id: not id.startswith("x-"))
titles = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "), max_size=20)
entries = st.dictionaries(
    ids, st.one_of(titles, st.fixed_dictionaries({"title": titles, "tags": st.lists(ids)}))
)
tactics = st.dictionaries(ids, st.fixed_dictionaries({"title": titles, "actions": entries}), max_size=4)


@settings(max_examples=80, deadline=None)
@given(tactics, entries, st.sampled_from([None, True, False]), st.integers(1, 9), st.booleans())
def test_whatever_a_writer_of_yaml_makes_of_it_the_ids_are_those_of_the_reader(
    work: dict[str, Any], values: dict[str, Any], flow: bool | None, indent: int, bare: bool
) -> None:
    whole = {"alignplan": 1, "values": values, "tactics": work}
    text = yaml.safe_dump(
        whole,
        default_flow_style=flow,
        indent=indent,
        allow_unicode=True,
        sort_keys=False,
        default_style=None if bare else '"',
    )
    data = parse(text).data
    found = opened(text)
    for section in ("values", "tactics"):
        assert [id for id, _ in found.entries(section)] == list(data[section])
    for id, entry in found.entries("tactics"):
        assert [name for name, _ in entry.entries("actions")] == list(data["tactics"][id]["actions"])


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.sampled_from("tactics:\n a-{}[]'\"|>&*#!?,x1\t\r") | st.characters(codec="utf-8"), max_size=60)
)
def test_no_text_is_too_odd_to_look_at(text: str) -> None:
    whole = opened(f"tactics:\n  one: One\n{text}")
    for id, entry in whole.entries("tactics"):
        assert (isinstance(id, str), isinstance(entry.title(), str)) == (True, True)
        for name, child in entry.entries("actions"):
            assert (isinstance(name, str), isinstance(child.title(), str)) == (True, True)
