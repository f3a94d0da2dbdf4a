"""One StratML document → the files of a plan: read, recognize, extract, map, write."""

from __future__ import annotations

from typing import Any

from alignplan.formats.interface import Imported
from alignplan.formats.stratml.aims import Sections, sections
from alignplan.formats.stratml.element import TextTooLongError
from alignplan.formats.stratml.extract import extract
from alignplan.formats.stratml.plan_section import fallback_title, plan_section
from alignplan.formats.stratml.read import MAX_BYTES, read, refuse, shown
from alignplan.formats.stratml.recognize import recognize
from alignplan.formats.stratml.report import Tally
from alignplan.text.compose import compose

__all__ = ["convert"]

_LARGE = 40
"""A section of more entries has a file of its own."""


def convert(source: bytes, *, name: str, levels_from_codes: bool = False) -> Imported:
    """The plan in a StratML document of Part 1 or Part 2; `name` is how the file is called in reports and refusals.

    Raises :class:`~alignplan.formats.interface.ImportRefused` for what is not well-formed, has a DTD, is of another
    kind or version, has nothing in it, or is beyond the limits. With `levels_from_codes` an Objective whose code
    extends another's is put under that one, as a tactic where it can be: see the module `levels`.
    """
    name = shown(name)
    tally = Tally()
    file = read(source, name=name)
    version = recognize(file.root, name=name)
    try:
        document = extract(file, version, tally)
    except TextTooLongError as error:
        raise refuse(name, str(error), error.line, error.column) from error
    if not (document.goals or document.vision.text or document.mission.text):
        raise refuse(name, "nothing in it: no goal, objective, vision or mission")
    fallback = fallback_title(document, name)
    found = sections(document, fallback, tally, levels_from_codes=levels_from_codes)
    plan = plan_section(document, fallback, tally)
    files = _files(plan, found, f"Imported from {name} (StratML {document.version}).\n{_NOTE}")
    if any(len(text) > MAX_BYTES // 4 and len(text.encode()) > MAX_BYTES for text in files.values()):
        raise refuse(name, "its plan would be larger than 16 MiB a file")
    return Imported(files, tally.lines(f"{name}: StratML {document.version}"))


_NOTE = "What the plan format has no field for is kept under `x-stratml`."


def _files(plan: dict[str, Any], found: Sections, comment: str) -> dict[str, str]:
    """The root file first; a large section has its own."""
    entries = {
        "values": found.values,
        "stakeholders": found.stakeholders,
        "objectives": found.objectives,
        "tactics": found.tactics,
    }
    apart = [section for section, content in entries.items() if len(content) > _LARGE]
    root: dict[str, Any] = {"alignplan": 1, "plan": plan}
    if apart:
        root["include"] = [f"{section}.yaml" for section in apart]
    root |= {section: content for section, content in entries.items() if content and section not in apart}
    first = comment.partition("\n")[0]
    files = {"alignplan.yaml": compose(root, comment=comment, spaced=entries)}
    return files | {
        f"{section}.yaml": compose({section: entries[section]}, comment=first, spaced=entries)
        for section in apart
    }
