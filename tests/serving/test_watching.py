"""Watching: news come once, when they have settled."""

from __future__ import annotations

from threading import Thread

from alignplan.serving.watching import Watch


class Changing:
    """States, one after the other; the last one stays."""

    def __init__(self, *states: str) -> None:
        self.left = list(states)

    def __call__(self) -> str:
        return self.left.pop(0) if len(self.left) > 1 else self.left[0]


def test_the_first_thing_told_is_the_state_as_it_is() -> None:
    watch = Watch(lambda: "one", 0.01)
    assert next(watch.told(5)) == "one"
    watch.end()


def test_a_change_is_told_once_it_has_settled() -> None:
    watch = Watch(Changing("one", "two", "three", "four", "four", "four"), 0.01)
    told = watch.told(5)
    assert next(told) == "one"
    watch.start()
    assert next(told) == "four"
    watch.end()


def test_nothing_is_told_where_nothing_changes() -> None:
    watch = Watch(lambda: "one", 0.01)
    watch.start()
    told = watch.told(0.05)
    assert [next(told), next(told), next(told)] == ["one", None, None]
    watch.end()


def test_all_who_wait_are_let_go_at_the_end() -> None:
    watch = Watch(lambda: "one", 0.01)
    watch.start()
    heard: list[list[str | None]] = []
    waiting = [Thread(target=lambda: heard.append(list(watch.told(60)))) for _ in range(3)]
    for one in waiting:
        one.start()
    watch.end()
    for one in waiting:
        one.join(5)
        assert not one.is_alive()
    assert all(told in (["one"], []) for told in heard)
    assert len(heard) == 3
