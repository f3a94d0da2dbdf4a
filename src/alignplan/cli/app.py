"""The whole program: finds the commands, reads what was typed, turns every end into an exit code."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from alignplan.cli.command import AsOf, Colour, Directory, Paged, Quiet, Verbose
from alignplan.cli.listing import command_named, command_names, commands
from alignplan.cli.negatives import Numerate
from alignplan.cli.settings import Settings
from alignplan.errors import Misuse
from alignplan.output.streams import write
from alignplan.version import VERSION

__all__ = ["build", "run"]


def _first_word(arguments: list[str]) -> str:
    """The first argument that is neither an option nor the value of one."""
    takes_value = ("-C", "--as-of", "--color")
    waiting = False
    for argument in arguments:
        if waiting:
            waiting = False
        elif argument in takes_value:
            waiting = True
        elif not argument.startswith("-"):
            return argument
    return ""


def build(arguments: list[str]) -> Any:
    """The application, with the one command that was asked for where there is one."""
    app = typer.Typer(
        name="alignplan",
        add_completion=False,
        rich_markup_mode=None,
        no_args_is_help=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
    )

    @app.callback(invoke_without_command=True)
    def general(
        context: typer.Context,
        directory: Directory = None,
        as_of: AsOf = None,
        color: Colour = None,
        quiet: Quiet = None,
        verbose: Verbose = None,
        pager: Paged = None,
        version: Annotated[bool, typer.Option("--version", "-V", help="Print the version.")] = False,
    ) -> None:
        """Planning as code: strategy and work in YAML, and what does not fit between them."""
        if version:
            write([f"alignplan {VERSION}"])
            raise typer.Exit(0)
        typed = {"directory": directory, "as_of": as_of, "color": color, "quiet": quiet, "verbose": verbose}
        context.obj = Settings().overruled({**typed, "pager": pager})

    one = command_named(_first_word(arguments))
    for entry in [one] if one is not None else commands():
        app.command(entry.name, cls=Numerate)(entry.function())
    return typer.main.get_command(app)


def run(arguments: list[str]) -> int:
    """Carry out what was typed; the exit code."""
    from alignplan.cli.ends import ended

    return ended(lambda: _carried_out(arguments))


def _carried_out(arguments: list[str]) -> int:
    word = _first_word(arguments)
    if not word and not {"-V", "--version"} & set(arguments):
        return _overview(arguments)
    if word and command_named(word) is None:
        raise Misuse(f"there is no command `{word}`", _nearest_command(word))
    return _run_by_typer(arguments)


def _overview(arguments: list[str]) -> int:
    """Without a command: what there is; other options are read all the same, so that a wrong one is told."""
    if not {"-h", "--help"} & set(arguments):
        _run_by_typer(arguments)
    from alignplan.cli.help import overview

    write(overview().splitlines())
    return 0


def _run_by_typer(arguments: list[str]) -> int:
    try:
        code = build(arguments).main(args=arguments, prog_name="alignplan", standalone_mode=False)
    except typer.TyperException as error:
        raise _misuse(error, _first_word(arguments)) from error
    except typer.Abort:
        raise KeyboardInterrupt from None
    return code if isinstance(code, int) else 0


def _misuse(error: typer.TyperException, command: str) -> Misuse:
    """What typer has against the command line, in our words."""
    from difflib import get_close_matches

    hint = (
        f"`alignplan {command} --help` lists what there is"
        if command
        else "`alignplan --help` lists what there is"
    )
    if type(error).__name__ == "NoSuchOption":
        option = getattr(error, "option_name", "")
        near = get_close_matches(option, getattr(error, "possibilities", None) or (), n=1, cutoff=0.0)
        return Misuse(f"there is no option `{option}`", f"did you mean `{near[0]}`?" if near else hint)
    said = error.format_message().rstrip(".").replace("\n", " ").replace("'", "`")
    for theirs in ("is not a valid int", "is not a whole number range"):
        said = said.replace(theirs, "is not a whole number")
    return Misuse(said[:1].lower() + said[1:], hint)


def _nearest_command(word: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, command_names(), n=1)
    return f"did you mean `{near[0]}`?" if near else "`alignplan --help` lists them"
