"""Every mention of a stakeholder → one entry a party, and what is particular to a place kept there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from alignplan.formats.stratml.document import Document, Stakeholder
from alignplan.formats.stratml.leftovers import filled, kept_extra, kept_roles
from alignplan.formats.stratml.report import Tally
from alignplan.formats.stratml.texts import first_words
from alignplan.text.naming import Ids

__all__ = ["Stakeholders"]


class Stakeholders:
    """The parties of a document: the same name and type is the same party, and so is the same name without a type
    where only one type of that name is known.
    """

    def __init__(self, document: Document, ids: Ids, tally: Tally) -> None:
        self._ids: dict[tuple[str, str], str] = {}
        self.entries: dict[str, dict[str, Any]] = {}
        """The section `stakeholders`, in the order of first mention."""
        mentions = list(_mentions(document))
        self._types = _types(mentions)
        for mention in mentions:
            if self._identity(mention) not in self._ids:
                self._add(mention, ids.give(name=_title(mention), kind="stakeholder"))
            self._describe(mention)
        tally.imported("stakeholder{s}", len(self.entries))
        tally.repaired("repeated mention{s} of stakeholders", len(mentions) - len(self.entries))

    def links(self, mentions: Iterable[Stakeholder]) -> list[Any]:
        """The stakeholders of one place: an id, or with it what is said of the party in that place alone."""
        return [self._link(mention) for mention in mentions]

    def _identity(self, mention: Stakeholder) -> tuple[str, str]:
        name = _title(mention).casefold()
        known = self._types.get(name, set())
        return name, mention.type or (next(iter(known)) if len(known) == 1 else "")

    def _add(self, mention: Stakeholder, id_: str) -> None:
        self._ids[self._identity(mention)] = id_
        self.entries[id_] = {"title": _title(mention)}

    def _describe(self, mention: Stakeholder) -> None:
        """The first description and the first type found anywhere are the party's own."""
        entry = self.entries[self._ids[self._identity(mention)]]
        if mention.description and mention.description != entry["title"]:
            entry.setdefault("description", mention.description)
        if mention.type:
            entry.setdefault("x-stratml", {"type": mention.type})

    def _link(self, mention: Stakeholder) -> Any:
        id_ = self._ids[self._identity(mention)]
        entry = self.entries[id_]
        own = (entry["title"], entry.get("description", ""))
        said = "" if mention.description in own else mention.description
        more = filled(description=said, roles=kept_roles(mention.roles), **kept_extra(mention.extra))
        return {"id": id_, **more} if more else id_


def _types(mentions: Iterable[Stakeholder]) -> dict[str, set[str]]:
    """The types that are stated for each name."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.type:
            found.setdefault(_title(mention).casefold(), set()).add(mention.type)
    return found


def _mentions(document: Document) -> Iterable[Stakeholder]:
    for organization in document.organizations:
        yield from organization.stakeholders
    for aim, _ in document.aims():
        yield from aim.stakeholders


def _title(mention: Stakeholder) -> str:
    """Its name, else what is said of it, else its role."""
    said = mention.description or next((role.name or role.description for role in mention.roles), "")
    return mention.name or first_words(said) or mention.type or "Stakeholder"
