"""Watching: who reads the page of now is told when it may have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Condition, Event, Thread

__all__ = ["Watch"]


class Watch:
    """Asks for a state every `interval` seconds, in a thread of its own, until it is ended.

    A change is told once the state has been the same twice: who saves several files at once is shown once.
    """

    def __init__(self, state: Callable[[], str], interval: float) -> None:
        self._state = state
        self._interval = interval
        self._told = state()
        self._news = Condition()
        self._ended = Event()
        self._thread = Thread(target=self._look, name="watch", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def end(self) -> None:
        """End, and let everybody go who waits."""
        self._ended.set()
        with self._news:
            self._news.notify_all()
        if self._thread.is_alive():
            self._thread.join()

    def told(self, patience: float) -> Iterator[str | None]:
        """The state, then each new one as soon as it is known; nothing (`None`) where `patience` seconds bring none."""
        known: str | None = None
        while not self._ended.is_set():
            with self._news:
                if self._told == known:
                    self._news.wait(patience)
                now = self._told
            if self._ended.is_set():
                return
            yield None if now == known else now
            known = now

    def _look(self) -> None:
        before = self._told
        while not self._ended.wait(self._interval):
            now = self._state()
            if now == before and now != self._told:
                with self._news:
                    self._told = now
                    self._news.notify_all()
            before = now
