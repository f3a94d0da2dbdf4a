"""Can all be done by a given instant? Asked again and again, for the last instant at which the answer is no."""

from __future__ import annotations

from alignplan.scheduling.bounds.energy import Supplies
from alignplan.scheduling.bounds.exclusion import Exclusion
from alignplan.scheduling.bounds.timetable import Timetable
from alignplan.scheduling.bounds.windows import Network, Refuted

__all__ = ["Judge"]

_ROUNDS = 6
"""How often the windows of one question are narrowed at most: most of it comes in the first ones."""


class Judge:
    """Says no to instants by which not all can be done: cheaply, or harder with what excludes what."""

    def __init__(self, network: Network, supplies: Supplies, exclusion: Exclusion | None = None) -> None:
        self.network = network
        self.supplies = supplies
        self.exclusion = exclusion

    def raised(self, bound: int, questions: int, finish: int | None = None) -> int:
        """The bound behind all refuted instants, up to `finish`: in doubling steps, then by halves."""
        above, step = finish, 1
        while questions and (above is None or bound < above):
            questions -= 1
            asked = bound + step - 1
            if above is not None:
                asked = min(asked, (bound + above) // 2)
            if self.refuted(asked):
                bound = asked + 1
                step *= 2
            else:
                above = asked
        return bound

    def refuted(self, finish: int) -> bool:
        """Whether no schedule is over by an instant. A false no is a bug, a false yes is only weak."""
        kept = self.network.start, self.network.end
        try:
            self.network.look_backward(finish)
            if self.exclusion is not None:
                self._narrow(self.exclusion, finish)
            return self.supplies.refuted(self.network) or (
                self.exclusion is not None and self.exclusion.refuted()
            )
        except Refuted:
            return True
        finally:
            self.network.start, self.network.end = kept

    def _narrow(self, exclusion: Exclusion, finish: int) -> None:
        """Narrows all windows by what excludes what and by the sure parts, until nothing moves or it is enough."""
        network = self.network
        network.start, network.end = network.start[:], network.end[:]
        floor, ceiling = [0] * len(network.start), [finish] * len(network.start)
        timetable = Timetable(network)
        for _ in range(_ROUNDS):
            moved = exclusion.narrow(floor, ceiling)
            if not moved and not timetable.narrow(floor, ceiling):
                return
            network.look_forward(floor)
            network.look_backward(finish, ceiling)
