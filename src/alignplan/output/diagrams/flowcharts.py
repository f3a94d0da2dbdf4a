"""Maps, trees and matrices as Mermaid flowcharts.

Hosts draw at most 50,000 letters and 500 lines of a chart: what is given here has been made small enough before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.output.diagrams.interface import Diagram
from alignplan.output.diagrams.mermaid_text import cropped, quoted
from alignplan.output.figures import whole_percent
from alignplan.output.pictures.colours import Colour, hex_of
from alignplan.output.pictures.limbs import Limb, LimbKind, Outline, above
from alignplan.output.pictures.matrix import Matrix
from alignplan.output.pictures.standing import solid, tint
from alignplan.output.tone import Tone

__all__ = ["map_chart", "matrix_chart", "tree_chart"]

_TONES = (Tone.GOOD, Tone.WARN, Tone.BAD, Tone.MUTED)


def map_chart(outline: Outline) -> Diagram:
    """Vision, objectives and tactics, with the share of each in the progress of what it serves."""
    return _flowchart(
        f"Strategy map of {outline.name}", outline, vision=outline.vision or outline.name or "–"
    )


def tree_chart(outline: Outline) -> Diagram:
    """The same without vision and shares."""
    return _flowchart(f"Tree of {outline.name}", outline, vision="")


def _flowchart(title: str, outline: Outline, vision: str) -> Diagram:
    limbs = outline.limbs
    lines = [f"    v([{quoted(vision)}])"] if vision else []
    names = _names(limbs)
    lines += [
        f"    {name}{_node(limb)}" for name, limb in zip(names, limbs, strict=True) if not limb.reference
    ]
    lines += _links(limbs, names, shares=bool(vision))
    for tone in _TONES:
        some = [
            name
            for name, limb in zip(names, limbs, strict=True)
            if limb.standing is not None and limb.standing.tone is tone and not limb.reference
        ]
        if some:
            lines.append(f"    classDef {tone} {_style(tone)}")
            lines += [f"    class {','.join(some[at : at + 50])} {tone}" for at in range(0, len(some), 50)]
    return Diagram(cropped(title), "\n".join(["flowchart LR", *lines]) + "\n", outline.missing)


def _style(tone: Tone) -> str:
    return f"fill:{hex_of(tint(tone))},stroke:{hex_of(solid(tone))},color:{hex_of(Colour.INK)}"


def _names(limbs: Sequence[Limb]) -> list[str]:
    """A name in the chart for each; references have that of what they refer to."""
    whole = {limb.id: f"n{at}" for at, limb in enumerate(limbs) if not limb.reference}
    return [whole.get(limb.id, f"n{at}") for at, limb in enumerate(limbs)]


def _node(limb: Limb) -> str:
    standing = limb.standing
    words = "" if standing is None else standing.words
    if standing is not None and standing.progress is not None:
        words += f", {whole_percent(standing.progress)} %"
    label = quoted(limb.title, words)
    return f"({label})" if limb.kind is LimbKind.TACTIC else f"[{label}]"


def _links(limbs: Sequence[Limb], names: Sequence[str], *, shares: bool) -> Iterator[str]:
    known = {limb.id for limb in limbs if not limb.reference}
    for at, up in enumerate(above(limbs)):
        limb = limbs[at]
        origin = names[up] if up is not None else "v" if shares else None
        if origin is None or (limb.reference and limb.id not in known):
            continue
        arrow = "-.->" if limb.reference else "-->"
        label = f"|{quoted(f'{whole_percent(limb.share)} %')}|" if shares and limb.share is not None else ""
        yield f"    {origin} {arrow}{label} {names[at]}"


def matrix_chart(matrix: Matrix) -> Diagram:
    """Rows to the left, columns to the right, a line with its figure where they meet."""
    rows = {head.id: f"r{at}" for at, head in enumerate(matrix.rows)}
    columns = {head.id: f"c{at}" for at, head in enumerate(matrix.columns)}
    lines = [f"    {rows[head.id]}[{quoted(head.title)}]" for head in matrix.rows]
    lines += [f"    {columns[head.id]}({quoted(head.title)})" for head in matrix.columns]
    lines += [
        f"    {rows[one.row]} ---|{quoted(one.text)}| {columns[one.column]}"
        for one in matrix.crossings
        if one.row in rows and one.column in columns
    ]
    return Diagram(cropped(matrix.name), "\n".join(["flowchart LR", *lines]) + "\n", matrix.missing)
