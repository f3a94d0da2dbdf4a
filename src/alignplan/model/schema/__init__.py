"""The JSON Schema (draft 2020-12) of a plan file, made from the models and their docstrings."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from alignplan.model.cores import core_of
from alignplan.model.plan import PlanFile
from alignplan.model.schema.demands import demand
from alignplan.model.schema.described import describe
from alignplan.model.schema.shared import share
from alignplan.model.schema.short import shorten

__all__ = ["plan_schema"]

_HEAD = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "alignplan plan file, format version 1",
}


def plan_schema() -> dict[str, Any]:
    """The schema of any file of a plan, root or not.

    It takes the file as a reader with the types of YAML 1.2 gives it, and what `check` says about one file alone: keys,
    types, words, ranges. What several items or files say together is for `check`.
    """
    core = core_of(PlanFile, named=True)
    whole_file: Any = {key: value for key, value in core.items() if key != "ref"}
    schema = GenerateJsonSchema(by_alias=True).generate(whole_file)
    definitions: dict[str, Any] = schema.pop("$defs")
    described = {"PlanFile": schema, **definitions}
    describe(described)
    shorten(described)
    demand(described)
    whole = described.pop("PlanFile")
    return {**_HEAD, **share({**whole, "$defs": described})}
