"""Plans of any size, the same for the same size: what a large organization's plan looks like, seen from far away.

About twenty lines a tactic, two hundred tactics a file, a tenth as many objectives in three levels, a quarter as many
people. Meant to be read as of :data:`DAY`.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

DAY = date(2026, 11, 22)
FILE = 200
_VERBS = [
    "Open",
    "Launch",
    "Renew",
    "Train",
    "Hire",
    "Measure",
    "Automate",
    "Simplify",
    "Teach",
    "Repair",
    "Test",
    "Extend",
    "Merge",
    "Publish",
]
_THINGS = [
    "warehouse",
    "shop",
    "school",
    "clinic",
    "course",
    "contract",
    "portal",
    "route",
    "campaign",
    "network",
    "service",
    "catalogue",
    "line",
    "lab",
]
_WORDS = [
    "north",
    "south",
    "early",
    "late",
    "small",
    "large",
    "public",
    "local",
    "digital",
    "shared",
    "seasonal",
    "mobile",
    "central",
    "monthly",
]


def write_plan(folder: Path, tactics: int, seed: int = 11) -> Path:
    """Write a plan of so many tactics into an empty folder; gives the folder."""
    writer = _Writer(folder, tactics, random.Random(seed))
    writer.root()
    writer.people()
    writer.objectives()
    writer.tactics()
    return folder


class _Writer:
    def __init__(self, folder: Path, tactics: int, dice: random.Random) -> None:
        self.folder = folder
        self.n_tactics = tactics
        self.n_objectives = max(3, tactics // 10)
        self.n_people = max(3, tactics // 4)
        self.dice = dice
        folder.mkdir(parents=True, exist_ok=True)

    def root(self) -> None:
        self._write(
            "alignplan.yaml",
            [
                "alignplan: 1",
                "plan:",
                "  title: A plan of many tactics",
                "  vision: Everyone is served within a day.",
                "  mission: Serve everyone.",
                "  horizon: {start: 2026-01-01, due: 2031-12-31}",
                "  currency: EUR",
                'include: [people.yaml, "objectives/*.yaml", "tactics/**/*.yaml"]',
            ],
        )

    def people(self) -> None:
        people = [
            f"  person-{i}: {{name: Person {i}, role: Planner, cost: {300 + i % 400}}}"
            for i in range(self.n_people)
        ]
        self._write("people.yaml", ["people:", *people])

    def objectives(self) -> None:
        roots = max(1, self.n_objectives // 100)
        middle = max(roots + 1, self.n_objectives // 10)
        for first in range(0, self.n_objectives, FILE):
            lines = ["objectives:"]
            for i in range(first, min(first + FILE, self.n_objectives)):
                above = None if i < roots else i % roots if i < middle else roots + i % (middle - roots)
                lines += self._objective(i, above)
            self._write(f"objectives/part-{first // FILE:04}.yaml", lines)

    def _objective(self, i: int, above: int | None) -> list[str]:
        start, target = self.dice.randint(10, 40), self.dice.randint(50, 90)
        now = round(start + (target - start) * 0.2, 1)
        return [
            f"  objective-{i}:",
            f"    title: {self._title()}",
            f"    owner: person-{self.dice.randrange(self.n_people)}",
            *([f"    parent: objective-{above}"] if above is not None else []),
            "    start: 2026-09-01",
            "    due: 2030-12-31",
            "    kpis:",
            f"      share-{i}:",
            f"        title: Share of those who were served, group {i}",
            '        unit: "%"',
            f"        baseline: {{date: 2026-09-01, value: {start}}}",
            f"        target: {{date: 2030-12-31, value: {target}}}",
            f"        owner: person-{self.dice.randrange(self.n_people)}",
            f"        actuals: {{2026-10-01: {start}, 2026-11-01: {now}}}",
        ]

    def tactics(self) -> None:
        leaves = list(range(max(2, self.n_objectives // 10), self.n_objectives))
        for first in range(0, self.n_tactics, FILE):
            lines = ["tactics:"]
            for i in range(first, min(first + FILE, self.n_tactics)):
                lines += self._tactic(i, leaves[i % len(leaves)])
            self._write(f"tactics/team-{first // (FILE * 20):03}/part-{first // FILE:04}.yaml", lines)

    def _tactic(self, i: int, objective: int) -> list[str]:
        begin = DAY + timedelta(days=self.dice.randrange(5, 600))
        end = begin + timedelta(days=self.dice.randrange(60, 300))
        lines = [
            f"  tactic-{i}:",
            f"    title: {self._title()}",
            "    description: |",
            f"      {self._sentence()}",
            f"      {self._sentence()}",
            f"    supports: objective-{objective}",
            f"    owner: person-{self.dice.randrange(self.n_people)}",
            f"    start: {begin}",
            f"    due: {end}",
            f"    budget: {{planned: {self.dice.randrange(1, 90) * 1000}, spent: 0}}",
            f"    tags: [{self.dice.choice(_WORDS)}, {self.dice.choice(_THINGS)}]",
            "    actions:",
        ]
        for step in range(self.dice.randint(3, 5)):
            after = f", after: [step-{step - 1}]" if step and self.dice.random() < 0.7 else ""
            who = self.dice.randrange(self.n_people)
            lines.append(
                f"      step-{step}: {{title: {self._title()}, owner: person-{who}, effort: {self.dice.randint(1, 8)}d{after}}}"
            )
        return lines

    def _title(self) -> str:
        return f"{self.dice.choice(_VERBS)} the {self.dice.choice(_WORDS)} {self.dice.choice(_THINGS)} {self.dice.randrange(1000)}"

    def _sentence(self) -> str:
        return " ".join(self.dice.choice(_WORDS + _THINGS) for _ in range(10)).capitalize() + "."

    def _write(self, path: str, lines: list[str]) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
