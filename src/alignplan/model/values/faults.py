"""What is wrong with a value, and where inside its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import GetPydanticSchema, ValidationInfo
from pydantic_core import PydanticCustomError, core_schema

__all__ = ["CLOSED", "Steps", "fault", "fields_of", "opaque", "opaque_dated", "quoted", "within"]

T = TypeVar("T")


Steps = tuple[str | int, ...]


def fault(code: str, message: str, help: str = "", at: Steps = ()) -> PydanticCustomError:
    """The error of a value that does not fit; `code` is that of the finding, `at` the way to it inside the field."""
    return PydanticCustomError(code, "{message}", {"message": message, "help": help, "at": at})


def within(step: str | int, read: Callable[[Any], T], value: Any) -> T:
    """`read(value)`, where a fault of it stands at `step` inside the field."""
    try:
        return read(value)
    except PydanticCustomError as error:
        context = error.context or {}
        raise fault(error.type, context["message"], context["help"], (step, *context["at"])) from None


CLOSED: dict[str, Any] = {"additionalProperties": False, "patternProperties": {"^x-": {}}}
"""In a JSON Schema: no keys but those that are known and one's own."""


def fields_of(value: dict[str, Any], known: tuple[str, ...], needed: str) -> dict[str, Any]:
    """What a small mapping says of `known`; E004 for other keys, but for `x-…`, and E005 where `needed` is missing."""
    for key in value:
        if key not in known and not key.startswith("x-"):
            raise fault("E004", f"unknown key `{key}`", "the keys there are: " + ", ".join(known), (key,))
    if value.get(needed) is None:
        raise fault("E005", f"`{needed}` is missing", f"add `{needed}: …`")
    return {key: value[key] for key in known if value.get(key) is not None}


def quoted(value: Any) -> bool:
    """Whether a scalar was written in quotes or as a block (and is text, whatever it looks like)."""
    return type(value) is not str


def opaque(read: Callable[[Any], Any], schema: dict[str, Any]) -> Any:
    """A type of our own: pydantic only calls `read`."""
    return GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_plain_validator_function(
            read, metadata={"pydantic_js_functions": [lambda _core, _handler: dict(schema)]}
        )
    )


def opaque_dated(read: Callable[[Any, ValidationInfo], Any], schema: dict[str, Any]) -> Any:
    """The same for a type that holds days, which need the month in which the year starts."""
    return GetPydanticSchema(
        lambda _source, _handler: core_schema.with_info_plain_validator_function(
            read, metadata={"pydantic_js_functions": [lambda _core, _handler: dict(schema)]}
        )
    )
