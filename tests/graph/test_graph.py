"""The typed graph of a plan: what it holds, what a reference names, and that it survives what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plans import HEAD, written

from alignplan import open_plan
from alignplan.graph.graph import PlanGraph
from alignplan.graph.references import references
from alignplan.loading.bind import bind
from alignplan.model.kinds import Kind
from alignplan.text.tree import parse

WHOLE = """\
alignplan: 1
plan: {title: Northwind, calendar: office}
values: {customer-first: Customers come first}
position: {pressure: {kind: threat}}
stakeholders: {retailers: {expectations: {on-time: 98 % on the day}}}
teams: {product: {lead: mia}}
people: {mia: {name: Mia Lund, team: product}}
resources: {kitchen: {kind: facility}}
calendars: {office: {hours: 8}, mia: {hours: 4}}
objectives:
  share:
    owner: mia
    upholds: customer-first
    responds_to: pressure
    satisfies: retailers/on-time
    kpis: {panel: {unit: "%", owner: product}}
    contingencies: {low: {when: {kpi: panel, below: 1}}}
  share-2026: {parent: {share: 60}, kpis: [income]}
tactics:
  line:
    supports: {share-2026: 40, share: 60}
    moves: {share/panel: {by: +0.6, lag: 3m}, income: 5}
    uses: kitchen
    actions:
      interviews: {assigned: {mia: 50%}}
      prototypes: {after: [interviews, {interviews: start-start + 2d}], uses: kitchen}
    milestones: {ready: {after: prototypes}}
    contingencies:
      slow: {when: {any: [{action: prototypes, late_by: 14d}, {budget: line, above: 110%}]}, activates: spare}
  spare: {after: line/ready}
kpis:
  income: {unit: EUR}
  rate: {numerator: income, denominator: share/panel}
  sum: {sum: [income], series: income}
  mean: {mean: {income: 2}}
risks: {fails: {threatens: [line, share], mitigated_by: spare, owner: mia, contingencies: {then: {activates: [spare]}}}}
"""


def graph_of(text: str) -> PlanGraph:
    return PlanGraph([("alignplan.yaml", bind(parse(text).data, "alignplan.yaml", root=True).file)])


def edges(graph: PlanGraph) -> list[tuple[str, str, str, float | None]]:
    return [
        (link.source.id, link.type, link.target.id, link.weight)
        for node in graph.items()
        for link in graph.links(node)
    ]


def test_every_link_of_the_format_is_an_edge() -> None:
    assert edges(graph_of(WHOLE)) == [
        ("plan", "calendar", "office", None),
        ("product", "lead", "mia", None),
        ("mia", "team", "product", None),
        ("share", "owner", "mia", None),
        ("share", "upholds", "customer-first", None),
        ("share", "responds_to", "pressure", None),
        ("share", "satisfies", "retailers/on-time", None),
        ("share/panel", "owner", "product", None),
        ("share/low", "when", "share/panel", None),
        ("share-2026", "parent", "share", 60.0),
        ("share-2026", "kpis", "income", None),
        ("line", "supports", "share-2026", 40.0),
        ("line", "supports", "share", 60.0),
        ("line", "moves", "share/panel", None),
        ("line", "moves", "income", None),
        ("line", "uses", "kitchen", None),
        ("line/interviews", "assigned", "mia", 50.0),
        ("line/prototypes", "uses", "kitchen", None),
        ("line/prototypes", "after", "line/interviews", None),
        ("line/prototypes", "after", "line/interviews", None),
        ("line/ready", "after", "line/prototypes", None),
        ("line/slow", "activates", "spare", None),
        ("line/slow", "when", "line/prototypes", None),
        ("line/slow", "when", "line", None),
        ("spare", "after", "line/ready", None),
        ("rate", "numerator", "income", None),
        ("rate", "denominator", "share/panel", None),
        ("sum", "series", "income", None),
        ("sum", "sum", "income", None),
        ("mean", "mean", "income", 2.0),
        ("fails", "owner", "mia", None),
        ("fails", "threatens", "line", None),
        ("fails", "threatens", "share", None),
        ("fails", "mitigated_by", "spare", None),
        ("fails/then", "activates", "spare", None),
    ]


def test_items_come_in_the_order_shown_with_their_children_behind_them() -> None:
    graph = graph_of(WHOLE)
    ids = [node.id for node in graph.items()]
    assert ids[:6] == ["plan", "customer-first", "pressure", "retailers", "retailers/on-time", "product"]
    assert ids[ids.index("line") :][:6] == [
        "line", "line/interviews", "line/prototypes", "line/ready", "line/slow", "spare",
    ]  # fmt: skip
    assert graph.count == len(ids) - 1
    assert [node.id for node in graph.of(Kind.KPI)] == ["share/panel", "income", "rate", "sum", "mean"]
    assert [node.id for node in graph.of(Kind.PLAN)] == ["plan"]


def test_titles_and_routes() -> None:
    graph = graph_of(WHOLE)
    mia, panel = graph.find("mia"), graph.find("share/panel")
    assert mia is not None
    assert (mia.title, mia.name, mia.route) == ("Mia Lund", "mia", ("people", "mia"))
    assert panel is not None
    assert (panel.title, panel.name, panel.route) == (
        "panel",
        "panel",
        ("objectives", "share", "kpis", "panel"),
    )
    assert graph.calendars["mia"].route == ("calendars", "mia")


def named(graph: PlanGraph, source: str, field: str) -> list[str | None]:
    node = graph.find(source)
    assert node is not None
    found = [graph.resolve(reference) for reference in references(node) if reference.field == field]
    return [target.id if target is not None else None for target in found]


@pytest.mark.parametrize(
    ("text", "source", "field", "target"),
    [
        ("tactics: {a: {actions: {x: {after: y}, y: {}}}, y: {}}", "a/x", "after", "a/y"),
        ("tactics: {a: {actions: {x: {after: y}}}, y: {}}", "a/x", "after", "y"),
        ("tactics: {a: {actions: {x: {after: y}}}, b: {actions: {y: {}}}}", "a/x", "after", None),
        ("tactics: {a: {actions: {x: {after: b/y}}}, b: {actions: {y: {}}}}", "a/x", "after", "b/y"),
        ("tactics: {a: {after: y, actions: {y: {}}}}", "a", "after", None),
        (
            "tactics: {a: {owner: mia, actions: {mia: {}, x: {owner: mia}}}}\npeople: {mia: {}}",
            "a/x",
            "owner",
            "mia",
        ),
        ("calendars: {c: {}}\nvalues: {d: {}}\nteams: {c: {lead: c}}", "c", "lead", "c"),
        ("objectives: {a: {kpis: [k]}, k: {}}", "a", "kpis", "k"),
        ("objectives: {a: {parent: a/b/c}}", "a", "parent", None),
    ],
)
def test_a_reference_is_looked_up_in_its_own_parent_then_at_the_top(
    text: str, source: str, field: str, target: str | None
) -> None:
    assert named(graph_of(HEAD + text), source, field) == ([target] if "a/b/c" not in text else [])


def test_what_is_there_twice_keeps_the_first_and_tells_both() -> None:
    files = [
        ("one.yaml", bind(parse("tactics: {a: First, b: {supports: a}}").data, "one.yaml", root=False).file),
        (
            "two.yaml",
            bind(parse("objectives: {a: Second}\ntactics: {a: Third}").data, "two.yaml", root=False).file,
        ),
    ]
    graph = PlanGraph(files)
    assert [(pair.first.title, pair.second.title) for pair in graph.duplicates] == [
        ("First", "Second"),
        ("First", "Third"),
    ]
    assert [node.id for node in graph.items()] == ["plan", "a", "b"]
    assert graph.top["a"].title == "First"


def test_what_serves_what_leaves_out_what_is_not_there() -> None:
    graph = graph_of(
        HEAD
        + "objectives: {a: {parent: [b, b, zzz, t]}, b: {parent: {a: 5}}, c: {parent: zzz}}\n"
        + "tactics: {t: {supports: {a: 10, zzz: 5}}, u: {supports: t}, v: {supports: [a, c]}}"
    )
    assert graph.parents == {"a": (("b", None),), "b": (("a", 5.0),), "c": ()}
    assert graph.supported == {"t": (("a", 10.0),), "u": (), "v": (("a", None), ("c", None))}
    assert graph.subobjectives == {"b": ["a"], "a": ["b"]}
    assert graph.tactics == {"a": ["t", "v"], "c": ["v"]}
    assert graph.roots == ["c"]


IDS = st.sampled_from(["a", "b", "c", "a/b", "b/c", "zzz", "mia"])
FIELD = st.sampled_from(["supports", "owner", "after", "uses", "moves", "upholds"])


@st.composite
def tangled(draw: st.DrawFn) -> str:
    """A plan in which anything refers to anything, itself included."""
    lines = [HEAD + "people: {mia: {}}", "objectives:"]
    objectives = draw(st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True))
    lines += [f"  {id}: {{parent: [{draw(IDS)}, {draw(IDS)}], owner: {draw(IDS)}}}" for id in objectives]
    lines.append("tactics:")
    for id in draw(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4, unique=True)):
        field, inner = draw(FIELD), draw(IDS)
        value = f"{{{draw(IDS)}: 1}}" if field in ("moves", "supports") else draw(IDS)
        lines.append(
            f"  {id}: {{{field}: {value}, actions: {{b: {{after: {inner}}}, c: {{after: [b, {inner}]}}}}}}"
        )
    return "\n".join(lines) + "\n"


@given(tangled())
@settings(max_examples=150)
def test_what_is_in_doubt_holds_all_that_leads_nowhere(text: str) -> None:
    graph = graph_of(text)
    lost = {node.id for node in graph.items() for one in references(node) if graph.resolve(one) is None}
    assert lost <= {node.id for node in graph.doubtful()}
    assert all(
        link.target.kind in link.reference.kinds for node in graph.items() for link in graph.links(node)
    )


def test_a_chain_of_a_hundred_thousand_objectives(tmp_path: Path) -> None:
    size = 100_000
    entries = "".join(f"  o{number}: {{parent: o{number + 1}}}\n" for number in range(size))
    plan = open_plan(written(tmp_path, f"{HEAD}objectives:\n{entries}  o{size}: {{}}\n"))
    graph = plan.items
    assert graph.roots == [f"o{size}"]
    assert graph.subobjectives["o1"] == ["o0"]
