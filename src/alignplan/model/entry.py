"""What every entry of a plan may have, and how an entry is written short."""

import re
from collections.abc import Callable, Collection
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from functools import partial
from typing import Annotated, Any, TypeVar, cast, dataclass_transform, overload

from alignplan.model.cores import MODELS, core_of, validator_of
from alignplan.model.slim import abstract, form_of, kind_of, slotted, stated_in
from alignplan.model.values import Text, Texts, as_list, fault, shown
from alignplan.model.values.marks import After, Around, Before, Core

__all__ = [
    "Entry",
    "EntryOf",
    "Section",
    "SectionOf",
    "SettingsOf",
    "Several",
    "blank",
    "is_id",
    "model",
    "nothing",
    "opened",
    "unfit_id",
    "without_nothing",
]

T = TypeVar("T")


@overload
def model(cls: type[T]) -> type[T]: ...
@overload
def model(*, rare: Collection[str] = (), base: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def model(cls: type[T] | None = None, *, rare: Collection[str] = (), base: bool = False) -> Any:
    """A frozen pydantic model with slots: a plan of 100,000 tactics holds half a million of them.

    Fields that are `rare` take room only in entries that state one of them; see :mod:`alignplan.model.slim`. A `base`
    of other models has no entries of its own.

    A static method `_opened` turns what the file says into the mapping of its fields; a method `_checked` gives the
    model back, or raises the fault of fields that do not go together.

    How models are made, shown, compared and kept from change is written once, below, not generated for each: that would
    be felt at start-up. See :mod:`alignplan.model.cores` for how pydantic's validator comes to it.
    """
    if cls is None:
        return partial(_model, rare=rare, base=base)
    return _model(cls)


def _model(cls: Any, *, rare: Collection[str] = (), base: bool = False) -> Any:
    whole = dataclass(kw_only=True, init=False, repr=False, eq=False, match_args=False)(cls)
    made = abstract(whole) if base else slotted(whole, rare)
    made.__init__ = _validated
    made.__repr__, made.__eq__, made.__hash__ = _said, _same, _hashed
    made.__setattr__ = made.__delattr__ = _refused
    made.__get_pydantic_core_schema__ = classmethod(_core)
    MODELS[made.__name__] = made
    return made


def _validated(self: Any, **said: Any) -> None:
    kind: Any = type(self)
    validator_of(kind, one_form=True).validate_python(said, self_instance=self)


def _core(cls: Any, _source: Any, _handler: Any) -> Core:
    """The same validator where a model stands in somebody else's."""
    return core_of(cls, named=True)


def _refused(self: Any, name: str, *_value: Any) -> None:
    raise FrozenInstanceError(f"cannot change `{name}` of a {type(self).__name__}: models are frozen")


def _said(self: Any) -> str:
    """The fields that say something else than nothing."""
    stated = ((entry.name, getattr(self, entry.name), entry.default) for entry in fields(self))
    said = ", ".join(f"{name}={value!r}" for name, value, usual in stated if value and value != usual)
    return f"{type(self).__name__}({said})"


def _same(self: Any, other: object) -> bool:
    return kind_of(self) is kind_of(other) and all(
        getattr(self, entry.name) == getattr(other, entry.name) for entry in fields(cast("Any", self))
    )


def _hashed(self: Any) -> int:
    return hash((kind_of(self), getattr(self, "title", None)))


def blank(cls: type[T], **known: object) -> T:
    """A model of defaults and of what is `known` to fit: there is nothing to validate and nothing to build."""
    kind: Any = cls
    made = object.__new__(form_of(kind, known))
    for entry in stated_in(made):
        if entry.name in known:
            value = known[entry.name]
        else:
            value = entry.default if entry.default is not MISSING else cast("Any", entry.default_factory)()
        object.__setattr__(made, entry.name, value)
    return cast("T", made)


def opened(value: Any) -> Any:
    """An entry as a mapping: a text alone is its title, nothing is an entry without fields."""
    if isinstance(value, dict):
        return value
    if isinstance(value, str):
        return {"title": value}
    if value is None:
        return {}
    raise fault(
        "E006", "a list where an entry belongs", "write its fields as `key: value`, or its title alone"
    )


def _section(value: Any) -> Any:
    if value is None:
        return {}
    if isinstance(value, dict):
        return value if _FIT.issuperset(value) or _fit(value) else _named(value)
    raise fault("E006", "a section is a mapping of ids", "write `id: …` for each entry")


def _fit(section: dict[str, Any]) -> bool:
    """Whether all keys can be ids. Steps have the same few ids in every tactic: those are remembered."""
    fit = all(map(_KEY.match, section))
    if fit and len(section) <= _FEW and len(_FIT) < _MOST_FIT:
        _FIT.update(section)
    return fit


_FIT: set[str] = set()
_FEW, _MOST_FIT = 16, 4096


def _named(section: dict[str, Any]) -> dict[str, Any]:
    """The entries of a section, without what is the user's own."""
    for key in section:
        if not is_id(key) and not key.startswith("x-"):
            raise fault("E006", *unfit_id(key), (key,))
    return {key: entry for key, entry in section.items() if not key.startswith("x-")}


# `x-…` could be an id, were it not the user's own.
_KEY = re.compile(r"(?!x-)[a-z0-9][a-z0-9._-]*\Z")


def is_id(key: str) -> bool:
    """Whether a key can be the id of an entry."""
    return _KEY.match(key) is not None


def unfit_id(key: str) -> tuple[str, str]:
    """What is wrong with a key that cannot be an id, and the way out."""
    return (
        f"{shown(key)} cannot be an id",
        "an id begins with a-z or 0-9 and has nothing but a-z, 0-9, `.`, `_`, `-`",
    )


def without_nothing(value: Any) -> Any:
    """A mapping without the keys that have nothing after them: they are left out."""
    if isinstance(value, dict) and None in value.values():
        return {key: entry for key, entry in value.items() if entry is not None}
    return value


def _setting(value: Any) -> Any:
    return {} if value is None else without_nothing(value)


def _or_nothing(value: Any, read: Callable[[Any], Any]) -> Any:
    return None if value is None else read(value)


def _present(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple([value for value in values if value is not None])


def nothing() -> dict[str, Any]:
    """No entries: one empty mapping for all, since models are frozen and a large plan has many."""
    return _NOTHING


_NOTHING: dict[str, Any] = {}
EntryOf = Before(opened)
SectionOf = Before(_section)
Section = Annotated[dict[str, Annotated[T, EntryOf]], SectionOf]
"""Entries by id."""
SettingsOf = Before(_setting)
"""For a mapping of settings by name: nothing at all is none of them."""
Several = Annotated[tuple[Annotated[T, Around(_or_nothing)], ...], Before(as_list), After(_present)]
"""Several of a kind; one may stand alone, and an entry with nothing in it is left out."""


@model(base=True)
class Entry:
    """What everything may have."""

    title: Text | None = None
    """What it is, in one line."""
    description: Text | None = None
    """What it is, at length."""
    code: Text | None = None
    """A number or sign to show beside the title, such as `1.2`; never the id."""
    notes: Texts = ()
    """Anything else worth keeping."""
    tags: Texts = ()
    """Words to select by."""
    links: Texts = ()
    """URLs."""
