"""What a command is: a function, its group in the help, an example; the options that all have come with it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from alignplan.catalog import docstring
from alignplan.cli.settings import Settings, enter
from alignplan.records import record

__all__ = ["COMMON", "AsOf", "Colour", "Command", "Directory", "Paged", "Quiet", "Verbose", "command"]

Directory = Annotated[
    str | None, typer.Option("-C", metavar="DIR", help="As if started in DIR, paths included.")
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Judge as of this day (default: today).")
]
Colour = Annotated[str | None, typer.Option("--color", metavar="WHEN", help="Colour: auto, always or never.")]
Quiet = Annotated[bool | None, typer.Option("-q", "--quiet", help="No notes on stderr.", show_default=False)]
Verbose = Annotated[
    bool | None, typer.Option("-v", "--verbose", help="More notes on stderr.", show_default=False)
]
Paged = Annotated[
    bool | None, typer.Option("--pager/--no-pager", help="Long output through a pager.", show_default=False)
]
COMMON: dict[str, Any] = {
    "directory": Directory,
    "as_of": AsOf,
    "color": Colour,
    "quiet": Quiet,
    "verbose": Verbose,
    "pager": Paged,
}
"""The options of every command, by the name of the setting."""


@record
class Command:
    """A command as the help lists it. `run` takes the settings first and returns the exit code."""

    name: str
    group: str
    summary: str
    example: str
    run: Callable[..., int]

    def function(self) -> Callable[..., int]:
        """The function that typer reads: the command's own parameters and the common ones."""
        own = inspect.signature(self.run, eval_str=True)
        stated = [parameter for name, parameter in own.parameters.items() if name != "settings"]
        parameters = [one for parameter in stated for one in _expanded(parameter)]
        common = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
            for name, annotation in COMMON.items()
        ]

        def called(context: typer.Context, **values: Any) -> int:
            settings = (context.obj or Settings()).overruled({name: values[name] for name in COMMON})
            enter(settings.directory)
            return self.run(settings, **{parameter.name: _value(parameter, values) for parameter in stated})

        first = inspect.Parameter(
            "context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
        )
        signature = inspect.Signature([first, *parameters, *common])
        called.__signature__ = signature  # type: ignore[attr-defined]
        called.__annotations__ = {
            name: parameter.annotation for name, parameter in signature.parameters.items()
        }
        called.__doc__ = f"{docstring(self.run)}\n\n\b\nExample: {self.example}"
        called.__name__ = self.name
        return called


def _expanded(parameter: inspect.Parameter) -> list[inspect.Parameter]:
    """The parameter itself; where its type is a set of options, one for each of them."""
    options = getattr(parameter.annotation, "OPTIONS", None)
    if options is None:
        return [parameter]
    return [
        inspect.Parameter(name, parameter.kind, default=getattr(parameter.default, name), annotation=option)
        for name, option in options.items()
    ]


def _value(parameter: inspect.Parameter, values: dict[str, Any]) -> Any:
    options = getattr(parameter.annotation, "OPTIONS", None)
    if options is None:
        return values[parameter.name]
    return parameter.annotation(**{name: values[name] for name in options})


def command(group: str, example: str, name: str = "") -> Callable[[Callable[..., int]], Command]:
    """Make a command of a function; the first line of its docstring is its summary."""

    def made(run: Callable[..., int]) -> Command:
        summary = docstring(run).partition("\n")[0].rstrip(".")
        return Command(name or run.__name__.rstrip("_").replace("_", "-"), group, summary, example, run)

    return made
