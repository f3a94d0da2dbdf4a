"""Items of the plan as they are typed: ids, addresses, bare names."""

from __future__ import annotations

from functools import partial

from alignplan.cli.completing.offers import Offer, beginning
from alignplan.cli.completing.plan import Item, PlanText
from alignplan.model.kinds import CHILDREN, Kind

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every key
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["ids", "kind_of", "with_steps"]

_CALENDARS = "calendars/"
_NESTED = frozenset(kind for inner in CHILDREN.values() for _, kind in inner)


def ids(plan: PlanText, word: str, kinds: frozenset[Kind] = frozenset()) -> list[Offer]:
    """Ids of items of some kinds, all where none is named; what stands in others by its address.

    First what stands in nothing else. Where the word says which of those is meant, what stands in it comes beside it;
    where it begins like none, it may be the bare name of something that stands in another.
    """
    if "/" in word:
        inside = [_offer(item) for item in _inside(plan, word.partition("/")[0]) if _is_of(item, kinds)]
        return inside or _calendars(plan, kinds)
    if kinds and kinds <= _NESTED:
        return [_offer(item) for item in _everywhere(plan, kinds)]
    found = _top(plan, kinds)
    whole = [Offer("plan", "the plan itself")] if not kinds and "plan" not in found else []
    meant = {id: item for id, item in found.items() if id.startswith(word)}
    if not meant:
        bare = [*beginning(whole, word), *_bare(plan, word, kinds)]
        return bare or [_offer(item) for item in found.values()]
    offers = [*beginning(whole, word), *map(_offer, meant.values())]
    only = meant.get(word) or (next(iter(meant.values())) if len(meant) == 1 else None)
    if only is not None:
        offers += [_offer(child) for child in only.children() if _is_of(child, kinds)]
    return offers


def _offer(item: Item) -> Offer:
    return Offer(item.address, partial(_about, item))


def _about(item: Item) -> str:
    title = item.title
    return f"{item.kind}: {title}" if title else item.kind.value


def _is_of(item: Item, kinds: frozenset[Kind]) -> bool:
    return not kinds or item.kind in kinds


def _top(plan: PlanText, kinds: frozenset[Kind]) -> dict[str, Item]:
    """By id, each once; a calendar has a namespace of its own, and comes second."""
    found: dict[str, Item] = {}
    calendars: dict[str, Item] = {}
    for item in plan.items(*kinds):
        (calendars if item.kind is Kind.CALENDAR else found).setdefault(item.id, item)
    for id, item in calendars.items():
        found.setdefault(id, item)
    return found


def _inside(plan: PlanText, parent: str) -> Iterator[Item]:
    """What stands in the items of an id."""
    for item in plan.items(*CHILDREN):
        if item.id == parent:
            yield from item.children()


def _calendars(plan: PlanText, kinds: frozenset[Kind]) -> list[Offer]:
    """Calendars by their full names, which are needed where another item has the same id."""
    if kinds and Kind.CALENDAR not in kinds:
        return []
    return [_offer(item).behind(_CALENDARS) for item in plan.items(Kind.CALENDAR)]


def _everywhere(plan: PlanText, kinds: frozenset[Kind]) -> Iterator[Item]:
    yield from plan.items(*kinds)
    yield from plan.nested(*kinds)


def _bare(plan: PlanText, word: str, kinds: frozenset[Kind]) -> list[Offer]:
    """Names that begin like the word and that only one item has."""
    named: dict[str, list[Item]] = {}
    if word:
        for item in plan.nested(*(kinds or _NESTED)):
            if item.id.startswith(word):
                named.setdefault(item.id, []).append(item)
    return [Offer(name, partial(_address, *items)) for name, items in named.items() if len(items) == 1]


def _address(item: Item) -> str:
    return f"{item.kind}: {item.address}"


def with_steps(offers: Iterable[Offer], word: str) -> list[Offer]:
    """The same with `id+`, for an id that is typed whole or the only one that begins so."""
    found = list(offers)
    begun = [offer for offer in beginning(found, word) if "/" not in offer.word]
    return found + [
        Offer(f"{offer.word}+", "and what serves it")
        for offer in begun
        if offer.word == word or len(begun) == 1
    ]


def kind_of(plan: PlanText, name: str) -> Kind | None:
    """The kind of the item that is typed by id, address, or a name that only one has."""
    if name == "plan":
        return Kind.PLAN
    if name.startswith(_CALENDARS):
        return Kind.CALENDAR
    parent, slash, child = name.partition("/")
    if slash:
        return next((item.kind for item in _inside(plan, parent) if item.id == child), None)
    found = _top(plan, frozenset()).get(name)
    if found is not None:
        return found.kind
    kinds = {item.kind for item in plan.nested(*_NESTED) if item.id == name}
    return kinds.pop() if len(kinds) == 1 else None
