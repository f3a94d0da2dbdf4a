"""Docstrings as descriptions: of each model, and below each field."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from textwrap import dedent
from typing import Any

from alignplan.model import words
from alignplan.model.cores import MODELS
from alignplan.model.values import CLOSED

__all__ = ["describe"]


def describe(definitions: dict[str, Any]) -> None:
    """Put the docstrings into the definitions, allow keys of one's own, drop what machines made up."""
    for name, definition in definitions.items():
        definition.pop("title", None)
        if name in MODELS:
            definition.update(CLOSED)
            _describe_fields(definition["properties"], _field_texts(MODELS[name]))
        source = MODELS.get(name) or getattr(words, name)
        _say_first(definition, ast.get_docstring(_source(source)) or "")


def _say_first(definition: dict[str, Any], description: str) -> None:
    rest = {key: value for key, value in definition.items() if key != "description"}
    definition.clear()
    definition.update({"description": description, **rest})


def _describe_fields(fields: dict[str, Any], texts: dict[str, str]) -> None:
    for name, field in fields.items():
        field.pop("title", None)
        if field.get("default", 0) in (None, {}, [], ()):
            field.pop("default", None)
        attribute = name.replace("-", "_")
        field["description"] = texts.get(attribute) or texts[f"{attribute}_"]


def _field_texts(model: Any) -> dict[str, str]:
    """The docstring below each field, of the class and of those that it extends."""
    texts: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if one.__name__ in MODELS:
            texts.update(_texts_below(one))
    return texts


def _source(model: Any) -> ast.ClassDef:
    """A class as it is written: Python may run without docstrings, and never keeps those below fields."""
    found = ast.parse(dedent(inspect.getsource(model))).body[0]
    assert isinstance(found, ast.ClassDef)
    return found


def _texts_below(model: Any) -> Iterator[tuple[str, str]]:
    for statement, after in pairwise(_source(model).body):
        match statement, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, text
