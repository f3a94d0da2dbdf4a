"""Records: frozen dataclasses with slots that cost little to define.

`dataclass(frozen=True, slots=True)` writes and compiles six functions for each class, and a program with a hundred of
them spends thirty milliseconds on it before it does anything. Here five are shared by all records, and the sixth,
`__init__`, is written when the first record of the class is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import Any, TypeVar, cast, dataclass_transform

__all__ = ["record"]

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """A frozen dataclass with slots. Compared, shown and hashed by its fields; `replace` and `fields` know it."""
    made: Any = dataclass(slots=True, init=False, repr=False, eq=False)(cls)
    made.__init__ = _first
    made.__repr__, made.__eq__, made.__hash__ = _said, _same, _hashed
    made.__setattr__ = made.__delattr__ = _refused
    made.__getstate__, made.__setstate__ = _state, _restored
    return cast("type[T]", made)


def _first(self: Any, *given: Any, **named: Any) -> None:
    """Stands for `__init__` until it is called for the first time."""
    cls: Any = next(one for one in type(self).__mro__ if one.__dict__.get("__init__") is _first)
    cls.__init__ = _written(cls)
    cls.__init__(self, *given, **named)


def _written(cls: Any) -> Callable[..., None]:
    """The `__init__` of a record, as one would write it by hand."""
    names: dict[str, Any] = {"_set": object.__setattr__, "_nothing": MISSING}
    parameters, lines = [], []
    for entry in fields(cls):
        parameters.append(_parameter(entry, names))
        lines.append(f"    _set(self, {entry.name!r}, {_value(entry, names)})")
    after = ["    self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    body = "\n".join([*lines, *after]) or "    pass"
    exec(f"def __init__({', '.join(['self', *parameters])}):\n{body}", names)  # noqa: S102  of our own names only
    function: Callable[..., None] = names["__init__"]
    function.__qualname__ = f"{cls.__qualname__}.__init__"
    return function


def _parameter(entry: Field[Any], names: dict[str, Any]) -> str:
    if entry.default is not MISSING:
        names[f"_default_{entry.name}"] = entry.default
        return f"{entry.name}=_default_{entry.name}"
    if entry.default_factory is not MISSING:
        names[f"_make_{entry.name}"] = entry.default_factory
        return f"{entry.name}=_nothing"
    return entry.name


def _value(entry: Field[Any], names: dict[str, Any]) -> str:
    if f"_make_{entry.name}" not in names:
        return entry.name
    return f"_make_{entry.name}() if {entry.name} is _nothing else {entry.name}"


def _values(self: Any) -> Iterator[Any]:
    return (getattr(self, name) for name in self.__dataclass_fields__)


def _said(self: Any) -> str:
    said = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{type(self).__qualname__}({said})"


def _same(self: Any, other: object) -> Any:
    if type(self) is not type(other):
        return NotImplemented
    return all(mine == theirs for mine, theirs in zip(_values(self), _values(other), strict=True))


def _hashed(self: Any) -> int:
    return hash(tuple(_values(self)))


def _refused(self: Any, name: str, *_value: Any) -> None:
    raise FrozenInstanceError(f"cannot change `{name}` of a {type(self).__name__}: records are frozen")


def _state(self: Any) -> list[Any]:
    return list(_values(self))


def _restored(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)
