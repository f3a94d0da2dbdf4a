"""Which figures an item has, and which one is meant by what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Explainable, explainables
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node

__all__ = ["figures_of", "listed", "meant", "names_of"]

_MOST_COMPARED = 20_000


def names_of(grounds: Grounds, node: Node) -> Iterator[tuple[str, Explainable]]:
    """The figures of an item by the names that are typed; inputs that are only met in trees are left out."""
    for figure in figures_of(node):
        if not figure.inner:
            for detail in _details(grounds, node, figure):
                yield (f"{figure.name}/{detail}" if detail else figure.name), figure


def listed(grounds: Grounds, node: Node) -> Iterator[tuple[str, Explainable]]:
    """The same, of figures with several parts the main one alone."""
    for figure in figures_of(node):
        if figure.inner:
            continue
        details = _details(grounds, node, figure)
        if figure.main:
            details = [figure.main] if figure.main in details else []
        for detail in [""] if "" in details and figure.name != "weight" else details:
            yield (f"{figure.name}/{detail}" if detail and detail != figure.main else figure.name), figure


def figures_of(node: Node) -> Iterator[Explainable]:
    """The figures that items of its kind have."""
    return (one for named in explainables().values() for one in named if node.kind in one.kinds)


def _details(grounds: Grounds, node: Node, figure: Explainable) -> list[str]:
    return [""] if figure.details is None else list(figure.details(grounds, node))


def meant(grounds: Grounds, node: Node, typed: str) -> str:
    """The figure that was typed for an item; without a detail the main one, or the only one. Raises Misuse."""
    head, _, detail = typed.partition("/")
    figure = next((one for one in figures_of(node) if one.name == head), None)
    if figure is None:
        raise _no_such(grounds, node, typed)
    details = _details(grounds, node, figure)
    if detail in details or (not detail and figure.main):
        return typed
    if detail and figure.accepts is not None and figure.accepts(grounds, node, detail):
        return typed
    if detail:
        raise _no_such(grounds, node, typed)
    if len(details) == 1:
        return f"{head}/{details[0]}"
    listed = ", ".join(f"`{head}/{one}`" for one in details[:5]) + (" …" if len(details) > 5 else "")
    if details:
        raise Misuse(f"`{node.id}` has {len(details)} figures `{head}`: {listed}", "name one of them")
    raise Misuse(
        f"`{node.id}` has no `{head}`: {figure.meaning}", f"`alignplan explain {node.id}` lists what it has"
    )


def _no_such(grounds: Grounds, node: Node, typed: str) -> Misuse:
    names = dict.fromkeys(name for name, _ in names_of(grounds, node))
    heads = list(dict.fromkeys(name.partition("/")[0] for name in names))
    if not heads:
        return Misuse(
            f"a {node.kind.value} has no figures", "objectives, tactics, their steps, KPIs and the plan have"
        )
    near = [name for name in names if name.endswith(f"/{typed}")][:1]
    near = near or get_close_matches(typed, [*heads, *list(names)[:_MOST_COMPARED]], n=1)
    hint = f"did you mean `{near[0]}`? " if near else ""
    return Misuse(f"`{node.id}` has no figure `{typed}`", f"{hint}there are {', '.join(heads)}")
