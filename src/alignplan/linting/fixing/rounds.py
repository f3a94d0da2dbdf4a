"""Fix, judge again, go on: until nothing is left to fix, and never to a plan with more to find in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.identity import identity_of, known_among
from alignplan.editing.manuscript import Manuscript
from alignplan.linting.fixing.applying import edits_of
from alignplan.linting.fixing.candidates import Candidate, candidates
from alignplan.linting.judged import Judged
from alignplan.text.patching.pieces import Pieces

__all__ = ["Fixed", "Mended", "State", "mended"]

_MOST_ROUNDS = 100
_MOST_UNCOVERED = 3
"""Findings one below the other that a chain of fixes uncovers."""


@dataclass(frozen=True, slots=True)
class State:
    """A plan as it is, or would be: what is found in it and not waived, and its texts.

    `known` marks what is known already and not to be fixed; none where nothing is.
    """

    judged: Sequence[Judged]
    manuscript: Manuscript
    known: Sequence[bool] = ()

    @property
    def told(self) -> Sequence[Judged]:
        """What is not known."""
        if not self.known:
            return self.judged
        return [entry for entry, is_known in zip(self.judged, self.known, strict=True) if not is_known]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A fix: what was found, where, and what was done. `against` is what would come of it, where it was left."""

    judged: Judged
    line: int
    title: str
    against: Judged | None = None


@dataclass(slots=True)
class Mended:
    """What came of it: the texts that changed, with all rounds as one; what was fixed, and what was left for cause."""

    texts: dict[str, Pieces] = field(default_factory=dict)
    fixed: list[Fixed] = field(default_factory=list)
    left: list[Fixed] = field(default_factory=list)
    settled: bool = True
    """Whether nothing is left to fix: false where it would have gone on and on."""

    @property
    def drafts(self) -> dict[str, str]:
        """The new texts by path."""
        return {path: pieces.text for path, pieces in self.texts.items()}


def mended(
    look: Callable[[Mapping[str, str]], State], *, unsafe: bool, chosen: Callable[[str], bool]
) -> Mended:
    """Fix what can be fixed in the `chosen` files. `look` judges the plan with some texts in place of its files.

    A fix that would bring a new error, or more findings than it takes away, is left.
    """
    work = _Work(look, unsafe, chosen)
    work.run()
    return work.done


@dataclass(frozen=True, slots=True)
class _Trial:
    """The plan after some fixes, and what speaks against them: a new finding; `fits` is false where they clash."""

    after: State
    texts: dict[str, Pieces]
    made: tuple[Candidate, ...]
    worse: Judged | None = None
    fits: bool = True

    @property
    def is_good(self) -> bool:
        """Whether it may stay so."""
        return self.fits and self.worse is None


class _Work:
    def __init__(
        self, look: Callable[[Mapping[str, str]], State], unsafe: bool, chosen: Callable[[str], bool]
    ) -> None:
        self.done = Mended()
        self._look = look
        self._unsafe = unsafe
        self._chosen = chosen
        self._tried: set[tuple[object, ...]] = set()
        self._state = look({})

    def run(self) -> None:
        """Try all fixes at once; where that does not do, fewer, down to the one that is to blame."""
        most = 0
        for _ in range(_MOST_ROUNDS):
            open_ = self._open(self._state)
            if not open_:
                return
            some = open_[: most or len(open_)]
            trial = self._trial(some, _Trial(self._state, self.done.texts, ()))
            if not trial.is_good and len(some) > 1:
                most = len(some) // 2
                continue
            most = 0
            self._settle(some[0], trial if trial.is_good else self._followed(trial))
        self.done.settled = not self._open(self._state)

    def _settle(self, first: Candidate, trial: _Trial) -> None:
        """Keep what is good; of one that is not it is said why."""
        self._tried.update(one.key for one in trial.made)
        self._tried.add(first.key)
        if trial.is_good:
            self._state, self.done.texts = trial.after, trial.texts
            self.done.fixed += [Fixed(one.judged, one.line, one.fix.title) for one in trial.made]
        else:
            self.done.left.append(Fixed(first.judged, first.line, first.fix.title, trial.worse))

    def _followed(self, trial: _Trial) -> _Trial:
        """A fix that uncovers what can be fixed as well: both together may be good."""
        last = trial
        for _ in range(_MOST_UNCOVERED):
            if not last.fits or last.worse is None:
                break
            worse = last.worse.finding
            next_ = [one for one in self._open(last.after) if one.finding == worse]
            if not next_:
                break
            last = self._trial(next_[:1], last)
        return last if last.is_good else trial

    def _open(self, state: State) -> list[Candidate]:
        found = candidates(state.told, state.manuscript, unsafe=self._unsafe, chosen=self._chosen)
        return [one for one in found if one.key not in self._tried]

    def _trial(self, some: Sequence[Candidate], base: _Trial) -> _Trial:
        """Make some fixes after those of `base`, and compare with the plan as it is."""
        manuscript = base.after.manuscript
        made = (*base.made, *some)
        edits = edits_of(manuscript, some)
        if edits is None:
            return _Trial(base.after, base.texts, made, fits=False)
        texts = dict(base.texts)
        for path, changed in edits.items():
            pieces = copy(texts[path]) if path in texts else Pieces(manuscript.text(path))
            pieces.edit(list(changed))
            texts[path] = pieces
        after = self._look({path: pieces.text for path, pieces in texts.items()})
        return _Trial(after, texts, made, _worse(self._state.judged, after.judged))


def _worse(before: Sequence[Judged], after: Sequence[Judged]) -> Judged | None:
    """A new error; else, where there are more findings than before, a new one of them."""
    known = Counter(identity_of(entry.finding) for entry in before)
    marks = known_among([identity_of(entry.finding) for entry in after], known)
    new = [entry for entry, is_known in zip(after, marks, strict=True) if not is_known]
    errors = [entry for entry in new if entry.severity is Severity.ERROR]
    if errors or len(after) > len(before):
        return (errors or new)[0]
    return None
