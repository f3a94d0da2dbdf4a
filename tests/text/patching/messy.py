"""Documents as people leave them: every style beside every other, with a note of whose each comment is."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from alignplan.text.patching import Route
from alignplan.text.tree import parse

__all__ = ["Messy", "messy"]

_WORDS = [
    "open",
    "shop",
    "a-1",
    "40%",
    "2026-11-22",
    "it's",
    "x y",
    "Größe",
    "12",
    "b, c",
    "e#f",
    "R&D",
    "null",
    "~",
]
_PLAIN = [
    "open",
    "shop two",
    "40%",
    "2026-11-22",
    "12",
    "Größe",
    "e#f",
    "null",
    "~",
    "-1",
    "a:b",
    "R&D",
    "no",
]


@dataclass
class Messy:
    """A document: its text, and for each comment the entry that it goes with.

    `loose` comments stand inside the entry and belong to none: when it goes they may go or stay.
    """

    text: str = ""
    owners: dict[str, Route] = field(default_factory=dict)
    loose: set[str] = field(default_factory=set)

    def comments(self, text: str) -> list[str]:
        """The comments of this document that are in a text, in the order in which they stand there."""
        found = (re.search(r"# c\d+[^\n\r]*", line) for line in text.split("\n"))
        return [match[0] for match in found if match and match[0] in self.owners]


def messy(seed: int, size: int) -> Messy:
    """A document of about so many entries: the same for the same numbers, and always one that can be read."""
    dice = random.Random(seed * 1000 + size)
    while True:
        writer = _Writer(dice, size)
        document = writer.document()
        tree = parse(document.text)
        if tree.whole and not tree.faults and isinstance(tree.data, dict):
            return document


class _Writer:
    def __init__(self, dice: random.Random, size: int) -> None:
        self.dice = dice
        self.left = size
        self.lines: list[str] = []
        self.owners: dict[str, Route] = {}
        self.loose: set[str] = set()
        self.anchors: list[str] = []
        self.with_anchors = dice.random() < 0.3

    def document(self) -> Messy:
        dice = self.dice
        if dice.random() < 0.2:
            self.lines += [self._comment((), loose=True), ""]
        if dice.random() < 0.2:
            self.lines.append("---" + (f"  {self._comment((), loose=True)}" if dice.random() < 0.3 else ""))
        self._mapping((), 0, top=True)
        newline = "\r\n" if dice.random() < 0.25 else "\n"
        text = newline.join(self.lines) + newline
        if dice.random() < 0.2:
            text = text.removesuffix(newline)
        return Messy(text, self.owners, self.loose)

    def _chance(self, share: float) -> bool:
        return self.dice.random() < share

    def _comment(self, owner: Route, *, loose: bool = False) -> str:
        words = f"# c{len(self.owners)}" + self.dice.choice(["", " why: so", " - x", ' "q', " {"])
        self.owners[words] = owner
        if loose:
            self.loose.add(words)
        return words

    def _behind(self, owner: Route) -> str:
        return self.dice.choice(["  ", " ", "    "]) + self._comment(owner) if self._chance(0.25) else ""

    def _gap(self) -> None:
        if self._chance(0.2):
            self.lines += [self.dice.choice(["", "", "", "   "])] * self.dice.randint(1, 2)

    # ------------------------------------------------------------ block style

    def _mapping(self, route: Route, indent: int, *, top: bool = False, first: str = "") -> None:
        """Entries at a column; of the first the line begins with `first` (a dash and its like)."""
        for number in range(self.dice.randint(1, 4) + 2 * top):
            key = f"k{number}" if self._chance(0.8) else f"{number}.{number}"
            inner = (*route, key)
            lead = first if number == 0 and first else " " * indent
            if lead.strip() == "":
                self._above(inner, route, indent)
            self._entry(inner, key, lead, indent)
        self._trailing(route, indent)

    def _above(self, route: Route, around: Route, indent: int) -> None:
        if self.lines and self.lines[-1].strip():
            self._gap()
        if self._chance(0.15):
            self.lines += [f"{' ' * indent}{self._comment(around)}", ""]
        for _ in range(self.dice.choice([0, 0, 0, 0, 1, 2])):
            column = indent if self._chance(0.8) else self.dice.randint(0, indent)
            self.lines.append(f"{' ' * column}{self._comment(route)}")

    def _trailing(self, route: Route, indent: int) -> None:
        if route and self._chance(0.1) and self.lines[-1].strip():
            self.lines.append(f"{' ' * indent}{self._comment(route)}")
        elif route and self._chance(0.1):
            self.lines += ["", f"{' ' * indent}{self._comment(route, loose=True)}", ""]

    def _entry(self, route: Route, key: str, lead: str, indent: int) -> None:
        written = self.dice.choice([key] * 6 + [f'"{key}"', f"'{key}'", f"{key} "])
        self._value(route, f"{lead}{written}:", indent, dash=False)

    def _value(self, route: Route, head: str, indent: int, *, dash: bool) -> None:
        self.left -= 1
        deep = self.left > 0 and len(route) < 5
        kinds = [self._scalar] * 5 + [
            self._text_block,
            self._many_lines,
            self._brackets,
            self._nothing,
            self._alias,
        ]
        kinds += [self._inside, self._list] * 3 if deep else []
        kind = self.dice.choice(kinds)
        anchor = ""
        if self.with_anchors and kind is not self._alias and self._chance(0.2):
            anchor = f" &n{len(self.anchors)}x"
        kind(route, head + anchor, indent, dash=dash)
        if anchor:
            self.anchors.append(anchor[2:])

    def _alias(self, route: Route, head: str, indent: int, *, dash: bool) -> None:
        if not self.anchors:
            return self._scalar(route, head, indent, dash=dash)
        self.lines.append(f"{head} *{self.dice.choice(self.anchors)}{self._behind(route)}")
        return None

    def _nothing(self, route: Route, head: str, indent: int, *, dash: bool) -> None:
        self.lines.append(f"{head}{self._behind(route)}")

    def _scalar(self, route: Route, head: str, indent: int, *, dash: bool) -> None:
        space = self.dice.choice([" ", " ", " ", "   "])
        self.lines.append(f"{head}{space}{self._one_line(self.dice.choice(_PLAIN))}{self._behind(route)}")

    def _one_line(self, plain: str) -> str:
        word = self.dice.choice(_WORDS)
        return self.dice.choice(
            [
                plain,
                plain,
                f'"{word}"',
                "'" + word.replace("'", "''") + "'",
                '"a\\n\\tb"',
                '"# no"',
                "'it''s: #1'",
            ]
        )

    def _many_lines(self, route: Route, head: str, indent: int, *, dash: bool) -> None:
        margin = " " * (indent + self.dice.randint(1, 4))
        opened = self.dice.choice(["", '"', "'"])
        middle = (
            ["", f"{margin}after a break"]
            if self._chance(0.3)
            else [f"{margin}more # of it" if opened else f"{margin}more of it"]
        )
        self.lines += [f"{head} {opened}begun", *middle, f"{margin}done{opened}{self._behind(route)}"]

    def _text_block(self, route: Route, head: str, indent: int, *, dash: bool) -> None:
        margin = " " * (indent + self.dice.randint(1, 4))
        sign = self.dice.choice(["|", ">", "|-", ">-", "|+", ">+"])
        body = [
            f"{margin}{self.dice.choice(['one', 'key: value', '# no comment', '- x'])}"
            for _ in range(self.dice.randint(1, 3))
        ]
        if self._chance(0.3):
            body.insert(1, "")
        if self._chance(0.2):
            body.append(f"{margin}  deeper")
        if self._chance(0.3):
            body += [""] * self.dice.randint(1, 2)
        self.lines += [f"{head} {sign}{self._behind(route)}", *body]

    def _inside(self, route: Route, head: str, indent: int, *, dash: bool) -> None:
        step = self.dice.choice([1, 2, 2, 2, 4])
        if dash and self._chance(0.8) and "&" not in head:
            space = " " * self.dice.choice([1, 1, 3])
            self._mapping(route, len(head) + len(space), first=f"{head}{space}")
            return
        self.lines.append(f"{head}{self._behind(route)}")
        self._mapping(route, indent + step)

    def _list(self, route: Route, head: str, indent: int, *, dash: bool) -> None:
        column = indent + self.dice.choice([0, 2, 2, 4] if not dash else [2, 4])
        self.lines.append(f"{head}{self._behind(route)}")
        for number in range(self.dice.randint(1, 3)):
            self._above((*route, number), route, column)
            self._value((*route, number), f"{' ' * column}-", column, dash=True)
        if column > indent:
            self._trailing(route, column)

    # ------------------------------------------------------------ in brackets

    def _brackets(self, route: Route, head: str, indent: int, *, dash: bool) -> None:
        if self._chance(0.6):
            self.lines.append(f"{head} {self._on_one_line(route, 0)}{self._behind(route)}")
            return
        is_map = self._chance(0.5)
        margin = " " * (indent + self.dice.randint(1, 4))
        self.lines.append(f"{head} {'{' if is_map else '['}{self._behind(route)}")
        count = self.dice.randint(1, 3)
        for number in range(count):
            inner: Route = (*route, f"f{number}" if is_map else number)
            if self._chance(0.2):
                self.lines.append(f"{margin}{self._comment(inner)}")
            comma = "," if number < count - 1 or self._chance(0.5) else ""
            key = f"f{number}: " if is_map else ""
            self.lines.append(f"{margin}{key}{self._on_one_line(inner, 2)}{comma}{self._behind(inner)}")
        if self._chance(0.15):
            self.lines.append(f"{margin}{self._comment(route)}")
        closing = " " * self.dice.choice([indent + 1, len(margin)])
        self.lines.append(f"{closing}{'}' if is_map else ']'}{self._behind(route)}")

    def _on_one_line(self, route: Route, depth: int) -> str:
        if depth > 1 or (depth and self._chance(0.6)):
            return self.dice.choice(["open", '"a, b"', "'c'", "12", "40%", "shop two"])
        space = self.dice.choice(["", "", " "])
        count = self.dice.randint(0, 3)
        end = "," if count and self._chance(0.1) else ""
        if self._chance(0.5):
            inside = [
                f"f{number}: {self._on_one_line((*route, f'f{number}'), depth + 1)}"
                for number in range(count)
            ]
            return "{" + space + ", ".join(inside) + end + space + "}"
        inside = [self._on_one_line((*route, number), depth + 1) for number in range(count)]
        return "[" + space + self.dice.choice([", ", ","]).join(inside) + end + space + "]"
