"""What is wrong with a value, and where inside its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import GetPydanticSchema, ValidationInfo
from pydantic_core import PydanticCustomError, core_schema

__all__ = ["Steps", "fault", "opaque", "opaque_dated", "quoted", "within"]

T = TypeVar("T")


Steps = tuple[str | int, ...]


def fault(code: str, message: str, help: str = "", at: Steps = ()) -> PydanticCustomError:
    """The error of a value that does not fit; `code` is that of the finding, `at` the way to it inside the field."""
    return PydanticCustomError(code, "{message}", {"message": message, "help": help, "at": at})  # type: ignore[arg-type]


def within(step: str | int, read: Callable[[Any], T], value: Any) -> T:
    """`read(value)`, where a fault of it stands at `step` inside the field."""
    try:
        return read(value)
    except PydanticCustomError as error:
        context = error.context or {}
        raise fault(error.type, context["message"], context["help"], (step, *context["at"])) from None


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
