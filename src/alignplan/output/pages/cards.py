"""Items that open: objectives, what serves them, and what is done for that; with a form to look for some of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from alignplan.output.figures import whole_percent
from alignplan.output.pages.blocks import bar, block_elements, paragraphs, worded
from alignplan.output.pages.element import Child, Element, element
from alignplan.output.reports.interface import Card, Cards

__all__ = ["anchor", "cards_elements"]

_OPEN_AT_ONCE = 40
"""So many cards at most stand open below the top."""


def anchor(id: str) -> str:
    """The address of an item in the page."""
    return f"i-{id}"


def cards_elements(cards: Cards, names: Mapping[str, str]) -> Iterator[Element]:
    """The form, then the items."""
    yield _form(cards.cards)
    yield element("div", *_nested(cards.cards, names), class_="items", id="items")
    yield element("p", "Nothing fits what you look for.", id="nothing", class_="t-muted", hidden=True)


# ------------------------------------------------------------ the form


def _form(cards: Sequence[Card]) -> Element:
    owners = sorted({(card.owner or card.who, card.who) for card in cards if card.who})
    states = dict.fromkeys((card.state, card.health.text) for card in cards if card.state)
    statuses = dict.fromkeys(card.status for card in cards if card.status)
    return element(
        "form",
        element("label", "Search", element("input", type="search", id="q", autocomplete="off", name="q")),
        _choice("owner", "Owner", [(id, name) for name, id in owners]),
        _choice("health", "Health", list(states)),
        _choice("status", "Status", [(one, one) for one in statuses]),
        element(
            "span",
            element("button", "Open all", type="button", id="open-all"),
            element("button", "Close all", type="button", id="close-all"),
            element("button", "Show all", type="reset", id="clear"),
            class_="buttons",
        ),
        element("output", "", id="count", aria_live="polite"),
        class_="filters",
        id="filters",
        role="search",
        aria_label="Objectives and tactics",
    )


def _choice(name: str, label: str, options: Sequence[tuple[str, str]]) -> Element:
    listed = [
        element("option", "all", value=""),
        *(element("option", text, value=value) for value, text in options),
    ]
    return element("label", label, element("select", *listed, id=name, name=name))


# ------------------------------------------------------------ the items


def _nested(cards: Sequence[Card], names: Mapping[str, str]) -> list[Element]:
    """Cards inside of cards, the innermost first, so that nothing calls itself."""
    few = len(cards) <= _OPEN_AT_ONCE
    ups = _above(cards)
    below: dict[int, list[Element]] = {}
    for at in range(len(cards) - 1, -1, -1):
        inner = below.pop(at, [])[::-1]
        is_open = bool(inner) and (few or cards[at].depth == 0)
        below.setdefault(ups[at], []).append(_card(cards[at], names, inner, is_open=is_open))
    return below.get(_TOP, [])[::-1]


_TOP = -1
_DEEPEST = 7
"""Cards are nested so deep at most: what hangs deeper stands beside, since no screen has room for it."""


def _above(cards: Sequence[Card]) -> list[int]:
    """For each card the number of the one that it hangs below."""
    ups: list[int] = []
    open_ones: list[int] = []
    for at, card in enumerate(cards):
        while open_ones and (len(open_ones) > _DEEPEST or cards[open_ones[-1]].depth >= card.depth):
            open_ones.pop()
        ups.append(open_ones[-1] if open_ones else _TOP)
        open_ones.append(at)
    return ups


def _card(card: Card, names: Mapping[str, str], inner: Sequence[Element], *, is_open: bool) -> Element:
    return element(
        "details",
        element("summary", *_summary(card)),
        element("div", *_body(card, names), class_="body"),
        element("div", *inner, class_="below") if inner else None,
        class_=f"item {card.kind}",
        id=anchor(card.id) if card.id else None,
        open=is_open,
        data_o=card.who or None,
        data_h=card.state or None,
        data_s=card.status or None,
    )


def _summary(card: Card) -> Iterator[Child]:
    yield element("b", card.title)
    yield element("span", card.health.text, class_=f"s t-{card.health.tone.value}")
    if card.progress is not None:
        yield bar(card.progress, card.planned)
        yield element("span", *_done(card), class_="d")
    if card.due:
        yield element("span", f"due {card.due}", class_="u")


def _done(card: Card) -> Iterator[str]:
    assert card.progress is not None
    planned = "" if card.planned is None else f", {whole_percent(card.planned)} % planned"
    yield f"{whole_percent(card.progress)} %{planned or ' done'}"


def _body(card: Card, names: Mapping[str, str]) -> Iterator[Element]:
    if card.reason:
        yield element("p", *worded(card.reason, names), class_="why")
    if card.description:
        yield from paragraphs(card.description)
    said = list(_who(card))
    if said:
        yield element("p", *said, class_="meta")
    for block in card.blocks:
        yield from block_elements(block, names, f"Of {card.title}")
    if card.steps:
        yield element("ul", *map(_step, card.steps), class_="steps")


def _step(step: tuple[str, str, str]) -> Element:
    title, stands, more = step
    return element("li", title, element("span", f"{stands}, {more}" if more else stands))


def _who(card: Card) -> Iterator[Child]:
    """Its id, its owner, its status, and what else there is to say of it, in one line."""
    if card.id:
        yield element("code", card.id)
    if card.who:
        yield f" {card.owner or card.who}"
    if card.status:
        yield f"{', ' if card.who else ' '}{card.status}"
    for name, cell in card.facts:
        yield f"; {name} {cell.text}"
