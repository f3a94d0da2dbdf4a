"""The JSON Schema (draft 2020-12) of a plan file, made from the models and their docstrings."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from pydantic import TypeAdapter

from alignplan.model.entry import Entry
from alignplan.model.plan import PlanFile

__all__ = ["plan_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OWN = {"patternProperties": {"^x-": {}}}
_SHORT = "A text alone is its title; nothing at all is an entry without fields."


def plan_schema() -> dict[str, Any]:
    """The schema of any file of a plan. What stands in the root file only is described as such, not enforced."""
    schema = TypeAdapter(PlanFile).json_schema(by_alias=True, ref_template="#/$defs/{model}")
    definitions: dict[str, Any] = schema.pop("$defs", {})
    models = {model.__name__: model for model in _models(PlanFile)}
    for name, definition in [("PlanFile", schema), *definitions.items()]:
        _describe(definition, models.get(name))
    entries = {name for name in definitions if name in models and issubclass(models[name], Entry)}
    for name in entries:
        _shorten_sections(definitions, schema, name)
    head = {"$schema": _DIALECT, "title": "alignplan plan file, format version 1"}
    return {**head, **{key: value for key, value in schema.items() if key != "title"}, "$defs": definitions}


def _models(model: Any) -> list[Any]:
    """A model and all models inside it."""
    found: list[Any] = []
    pending = [model]
    while pending:
        one = pending.pop()
        if one in found:
            continue
        found.append(one)
        for module in (inspect.getmodule(one),):
            pending += [
                value
                for value in vars(module).values()
                if inspect.isclass(value) and hasattr(value, "__pydantic_fields__")
            ]
    return found


def _describe(definition: dict[str, Any], model: Any) -> None:
    """Put the docstrings of a model and its fields into its definition, allow `x-` keys, drop machine titles."""
    for field in definition.get("properties", {}).values():
        if isinstance(field, dict):
            field.pop("title", None)
            if field.get("default", 0) is None or field.get("default") in ({}, [], ()):
                field.pop("default", None)
    if model is None or "properties" not in definition:
        return
    definition["description"] = inspect.cleandoc(model.__doc__ or "")
    definition.update(_OWN)
    texts = _field_texts(model)
    for name, field in definition["properties"].items():
        text = texts.get(name) or texts.get(f"{name.replace('-', '_')}") or texts.get(f"{name}_")
        if text:
            field["description"] = text


def _field_texts(model: Any) -> dict[str, str]:
    """The docstring below each field, of the class and of those that it extends."""
    texts: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if "__pydantic_fields__" not in vars(one):
            continue
        body = ast.parse(inspect.cleandoc(inspect.getsource(one))).body[0]
        assert isinstance(body, ast.ClassDef)
        for at, statement in enumerate(body.body[:-1]):
            after = body.body[at + 1]
            if (
                isinstance(statement, ast.AnnAssign)
                and isinstance(statement.target, ast.Name)
                and isinstance(after, ast.Expr)
            ):
                constant = after.value
                if isinstance(constant, ast.Constant) and isinstance(constant.value, str):
                    texts[statement.target.id] = constant.value
    return texts


def _shorten_sections(definitions: dict[str, Any], schema: dict[str, Any], name: str) -> None:
    """Where entries of this model stand in a section, a text alone or nothing may stand, too."""
    reference = {"$ref": f"#/$defs/{name}"}
    short = {"description": _SHORT, "type": ["string", "number", "boolean", "null"]}
    for definition in [schema, *definitions.values()]:
        for field in definition.get("properties", {}).values():
            for part in _mappings(field):
                if part.get("additionalProperties") == reference:
                    part["additionalProperties"] = {"anyOf": [reference, short]}
                    part["propertyNames"] = {"pattern": r"^([a-z0-9][a-z0-9._-]*|x-.*)$"}


def _mappings(field: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        part for part in [field, *field.get("anyOf", ()), *field.get("oneOf", ())] if isinstance(part, dict)
    ]
