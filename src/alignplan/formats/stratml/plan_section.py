"""The section `plan`: what the document says about itself as a whole."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath
from typing import Any

from alignplan.formats.stratml.document import Document, Organization, Submitter
from alignplan.formats.stratml.figures import parse_day
from alignplan.formats.stratml.leftovers import filled, kept_extra
from alignplan.formats.stratml.report import Tally
from alignplan.formats.stratml.texts import first_words, line

__all__ = ["fallback_title", "plan_section"]

_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


def fallback_title(document: Document, name: str) -> str:
    """What stands in for a missing title: the organization, else the name of the file without its ending."""
    organization = document.organizations[0] if document.organizations else None
    stem = line(re.sub(r"[-_]+", " ", PurePath(name.replace("\\", "/")).stem))
    return (organization and (organization.name or organization.acronym)) or stem or "Plan"


def plan_section(document: Document, fallback: str, tally: Tally) -> dict[str, Any]:
    """Title, organization, vision, mission, horizon and links; the rest under `x-stratml`."""
    title = document.name or first_words(document.description) or fallback
    if not document.name:
        tally.repaired("missing title of the plan")
    first = document.organizations[0] if document.organizations else None
    start, due = parse_day(document.start, end=False), parse_day(document.end, end=True)
    is_period = start is None or due is None or start <= due
    if not is_period:
        tally.kept("plan period with the end before the start")
    is_link = _URL.fullmatch(document.source) is not None
    submitters = [_submitter(one, tally) for one in document.submitters]
    organizations = [_organization(one, tally, is_other=True) for one in document.organizations[1:]]
    return filled(
        title=title,
        organization=first and (first.name or first.acronym or first_words(first.description)),
        description=document.description if document.description != title else "",
        vision=document.vision.text,
        mission=document.mission.text,
        horizon=filled(start=start, due=due) if is_period else {},
        links=document.source if is_link else "",
        notes=document.notes,
        x_stratml=filled(
            **_form(document),
            **_period(document, start if is_period else None, due if is_period else None),
            published=_day_or_text(document.published),
            source="" if is_link else document.source,
            submitter=submitters[0] if len(submitters) == 1 else submitters,
            organization=_organization(first, tally, is_other=False) if first else {},
            organizations=organizations,
            vision=filled(identifier=document.vision.identifier, **kept_extra(document.vision.extra)),
            mission=filled(identifier=document.mission.identifier, **kept_extra(document.mission.extra)),
            **kept_extra(document.extra),
        ),
    )


def _form(document: Document) -> dict[str, Any]:
    """What an export needs to write the same kind of document again."""
    return filled(
        root=document.root,
        namespace=document.namespace,
        prefix=document.prefix,
        type=document.type,
        schema=document.schema,
        stylesheet=document.stylesheet,
        identifier=document.identifier,
    )


def _period(document: Document, start: date | None, due: date | None) -> dict[str, Any]:
    """The dates that did not become the horizon, as they were written."""
    return filled(
        start="" if start else _day_or_text(document.start),
        due="" if due else _day_or_text(document.end),
    )


def _day_or_text(text: str) -> Any:
    day = parse_day(text, end=False)
    return day if day and day.isoformat() == text else text


def _organization(one: Organization, tally: Tally, *, is_other: bool) -> dict[str, Any]:
    tally.kept("identifier{s}", int(bool(one.identifier)))
    return filled(
        name=one.name if is_other else "",
        acronym=one.acronym,
        identifier=one.identifier,
        description=one.description,
        **kept_extra(one.extra),
    )


def _submitter(one: Submitter, tally: Tally) -> dict[str, Any]:
    tally.kept("submitter{s}")
    return filled(given_name=one.given_name, surname=one.surname, email=one.email, phone=one.phone,
                  identifier=one.identifier)  # fmt: skip
