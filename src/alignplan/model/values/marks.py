"""What stands beside a type in an annotation and says to pydantic how its values are read.

The marks do without the pydantic package: its validator takes what they give (a core schema), and the package itself,
which takes longer to load than most plans to check, is there for whoever asks a model for its JSON Schema.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

__all__ = ["After", "Around", "Before", "Context", "Core", "Mark", "Named", "OneOf", "Reads", "Shown"]

Core = dict[str, Any]
"""A core schema: what pydantic's validator is built from."""


class Context(Protocol):
    """What pydantic tells a reader about the file: `context["year_starts"]` is a month, 0 where none is stated."""

    @property
    def context(self) -> Any:
        """What the reader of the file says of it."""

    @property
    def data(self) -> Any:
        """The fields of the same entry that were read before, by name; None where there is no entry."""


class Mark:
    """How values are read: `core` gives the schema, from that of the type beside which the mark stands."""

    __slots__ = ()

    def core(self, inner: Callable[[], Core]) -> Core:
        """The schema with this mark. `inner` gives that of the type, which not every mark needs."""
        raise NotImplementedError

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Core]) -> Core:
        return self.core(lambda: handler(source))


class Reads(Mark):
    """Values of our own: `read` alone gives them from what the file says; `schema` is the same in JSON Schema.

    A reader of days is `dated`: it takes the month in which the year starts from its second argument, which also has
    what was read of the same entry before.
    """

    __slots__ = ("_dated", "_read", "_schema")

    def __init__(self, read: Callable[..., Any], schema: Mapping[str, Any], *, dated: bool = False) -> None:
        self._read = read
        self._schema = schema
        self._dated = dated

    def core(self, inner: Callable[[], Core]) -> Core:  # noqa: ARG002  it reads the value alone
        """A validator that only calls `read`."""
        function = {"type": "with-info" if self._dated else "no-info", "function": self._read}
        return {"type": "function-plain", "function": function, "metadata": _described(self._schema)}


class Shown(Mark):
    """Read as its type says, and shown with `schema` in JSON Schema."""

    __slots__ = ("_schema",)

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._schema = schema

    def core(self, inner: Callable[[], Core]) -> Core:
        """The type's own, with that schema."""
        return {**inner(), "metadata": _described(self._schema)}


class Before(Mark):
    """`read` turns what the file says into what the type reads."""

    __slots__ = ("_read",)
    _kind = "function-before"

    def __init__(self, read: Callable[..., Any]) -> None:
        self._read = read

    def core(self, inner: Callable[[], Core]) -> Core:
        """The type's own, with the call."""
        function = {"type": "no-info", "function": self._read}
        return {"type": self._kind, "function": function, "schema": inner()}


class After(Before):
    """`read` turns what the type has read into the value."""

    __slots__ = ()
    _kind = "function-after"


class Around(Before):
    """`read` is given what the file says and the type's reader."""

    __slots__ = ()
    _kind = "function-wrap"


class Named:
    """The key of a field in the file, where it cannot be its name here."""

    __slots__ = ("key",)

    def __init__(self, key: str) -> None:
        self.key = key


class OneOf:
    """One of several types: `choose` says by what the file says which of them, by its name in `kinds`."""

    __slots__ = ("choose", "kinds")

    def __init__(self, choose: Callable[[Any], str], kinds: Mapping[str, Any]) -> None:
        self.choose = choose
        self.kinds = kinds


def _described(schema: Mapping[str, Any]) -> Core:
    return {"pydantic_js_functions": [lambda _core, _handler: dict(schema)]}
