"""What became of the findings in a baseline: which are found still, which are solved, and the baseline of today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.diagnostics.baseline import Baseline, Standing, State
from alignplan.diagnostics.identity import Identity, identity_of
from alignplan.linting.known import may_be_known
from alignplan.rules.catalog import all_rules

if TYPE_CHECKING:
    from alignplan.linting.engine import Verdict
    from alignplan.linting.selection import Selection

__all__ = ["Today"]


class Today:
    """What the rules say today, to be compared with a baseline.

    Rules that do not run say nothing of their findings, and neither does a rule of what is ignored in a file or is not
    told beside a graver fault: such entries are kept. `whole` is false where part of the plan cannot be read; then
    nothing is solved.
    """

    def __init__(self, verdict: Verdict, selection: Selection, *, whole: bool) -> None:
        told = [entry.finding for entry in verdict.judged if entry.waived is None]
        withheld = [entry.finding for entry in verdict.hidden if entry.waived is None] + verdict.muted
        self.open = Counter(identity_of(one) for one in told if may_be_known(one.code))
        self.never = [one for one in told if not may_be_known(one.code)]
        """Findings of rules that no baseline takes."""
        self._withheld = Counter(map(identity_of, withheld))
        self._ran = {rule.code for rule in selection.rules}
        self._whole = whole

    def standings(self, baseline: Baseline) -> Iterator[Standing]:
        """What became of each entry, in the order of the file."""
        for identity in baseline.ordered():
            count = baseline.entries[identity]
            found = min(count, self.open[identity])
            rule = all_rules().get(identity.code)
            name = rule.name if rule is not None else ""
            yield Standing(identity, name, count, found, self._state(identity, found))

    def _state(self, identity: Identity, found: int) -> State:
        if found:
            return State.FOUND
        return State.NOT_JUDGED if self._in_doubt(identity) else State.SOLVED

    def _in_doubt(self, identity: Identity) -> bool:
        """Whether that it is not found says nothing."""
        if identity.code not in all_rules():
            return False
        return not self._whole or identity.code not in self._ran or self._withheld[identity] > 0

    def new(self, baseline: Baseline) -> int:
        """How many findings it has not."""
        return sum((self.open - Counter(baseline.entries)).values())

    def pruned(self, baseline: Baseline) -> Baseline:
        """Without what is solved."""
        kept = {
            identity: count if self._in_doubt(identity) else min(count, self.open[identity])
            for identity, count in baseline.entries.items()
        }
        return Baseline({identity: count for identity, count in kept.items() if count})

    def written(self, baseline: Baseline) -> Baseline:
        """With what is found today in place of what was; what is in doubt is kept."""
        kept = {identity: count for identity, count in baseline.entries.items() if self._in_doubt(identity)}
        return Baseline(dict(Counter(kept) | self.open))
