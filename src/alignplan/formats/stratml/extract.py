"""Element tree → document: names looked up leniently, empty shells and placeholder texts left out and counted."""

from __future__ import annotations

from dataclasses import replace

from alignplan.formats.stratml.document import (
    Aim,
    AimKind,
    Document,
    Extra,
    Organization,
    Role,
    Stakeholder,
    Statement,
    Submitter,
    Value,
)
from alignplan.formats.stratml.element import Element
from alignplan.formats.stratml.fields import Fields
from alignplan.formats.stratml.indicators import indicators
from alignplan.formats.stratml.read import XmlFile
from alignplan.formats.stratml.report import Tally

__all__ = ["extract"]


def extract(file: XmlFile, version: str, tally: Tally) -> Document:
    """What the document says."""
    root = Fields(file.root, tally)
    core_element = root.first("StrategicPlanCore")
    core = Fields(core_element, tally) if core_element else root
    administration_element = root.first("AdministrativeInformation")
    administration = Fields(administration_element or _nothing("AdministrativeInformation"), tally)
    if file.comments:
        tally.dropped("XML comment{s}", file.comments)
    document = Document(
        version=version,
        root=file.root.name,
        namespace=file.root.namespace,
        prefix=file.root.prefix,
        schema=_schema(file.root),
        stylesheet=file.stylesheet,
        type=root.attribute("Type"),
        name=root.line("Name"),
        description=root.prose("Description"),
        notes=root.prose("OtherInformation"),
        organizations=tuple(_organization(found, tally) for found in core.all("Organization")),
        vision=_statement(core.first("Vision"), tally),
        mission=_statement(core.first("Mission"), tally),
        values=_values(core, tally),
        goals=_aims(core.all("Goal"), AimKind.GOAL, tally),
        identifier=administration.line("Identifier"),
        start=administration.line("StartDate"),
        end=administration.line("EndDate"),
        published=administration.line("PublicationDate"),
        source=administration.line("Source"),
        submitters=_submitters(root, administration, tally),
        extra=Extra(),
    )
    return _with_extra(document, [root] if core is root else [root, core], administration)


def _with_extra(document: Document, whole: list[Fields], administration: Fields) -> Document:
    extras = [fields.extra for fields in (*whole, administration)]
    attributes = tuple(attribute for extra in extras for attribute in extra.attributes)
    return replace(
        document, extra=Extra(attributes, tuple(raw for extra in extras for raw in extra.elements))
    )


def _nothing(name: str) -> Element:
    return Element(name, "", "", 0, 0, {})


def _schema(root: Element) -> str:
    found = (value for name, value in root.attributes.items() if name.endswith("chemaLocation"))
    return " ".join(next(found, "").split())


def _organization(element: Element, tally: Tally) -> Organization:
    fields = Fields(element, tally)
    return Organization(fields.line("Name"), fields.line("Acronym"), fields.line("Identifier"),
                        fields.prose("Description"), _stakeholders(fields, tally), fields.extra)  # fmt: skip


def _statement(element: Element | None, tally: Tally) -> Statement:
    if element is None or element.is_empty():
        return Statement()
    fields = Fields(element, tally)
    return Statement(
        fields.prose("Description") or fields.own_text(), fields.line("Identifier"), fields.extra
    )


def _values(core: Fields, tally: Tally) -> tuple[Value, ...]:
    found = []
    for element in core.all("Value"):
        fields = Fields(element, tally)
        name, description = fields.line("Name") or fields.own_text(), fields.prose("Description")
        if name or description:
            found.append(Value(name, description, fields.extra))
        else:
            tally.dropped("empty Value{s}")
    return tuple(found)


def _stakeholders(fields: Fields, tally: Tally) -> tuple[Stakeholder, ...]:
    found = (_stakeholder(element, tally) for element in fields.all("Stakeholder"))
    return tuple(stakeholder for stakeholder in found if stakeholder is not None)


def _stakeholder(element: Element, tally: Tally) -> Stakeholder | None:
    fields = Fields(element, tally)
    roles = tuple(role for role in (_role(inner, tally) for inner in fields.all("Role")) if role is not None)
    name, description = fields.line("Name") or fields.own_text(), fields.prose("Description")
    if not (name or description or roles):
        tally.dropped("empty Stakeholder{s}")
        return None
    return Stakeholder(name, fields.attribute("StakeholderTypeType"), description, roles, fields.extra)


def _role(element: Element, tally: Tally) -> Role | None:
    fields = Fields(element, tally)
    types = tuple(" ".join(inner.text().split()) for inner in fields.all("RoleType"))
    role = Role(fields.line("Name") or fields.own_text(), fields.prose("Description"), types)
    return role if role.name or role.description or role.types else None


def _aims(elements: list[Element], kind: AimKind, tally: Tally) -> tuple[Aim, ...]:
    found = (_aim(element, kind, tally) for element in elements)
    return tuple(aim for aim in found if aim is not None)


def _aim(element: Element, kind: AimKind, tally: Tally) -> Aim | None:
    """A goal or objective, or None for an empty shell: without name, description, code and anything inside."""
    fields = Fields(element, tally)
    aim = Aim(
        kind=kind,
        name=fields.line("Name"),
        description=fields.prose("Description"),
        code=fields.line("SequenceIndicator"),
        identifier=fields.line("Identifier"),
        notes=fields.prose("OtherInformation"),
        stakeholders=_stakeholders(fields, tally),
        indicators=indicators(fields, tally),
        objectives=_aims(fields.all("Objective"), AimKind.OBJECTIVE, tally),
        extra=fields.extra,
    )
    inside = (aim.notes, aim.stakeholders, aim.indicators, aim.objectives, aim.extra.elements)
    if aim.name or aim.description or aim.code or any(inside):
        return aim
    tally.dropped(f"empty {element.name}{{s}}")
    return None


def _submitters(root: Fields, administration: Fields, tally: Tally) -> tuple[Submitter, ...]:
    """Who submitted it, from either of the two places; the same one is named once."""
    elements = [*root.all("Submitter"), *administration.all("Submitter")]
    found = (_submitter(Fields(element, tally)) for element in elements)
    return tuple(dict.fromkeys(submitter for submitter in found if submitter != Submitter()))


def _submitter(fields: Fields) -> Submitter:
    return Submitter(
        identifier=fields.line("Identifier"),
        given_name=fields.line("GivenName") or fields.line("FirstName"),
        surname=fields.line("Surname") or fields.line("LastName"),
        phone=fields.line("PhoneNumber"),
        email=fields.line("EmailAddress"),
    )
