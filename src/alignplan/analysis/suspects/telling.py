"""A suspect link in words: since when its end is another, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alignplan.analysis.changes.wording import field_text
from alignplan.analysis.suspects.suspects import Suspect
from alignplan.analysis.suspects.words import FIELDS
from alignplan.model.words import Meaning

__all__ = ["places", "told"]

_MOST_SHOWN = 3
_CALLED: Mapping[Meaning, str] = {
    Meaning.TITLE: "its title",
    Meaning.DESCRIPTION: "its description",
    Meaning.KPIS: "its KPIs",
    Meaning.DATES: "its dates",
}


def told(suspect: Suspect) -> str:
    """`changed after `beds` was last touched on 2026-08-31: due 2026-Q4 → 2027-Q1`; its subject is the parent."""
    return f"changed {_since(suspect)}: {_how(suspect)}"


def _since(suspect: Suspect) -> str:
    child, touch = suspect.link.child.id, suspect.touch
    if touch is None or touch.day is None:
        return f"since `{child}` was confirmed against it"
    if not touch.whole:
        return f"after {touch.day}, and `{child}` was not touched since"
    return f"after `{child}` was last touched on {touch.day}"


def _how(suspect: Suspect) -> str:
    """What changed, word by word where that is known."""
    said = [field_text(change) for change in suspect.changes]
    if not said:
        words = [_CALLED[part] for part in suspect.parts]
        return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
    more = len(said) - _MOST_SHOWN
    if more > 0:
        said = [*said[:_MOST_SHOWN], f"{more} more {'change' if more == 1 else 'changes'}"]
    return "; ".join(said)


def places(suspect: Suspect) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What changed, and the way below the objective to where it stands."""
    objective = suspect.link.parent.model
    for part in suspect.parts:
        if part is Meaning.KPIS:
            yield from _kpis(suspect)
            continue
        for field in FIELDS[part]:
            if getattr(objective, field) is not None:
                yield f"{_CALLED[part]} changed", (field,)


def _kpis(suspect: Suspect) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The KPIs of its own that changed; all of them where it is not known which."""
    kpis = suspect.link.parent.model.kpis
    fields = [change.field for change in suspect.changes]
    changed = [id for id in kpis if any(_is_of(field, id) for field in fields)]
    if isinstance(kpis, dict) and changed:
        for id in changed:
            yield "this KPI changed", ("kpis", id)
    elif kpis:
        yield f"{_CALLED[Meaning.KPIS]} changed", ("kpis",)


def _is_of(field: str, kpi: str) -> bool:
    return field.startswith(f"{kpi}.") or field == f"kpis.{kpi}"
