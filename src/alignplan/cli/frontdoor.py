"""The short way through `check`: an unchanged plan is answered from the cache, before anything heavy is imported.

What was typed is read by :mod:`alignplan.cache.request`, which understands the plain forms only. A plan that is not in
the cache is checked by the same code as from the whole program.
"""

from __future__ import annotations

import os
import sys

from alignplan.cache.request import FOR_PEOPLE, Request, understood
from alignplan.cache.verdicts import key_of, lookup, store_text, text_of
from alignplan.storage import digest, pending

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every start
if TYPE_CHECKING:
    from typing import Any

__all__ = ["answered"]

_ROOT = "alignplan.yaml"


def answered(arguments: list[str]) -> int | None:
    """The exit code, when the answer was given here; none where the whole program is needed."""
    request = understood(arguments)
    root = _root_above(request) if request is not None else None
    if request is None or root is None or pending(os.path.dirname(root)):
        return None
    base = _base(os.path.dirname(root))
    key = key_of(root, request.as_of, request.strict, base)
    found = lookup(key)
    entry = found[0] if found is not None else None
    if found is not None and found[1]:
        entry = _renewed(key, *found, root, base)
    return _checked(request) if entry is None else _replayed(request, key, entry)


def _renewed(
    key: str, entry: dict[str, Any], changed: list[str], root: str, base: str
) -> dict[str, Any] | None:
    """The entry after some files changed, where they can be judged alone."""
    from alignplan.cache.renewal import renew
    from alignplan.cli.paths import shown_from

    return renew(key, entry, changed, root, shown_from(base, os.path.dirname(root)))


def _root_above(request: Request) -> str | None:
    """The nearest root file above the folder that was named; the path by which the whole program knows it."""
    try:
        folder = os.path.abspath(os.path.join(os.path.realpath(request.directory), request.path))
    except OSError:
        return None
    while True:
        root = os.path.join(folder, _ROOT)
        if os.path.lexists(root):
            return (
                None if os.path.islink(root) else root
            )  # where a link leads is for the whole program to judge
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


def _is_terminal() -> bool:
    try:
        return sys.stdout.isatty()
    except (AttributeError, ValueError):
        return False


def _replayed(request: Request, key: str, entry: dict[str, Any]) -> int:
    """Print what was printed before in the same way; a new way is rendered from the kept answer."""
    way = _way(request)
    text = text_of(key, entry, way)
    try:
        if text is None:
            text = _rendered(request, entry)
            store_text(key, entry, way, text)
        code = _code(request.fail_on, entry["answer"][2])
    except (TypeError, ValueError, KeyError, IndexError):
        return _checked(request)  # an entry that is none
    _tell(request, entry.get("note", ""))
    paged = not request.no_pager and request.format in FOR_PEOPLE and _is_terminal()
    return _written(text, code, paged=True) if paged else _printed(text, code)


def _tell(request: Request, words: str) -> None:
    """What was told beside the answer."""
    if words and not request.quiet:
        from alignplan.output.ink import ink_for
        from alignplan.output.streams import say

        colour: Any = request.color
        ink = ink_for(sys.stderr, os.environ, colour)
        say([f"{ink.sign('note:')} {ink.show(words)}"])


def _printed(text: bytes, code: int) -> int:
    """The short way to standard output; where it fails, the whole program's way says so, or is quiet."""
    stream: Any = sys.stdout
    try:
        stream.reconfigure(errors="backslashreplace")
        stream.write(text.decode("utf-8", "surrogatepass") + ("\n" if text else ""))
        stream.flush()
    except (OSError, ValueError, AttributeError):
        return _written(text, code, paged=False)
    return code


def _written(text: bytes, code: int, *, paged: bool) -> int:
    from alignplan.cli.ends import ended
    from alignplan.output.streams import write

    def act() -> int:
        lines = text.decode("utf-8", "surrogatepass").split("\n")
        write(lines if text else (), paged=paged)
        return code

    return ended(act)


def _way(request: Request) -> str:
    """All that the printed text depends on besides the answer."""
    where = [_is_terminal() and _columns(), getattr(sys.stdout, "encoding", "")]
    environment = [os.environ.get(name) for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS")]
    return digest(repr([request.format, request.color, where, environment]).encode("utf-8", "surrogatepass"))


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 0


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
        colour: Any = request.color
        settings = Settings(None, request.as_of, colour, request.quiet, False, not request.no_pager)
        wanted = CheckRequest(
            (request.path,), (request.format,), request.fail_on, Asked(strict=request.strict)
        )
        return report(settings, wanted)

    return ended(act)
