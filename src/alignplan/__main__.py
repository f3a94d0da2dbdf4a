"""The front door: answers what needs nothing else at once, and leads the rest to the program."""

from __future__ import annotations

import gc
import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line; ends the process with the exit code."""
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Carry out what was typed; the exit code."""
    if arguments in (["--version"], ["-V"], ["version"]):
        return _version()
    # A run is short and what it reads lives to its end: looking for garbage costs a quarter of it and finds nothing.
    gc.disable()
    if arguments[:1] == ["__complete"]:
        from alignplan.cli.completing.door import complete

        return complete(arguments[1:])
    _without_plugins()
    if "check" in arguments:
        from alignplan.cli.frontdoor import answered

        code = answered(arguments)
        if code is not None:
            return code
    from alignplan.cli.app import run as carry_out

    return carry_out(arguments)


def _without_plugins() -> None:
    """Plug-ins of pydantic are code that this program did not choose: it is told that there are none.

    The module that would look for them is not even loaded; loading it takes longer than a bare Python.
    """
    name = "pydantic.plugin._loader"
    if name not in sys.modules:
        loader = type(sys)(name)
        vars(loader)["get_plugins"] = tuple
        sys.modules[name] = loader


def _version() -> int:
    from alignplan.version import VERSION

    text = f"alignplan {VERSION}"
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        return _said_by_the_program(text)
    return 0


def _said_by_the_program(text: str) -> int:
    """What could not be written here: the whole program's way of writing says so, or is quiet."""
    from alignplan.cli.ends import ended
    from alignplan.output.streams import write

    def act() -> int:
        write([text])
        return 0

    return ended(act)


if __name__ == "__main__":
    main()
