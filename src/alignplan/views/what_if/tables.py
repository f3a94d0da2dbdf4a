"""Both plans in one table for people: the view's own, or in little room a row for each figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.output.document import Align, Block, Cell, Column, Facts, Row, Table, Tone
from alignplan.output.figures import short_number
from alignplan.records import record
from alignplan.views.what_if.beside import Fate, Line, Pair, once

__all__ = ["layouts"]

_SHORT = 20
"""Characters of a figure or a day; what is longer is a sentence, unless its tone says that it is a state."""


@record
class _Way:
    """How much of the view's own table is shown."""

    everything: bool
    sentences: bool = True


def layouts(table: Table, lines: Sequence[Line], *, everything: bool) -> Iterator[list[Block]]:
    """Both plans in less and less room; nothing where there is nothing to show.

    At first the view's own table, with `today → what if (difference)` for each value that differs; then without
    sentences; then a row for each figure, in the end without columns. Unless `everything` is wanted, only the rows and
    the columns in which something differs.
    """
    shown = list(lines) if everything else [line for line in once(lines) if line.stands_out]
    if not shown:
        return
    yield [_wide(table, shown, _Way(everything))]
    yield [_wide(table, shown, _Way(everything, sentences=False))]
    told = [line for line in once(lines) if everything or line.stands_out]
    yield [_listed(table, told, everything=everything)]
    yield [_facts(line, everything=everything) for line in told]


def _wide(table: Table, shown: Sequence[Line], way: _Way) -> Table:
    deciding = [line for line in shown if line.fate is Fate.CHANGED] or shown
    kept = [
        at
        for at, column in enumerate(table.columns[1:])
        if (way.everything or any(line.pairs[at].shows for line in deciding))
        and (way.sentences or not _has_sentences(column, [line.pairs[at] for line in shown]))
    ]
    columns = (table.columns[0], *(table.columns[at + 1] for at in kept))
    tree = way.everything and table.tree
    rows = tuple(_wide_row(line, kept, tree=tree) for line in shown)
    return Table(columns, rows, tree=tree)


def _has_sentences(column: Column, pairs: Sequence[Pair]) -> bool:
    return column.shrink or not all(map(_is_short, pairs))


def _wide_row(line: Line, kept: Sequence[int], *, tree: bool) -> Row:
    first = Cell(f"{line.name.text if tree else line.id}{_mark(line)}", line.id, line.name.tone)
    cells = (_cell(line.fate, line.pairs[at]) for at in kept)
    return Row((first, *cells), line.depth if tree else 0)


def _mark(line: Line) -> str:
    """What stands beside the name of a row that is in one of both plans only."""
    return f" ({line.fate})" if line.fate in (Fate.NEW, Fate.GONE) else ""


def _cell(fate: Fate, pair: Pair) -> Cell:
    if fate is Fate.GONE:
        return Cell(pair.today.text, pair.today.exact, Tone.MUTED)
    if fate is Fate.NEW or not pair.shows or pair.column.shrink or not _is_short(pair):
        return pair.what_if
    old, new = _apart(pair)
    difference = f" ({_amount(pair)})" if pair.difference is not None else ""
    return Cell(f"{old} → {new}{difference}", pair.what_if.exact, _tone(pair))


def _is_short(pair: Pair) -> bool:
    """Whether it is a figure, a day or a state, and no sentence."""
    return pair.is_state or max(len(pair.today.text), len(pair.what_if.text)) <= _SHORT


def _tone(pair: Pair) -> Tone:
    return {1: Tone.GOOD, -1: Tone.BAD}.get(pair.trend, pair.what_if.tone)


def _apart(pair: Pair) -> tuple[str, str]:
    """Both texts, with more digits where they would read the same."""
    old, new = pair.today, pair.what_if
    if (
        old.text != new.text
        or not isinstance(old.exact, float | int)
        or not isinstance(new.exact, float | int)
    ):
        return old.text, new.text
    unit = " %" if new.text.endswith(" %") else ""
    for digits in range(1, 7):
        one, other = f"{old.exact:,.{digits}f}{unit}", f"{new.exact:,.{digits}f}{unit}"
        if one != other:
            return one, other
    return f"{old.exact!r}{unit}", f"{new.exact!r}{unit}"


def _amount(pair: Pair) -> str:
    """A difference with its sign: of days with a unit, of percentages to a tenth of a point."""
    difference = pair.difference
    assert difference is not None
    if isinstance(pair.what_if.exact, str):
        return f"{_signed(f'{difference:+.0f}')} d"
    if pair.what_if.text.endswith(" %") and abs(difference) >= 0.05:
        return _signed(f"{difference:+.1f}".removesuffix(".0"))
    return _signed(f"{'+' if difference > 0 else ''}{short_number(difference)}")


def _signed(text: str) -> str:
    return text.replace("-", "−")


_LISTED = (
    Column("today", "today", Align.RIGHT),
    Column("what if", "what_if", Align.RIGHT),
    Column("difference", "difference", Align.RIGHT),
)


def _listed(table: Table, told: Sequence[Line], *, everything: bool) -> Table:
    """A row for each figure, below that of what has it."""
    rows = [row for line in told for row in _listed_rows(line, everything=everything)]
    return Table((table.columns[0], *_LISTED), tuple(rows), tree=True)


def _figures(line: Line, *, everything: bool) -> list[Pair]:
    """The figures of a row that are worth a line: sentences are not."""
    return [
        pair for pair in line.pairs if (everything or pair.shows) and not _has_sentences(pair.column, [pair])
    ]


def _listed_rows(line: Line, *, everything: bool) -> Iterator[Row]:
    name = Cell(f"{line.id}{_mark(line)}", line.id, line.name.tone)
    yield Row((name, *[Cell("")] * len(_LISTED)))
    for pair in _figures(line, everything=everything):
        old, new = _apart(pair) if pair.shows else (pair.today.text, pair.what_if.text)
        difference = _amount(pair) if pair.difference else {1: "better", -1: "worse"}.get(pair.trend, "")
        yield Row(
            (
                Cell(pair.column.title),
                Cell(old, tone=pair.today.tone),
                Cell(new, tone=pair.what_if.tone),
                Cell(difference, tone=_tone(pair) if pair.trend else Tone.PLAIN),
            ),
            1,
        )


def _facts(line: Line, *, everything: bool) -> Facts:
    """The figures of a row on lines of their own."""
    told = _figures(line, everything=everything)
    pairs = tuple((pair.column.title, _cell(line.fate, pair)) for pair in told)
    return Facts(pairs, f"{line.id}{_mark(line)}")
