r"""Maps, trees and matrices in DOT, the language of Graphviz.

Every text stands in quotes. A quote and a backslash in it get a backslash in front, `&` is written as `&amp;`: Graphviz
knows HTML entities in labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from alignplan.output.diagrams.interface import Diagram
from alignplan.output.diagrams.mermaid_text import cropped
from alignplan.output.figures import whole_percent
from alignplan.output.pictures.colours import Colour, hex_of
from alignplan.output.pictures.limbs import Limb, LimbKind, Outline, above
from alignplan.output.pictures.matrix import Matrix
from alignplan.output.pictures.standing import solid, tint

__all__ = ["label", "map_graph", "matrix_graph", "tree_graph"]

_LINE = 32


def label(*lines: str) -> str:
    r"""A label, its lines below each other.

    >>> label('Say "now"', r"a\b & c")
    '"Say \\"now\\"\\na\\\\b &amp; c"'
    """
    return '"' + "\\n".join(_escaped(line) for line in lines if line) + '"'


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")


def _broken(text: str) -> list[str]:
    return wrap(cropped(text), _LINE) or [""]


def map_graph(outline: Outline) -> Diagram:
    """Vision, objectives and tactics, with the share of each in the progress of what it serves."""
    return _graph(f"Strategy map of {outline.name}", outline, vision=outline.vision or outline.name or "–")


def tree_graph(outline: Outline) -> Diagram:
    """The same without vision and shares."""
    return _graph(f"Tree of {outline.name}", outline, vision="")


def _graph(title: str, outline: Outline, vision: str) -> Diagram:
    lines = list(_head(title))
    if vision:
        colours = f'fillcolor="{hex_of(Colour.ACCENT_TINT)}" color="{hex_of(Colour.ACCENT)}"'
        lines.append(f'  "(vision)" [label={label(*_broken(vision))} {colours}];')
    lines += [f"  {label(limb.id)} [{_node(limb)}];" for limb in outline.limbs if not limb.reference]
    lines += _edges(outline.limbs, shares=bool(vision))
    return Diagram(cropped(title), "\n".join([*lines, "}"]) + "\n", outline.missing)


def _head(title: str) -> Iterator[str]:
    yield "digraph plan {"
    yield f"  label={label(cropped(title))};"
    yield "  rankdir=LR;"
    colours = f'fillcolor="{hex_of(Colour.SURFACE)}" color="{hex_of(Colour.LINE)}"'
    yield f'  node [shape=box style="filled,rounded" fontname="Helvetica" fontsize=11 {colours}];'
    yield f'  edge [fontname="Helvetica" fontsize=9 color="{hex_of(Colour.MUTED)}"];'


def _node(limb: Limb) -> str:
    standing = limb.standing
    words = "" if standing is None else standing.words
    if standing is not None and standing.progress is not None:
        words += f", {whole_percent(standing.progress)} %"
    stated = f"label={label(*_broken(limb.title), words)}"
    if standing is not None and limb.kind is not LimbKind.MORE:
        stated += f' fillcolor="{hex_of(tint(standing.tone))}" color="{hex_of(solid(standing.tone))}"'
    return stated if limb.kind is not LimbKind.MORE else f'{stated} style="dashed,rounded"'


def _edges(limbs: Sequence[Limb], *, shares: bool) -> Iterator[str]:
    known = {limb.id for limb in limbs if not limb.reference}
    for at, up in enumerate(above(limbs)):
        limb = limbs[at]
        origin = label(limbs[up].id) if up is not None else '"(vision)"' if shares else None
        if origin is None or limb.id not in known:
            continue
        stated = [f'label="{whole_percent(limb.share)} %"'] if shares and limb.share is not None else []
        stated += ["style=dashed"] if limb.reference else []
        about = f" [{' '.join(stated)}]" if stated else ""
        yield f"  {origin} -> {label(limb.id)}{about};"


def matrix_graph(matrix: Matrix) -> Diagram:
    """Rows to the left, columns to the right, a line with its figure where they meet."""
    lines = [*_head(matrix.name)]
    rows, columns = {head.id for head in matrix.rows}, {head.id for head in matrix.columns}
    lines += [
        f"  {label(head.id)} [label={label(*_broken(head.title))}];"
        for head in (*matrix.rows, *matrix.columns)
    ]
    lines += [
        f"  {label(one.row)} -> {label(one.column)} [label={label(one.text)} dir=none];"
        for one in matrix.crossings
        if one.row in rows and one.column in columns
    ]
    return Diagram(cropped(matrix.name), "\n".join([*lines, "}"]) + "\n", matrix.missing)
