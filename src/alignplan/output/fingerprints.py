"""What tells one finding from another, in every report and after every change that does not concern it."""

from __future__ import annotations

import json
from collections import Counter

from alignplan.diagnostics.report import CheckAnswer
from alignplan.storage import digest

__all__ = ["fingerprints"]


def fingerprints(answer: CheckAnswer) -> list[str]:
    """One for each of the findings, waived ones included: 32 hexadecimal digits, no two the same.

    Made from the identity of a finding, so that none changes when lines move. Where findings share it, the second and
    each after it are told apart by their number in the order shown.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    prints = []
    for finding in answer.findings:
        identity = finding.identity
        seen[identity] += 1
        number = seen[identity]
        prints.append(_digest(*identity) if number == 1 else _digest(*identity, str(number)))
    return prints


def _digest(*parts: str) -> str:
    return digest(json.dumps(parts).encode("ascii"))
