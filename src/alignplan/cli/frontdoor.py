"""The short way through `check`: an unchanged plan is answered from the cache, before anything heavy is imported.

What was typed is read by :mod:`alignplan.cache.request`, which understands the plain forms only. A plan that is not in
the cache is checked by the same code as from the whole program.
"""

from __future__ import annotations

import os
import sys

from alignplan.cache.request import Request, understood
from alignplan.cache.verdicts import key_of, lookup, store_text, text_of

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every start
if TYPE_CHECKING:
    from typing import Any

__all__ = ["answered"]

_ROOT = "alignplan.yaml"


def answered(arguments: list[str]) -> int | None:
    """The exit code, when the answer was given here; none where the whole program is needed."""
    request = understood(arguments)
    root = _root_above(request) if request is not None else None
    if request is None or root is None:
        return None
    key = key_of(root, request.as_of, request.strict, _base(os.path.dirname(root)))
    entry = lookup(key)
    if entry is not None and not _wants_pager(request):
        return _replayed(request, key, entry)
    return _checked(request)


def _root_above(request: Request) -> str | None:
    """The nearest root file above the folder that was named; the real path, so that each plan has one entry."""
    folder = os.path.abspath(os.path.join(request.directory, request.path))
    while True:
        root = os.path.join(folder, _ROOT)
        if os.path.lexists(root):
            return root
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _base(folder: str) -> str:
    """The git root above a folder, else the folder: see :func:`alignplan.cli.paths.display_base`."""
    above = folder
    while not os.path.lexists(os.path.join(above, ".git")):
        parent = os.path.dirname(above)
        if parent == above:
            return folder
        above = parent
    return above


def _wants_pager(request: Request) -> bool:
    return not request.no_pager and request.format != "json" and _is_terminal()


def _is_terminal() -> bool:
    try:
        return sys.stdout.isatty()
    except (AttributeError, ValueError):
        return False


def _replayed(request: Request, key: str, entry: dict[str, Any]) -> int:
    """Print what was printed before in the same way; a new way is rendered from the kept answer."""
    way = _way(request)
    text = text_of(key, way)
    if text is None:
        text = _rendered(request, entry)
        store_text(key, way, text)
    code = _code(request.fail_on, entry["answer"][2])
    try:
        sys.stdout.reconfigure(errors="backslashreplace")
        sys.stdout.write(text.decode("utf-8", "surrogatepass") + "\n")
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        return _ended_badly(text, code)
    return code


def _ended_badly(text: bytes, code: int) -> int:
    """The output could not be written: let the whole program's way of writing say so, or be quiet."""
    from alignplan.cli.ends import ended
    from alignplan.output.streams import write

    def act() -> int:
        write([text.decode("utf-8", "surrogatepass")])
        return code

    return ended(act)


def _way(request: Request) -> str:
    """All that the printed text depends on besides the answer."""
    stream = sys.stdout
    environment = [os.environ.get(name, "") for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS")]
    where = [str(_is_terminal()), str(getattr(stream, "encoding", "")), *environment]
    said = "-".join([request.format, request.color, *where])
    return "".join(sign if sign.isalnum() or sign == "-" else "_" for sign in said)[:120]


def _rendered(request: Request, entry: dict[str, Any]) -> bytes:
    from alignplan.cache.answers import from_data
    from alignplan.output.formats import findings_renderer
    from alignplan.output.ink import ink_for

    colour: Any = request.color
    ink = ink_for(sys.stdout, os.environ, colour)
    lines = findings_renderer(request.format)(from_data(entry["answer"]), ink)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _code(fail_on: str, summary: list[int]) -> int:
    """The exit code by the numbers of open errors, warnings and infos."""
    counted = {"error": 1, "warning": 2, "info": 3, "never": 0}[fail_on]
    return 1 if any(summary[2 : 2 + counted]) else 0


def _checked(request: Request) -> int:
    """Check the plan by the same code as the whole program does."""
    from alignplan.cli.checking import CheckRequest, report
    from alignplan.cli.ends import ended
    from alignplan.cli.settings import Settings, enter
    from alignplan.linting.selection import Asked

    def act() -> int:
        enter(request.directory if request.directory != "." else None)
        settings = Settings(None, request.as_of, request.color, request.quiet, False, not request.no_pager)
        wanted = CheckRequest(
            (request.path,), (request.format,), request.fail_on, Asked(strict=request.strict)
        )
        return report(settings, wanted)

    return ended(act)
