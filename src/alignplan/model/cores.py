"""From a model to pydantic's validator of it, without the pydantic package.

The package builds validators from annotations of all that Python can write; the format is written in few of them. This
is a tenth of the time, and what is built is the same: pydantic's own validator.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, ForwardRef, Union, get_args, get_origin

from alignplan.model.values.marks import Core, Mark, Named, OneOf

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator

__all__ = ["MODELS", "core_of", "key_of", "kinds_of", "validator_of"]

MODELS: dict[str, Any] = {}
"""All models by their name."""
_SLIM, _WHOLE = "(slim)", "(whole)"
_CONFIG = {"extra_fields_behavior": "forbid", "hide_input_in_errors": True}


@cache
def validator_of(kind: Any, *, one_form: bool = False) -> SchemaValidator:
    """The validator of a type of the format: a model, a section of models. With `one_form` of that form of a model."""
    from pydantic_core import SchemaValidator

    core: Any = core_of(kind, one_form=one_form)
    return SchemaValidator(core)


def core_of(kind: Any, *, named: bool = False, one_form: bool = False) -> Core:
    """The core schema of a type; `named` names every model in it, as a JSON Schema refers to it."""
    writer = _Writer(named)
    core = writer.form(kind) if one_form and hasattr(kind, "rare") else writer.of(kind)
    return (
        {"type": "definitions", "schema": core, "definitions": list(writer.shared.values())}
        if writer.shared
        else core
    )


def kinds_of(model: Any) -> Iterator[tuple[dataclasses.Field[Any], Any]]:
    """The fields of a model, each with its annotation."""
    annotations: dict[str, Any] = {}
    for one in reversed(model.__mro__):
        annotations.update(vars(one).get("__annotations__", {}))
    return ((entry, annotations[entry.name]) for entry in dataclasses.fields(model))


def key_of(entry: dataclasses.Field[Any], kind: Any) -> str:
    """The key of a field in a file."""
    marks = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return next((mark.key for mark in marks if isinstance(mark, Named)), entry.name)


class _Writer:
    """Writes core schemas. A model that holds itself is written once, and referred to."""

    def __init__(self, named: bool) -> None:
        self.named = named
        self.shared: dict[str, Core] = {}
        self._open: list[Any] = []

    def of(self, kind: Any) -> Core:
        """The core schema of a type. Types are as deep as the format's models."""
        origin = get_origin(kind)
        if origin is Annotated:
            inner, *marks = get_args(kind)
            return self._marked(inner, marks)
        if origin is Union or origin is UnionType:
            (inner,) = (one for one in get_args(kind) if one is not type(None))
            return {"type": "nullable", "schema": self.of(inner)}
        if origin is tuple:
            return {"type": "tuple", "items_schema": [self.of(get_args(kind)[0])], "variadic_item_index": 0}
        if origin is dict:
            return {
                "type": "dict",
                "keys_schema": {"type": "str"},
                "values_schema": self.of(get_args(kind)[1]),
            }
        return self._plain(kind)

    def _marked(self, kind: Any, marks: list[Any]) -> Core:
        """A type with the marks beside it, the outermost last."""
        if not marks:
            return self.of(kind)
        *before, mark = marks
        if isinstance(mark, OneOf):
            choices = {name: self.of(one) for name, one in mark.kinds.items()}
            return {"type": "tagged-union", "choices": choices, "discriminator": mark.choose}
        if isinstance(mark, Mark):
            return mark.core(lambda: self._marked(kind, before))
        return self._marked(kind, before)

    def _plain(self, kind: Any) -> Core:
        if isinstance(kind, ForwardRef):
            kind = MODELS[kind.__forward_arg__]
        if kind is str:
            return {"type": "str"}
        if issubclass(kind, StrEnum):
            return self._named(_words(kind), kind)
        reference = _reference(kind)
        if kind in self._open:
            self.shared.setdefault(reference, {})
            return {"type": "definition-ref", "schema_ref": reference}
        self._open.append(kind)
        core = self._model(kind)
        self._open.pop()
        if reference in self.shared:
            self.shared[reference] = {**core, "ref": reference}
            return {"type": "definition-ref", "schema_ref": reference}
        return self._named(core, kind)

    def _named(self, core: Core, kind: Any) -> Core:
        return {**core, "ref": _reference(kind)} if self.named else core

    def _model(self, kind: Any) -> Core:
        """A model; of one with rare fields the form that what the file says asks for."""
        whole = getattr(kind, "whole", kind)
        if self.named or whole is kind:
            return self.form(whole)
        keys = frozenset(key_of(entry, one) for entry, one in kinds_of(kind) if entry.name in kind.rare)
        return {
            "type": "tagged-union",
            "choices": {_SLIM: self.form(kind), _WHOLE: self.form(whole)},
            "discriminator": lambda said: _SLIM if keys.isdisjoint(said) else _WHOLE,
        }

    def form(self, kind: Any) -> Core:
        """A model in one form: with the fields that it has room for."""
        absent = kind.rare if getattr(kind, "whole", kind) is not kind else ()
        stated = [entry for entry in kinds_of(kind) if entry[0].name not in absent]
        fields = [self._field(entry, annotation) for entry, annotation in stated]
        inside: Core = {"type": "dataclass-args", "dataclass_name": kind.__name__, "fields": fields}
        before, after = getattr(kind, "_opened", None), getattr(kind, "_checked", None)
        if before is not None:
            inside = {"type": "function-before", "function": _called(before), "schema": inside}
        core: Core = {
            "type": "dataclass",
            "cls": kind,
            "schema": inside,
            "fields": [entry.name for entry, _ in stated],
            "slots": True,
            "config": {**_CONFIG, "title": kind.__name__},
        }
        if after is not None:
            core = {"type": "function-after", "function": _called(after), "schema": core}
        return core

    def _field(self, entry: dataclasses.Field[Any], kind: Any) -> Core:
        schema = self.of(kind)
        if entry.default is not dataclasses.MISSING:
            schema = {"type": "default", "schema": schema, "default": entry.default}
        elif entry.default_factory is not dataclasses.MISSING:
            schema = {"type": "default", "schema": schema, "default_factory": entry.default_factory}
        field: Core = {"type": "dataclass-field", "name": entry.name, "schema": schema}
        key = key_of(entry, kind)
        return field if key == entry.name else {**field, "validation_alias": key}


def _reference(kind: Any) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _called(function: Any) -> Core:
    return {"type": "no-info", "function": function}


def _words(kind: type[StrEnum]) -> Core:
    """One of a closed set of words."""
    described = [lambda _core, _handler: {"enum": [word.value for word in kind], "type": "string"}]
    return {
        "type": "enum",
        "cls": kind,
        "members": list(kind),
        "sub_type": "str",
        "metadata": {"pydantic_js_functions": described},
    }
