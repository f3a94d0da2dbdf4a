"""Serving until it is ended: Ctrl-C, or a signal to end."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, NoReturn

from alignplan.cli.serving.site import PlanSite
from alignplan.cli.viewing import note
from alignplan.output.streams import write
from alignplan.serving.server import Server

if TYPE_CHECKING:
    from alignplan.cli.settings import Settings

__all__ = ["serve_plan"]

_LOOKS = 0.2
"""Seconds until an end is noticed."""


def serve_plan(settings: Settings, port: int, *, opens: bool) -> int:
    """Serve the plan of the current folder until a signal ends it: the exit code. Raises Misuse."""
    server = Server(PlanSite(settings), port)
    try:
        with _ended_by_signal():
            write([server.address])
            note(settings, "Ctrl-C ends it; nobody but this machine can read it, and nothing can be written")
            if opens:
                Thread(target=_open, args=(settings, server.address), daemon=True).start()
            server.serve_forever(_LOOKS)
    except _Ended:
        pass
    finally:
        server.close()
    return 0


class _Ended(BaseException):
    """Somebody asked us to end."""


@contextmanager
def _ended_by_signal() -> Iterator[None]:
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(_number: int, _frame: object) -> NoReturn:
    raise _Ended


def _open(settings: Settings, address: str) -> None:
    import webbrowser

    try:
        there = webbrowser.open_new_tab(address)
    except (OSError, webbrowser.Error):
        there = False
    if not there:
        note(settings, f"no browser was found: open {address} in one")
