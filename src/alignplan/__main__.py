"""The front door: answers what needs nothing else at once, and leads the rest to the program."""

from __future__ import annotations

import gc
import os
import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line; ends the process with the exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Carry out what was typed; the exit code."""
    if arguments in (["--version"], ["-V"], ["version"]):
        return _version()
    # A run is short and what it reads lives to its end: looking for garbage costs a quarter of it and finds nothing.
    gc.disable()
    # Plug-ins of pydantic are code that this program did not choose, and looking for them takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if "check" in arguments:
        from alignplan.cli.frontdoor import answered

        code = answered(arguments)
        if code is not None:
            return code
    from alignplan.cli.app import run as carry_out

    return carry_out(arguments)


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
