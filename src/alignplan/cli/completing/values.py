"""What may stand in one place, by its meaning: a word of a list, an item, a selector, a field with its value."""

from __future__ import annotations

from alignplan.cli.completing.asked import Asked
from alignplan.cli.completing.items import ids, kind_of, with_steps
from alignplan.cli.completing.offers import Offer
from alignplan.cli.completing.plan import PlanText, plan_text
from alignplan.cli.completing.table import Table
from alignplan.model.kinds import CHILDREN, Kind

__all__ = ["Values"]

Found = tuple[str, list[Offer]]
"""What of the word stays, and what may stand behind that."""


class Values:
    """The words of the table and the items of the plan, which is looked for only where it is needed."""

    def __init__(self, table: Table, asked: Asked) -> None:
        self.table = table
        self.asked = asked
        self._plan: PlanText | None = None
        self._sought = False

    @property
    def plan(self) -> PlanText | None:
        """The plan of the folder; none where there is none."""
        if not self._sought:
            self._plan, self._sought = plan_text(self.asked.directory or "."), True
        return self._plan

    def of(self, meaning: str) -> Found:
        """What may stand in the word that is asked for."""
        word, arguments = self.asked.word, self.asked.arguments
        what, _, detail = meaning.partition(":")
        if what == "selector":
            return self._selector(word)
        if what == "lists":
            kept = word[: word.rfind(",") + 1]
            return kept, [offer for offer in self._listed(detail) if offer.word not in kept.split(",")]
        first = arguments[0] if arguments else ""
        if what == "parents":
            return "", self._parents(first)
        if what == "fields":
            return self._fields_of(word, first, detail)
        return "", self._one(meaning, word)

    # ------------------------------------------------------------ one value

    def _one(self, meaning: str, word: str) -> list[Offer]:
        """What may stand there alone, whether it begins like the word or not."""
        what, _, detail = meaning.partition(":")
        if what in ("list", "report"):
            return self._listed(detail)
        if what == "words":
            return [Offer(value) for value in detail.split("|")]
        plan = self.plan if what in ("items", "tags", "paths", "plan-files") else None
        if plan is None:
            return []
        if what == "items":
            return ids(plan, word, frozenset(Kind(name) for name in detail.split(",") if name))
        from alignplan.cli.completing.tags import paths, tags

        return tags(plan) if what == "tags" else paths(plan, folders=what == "paths")

    def _listed(self, name: str) -> list[Offer]:
        """The words of a list of the table."""
        return [Offer(word, about) for word, about in self.table.words(name)]

    def _parents(self, kind: str) -> list[Offer]:
        """What items of a kind may stand in, as the beginning of their address."""
        kinds = [parent for parent, inner in CHILDREN.items() if kind in {nested for _, nested in inner}]
        if self.plan is None or not kinds:
            return []
        found = ids(self.plan, "", frozenset(kinds))
        return [Offer(f"{offer.word}/", offer.about, goes_on=True) for offer in found]

    # ------------------------------------------------------------ selectors

    def _selector(self, word: str) -> Found:
        """The last condition of a selector: a key, the value of one, or an id with steps up and down."""
        kept = word[: word.rfind(",") + 1]
        steps, plus, rest = word[len(kept) :].partition("+")
        if plus and (not steps or steps.isdecimal()):
            kept += steps + plus
        else:
            rest = steps + plus + rest
        name, colon, value = rest.partition(":")
        known = self.table.selectors
        if colon:
            return f"{kept}{name}:", self._one(known[name].meaning, value) if name in known else []
        keys = [Offer(f"{key.name}:", key.about, goes_on=True) for key in known.values()]
        return kept, [*keys, *with_steps(self._one("items:", rest), rest)]

    # ------------------------------------------------------------ fields

    def _fields_of(self, word: str, first: str, of: str) -> Found:
        """`KEY=VALUE` of the item or the kind that is the first argument, or of the item in the same word."""
        if of == "kind":
            return self._fields(first, word)
        if of == "item":
            return self._fields(self._kind_typed(first), word)
        name, colon, rest = word.partition(":")
        if not colon:
            found = self._one("items:", name)
            return "", [Offer(f"{offer.word}:", offer.about, goes_on=True) for offer in found]
        kept, offers = self._fields(self._kind_typed(name), rest)
        return f"{name}:{kept}", offers

    def _kind_typed(self, name: str) -> str:
        """The kind of an item that was typed; empty where there is no such item."""
        found = kind_of(self.plan, name) if self.plan is not None else None
        return found.value if found is not None else ""

    def _fields(self, kind: str, word: str) -> Found:
        """The fields of a kind, or the values of the one that is typed."""
        name, equals, value = word.partition("=")
        known = {field.name: field for field in self.table.fields(kind)}
        if equals:
            separators = ("[", ",", " ") if value.startswith("[") else (",",)
            kept = value[: max(map(value.rfind, separators)) + 1]
            field = known.get(name.rstrip("+-"))
            return f"{name}={kept}", self._one(field.meaning, value[len(kept) :]) if field is not None else []
        into, dot, rest = name.partition(".")
        if dot and into in known and known[into].meaning.startswith("items:"):
            inner = self._one(known[into].meaning, rest)
            return f"{into}.", [Offer(f"{offer.word}=", offer.about, goes_on=True) for offer in inner]
        return "", [Offer(f"{field.name}=", field.about, goes_on=True) for field in known.values()]
