"""English for documents: sentences from what a plan states, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.output.document import Cell, Prose

__all__ = [
    "also",
    "answering",
    "day",
    "described",
    "listing",
    "numbered",
    "opening",
    "paragraphs",
    "period",
    "quoted",
    "said",
]


def quoted(node: Node) -> str:
    """A title as it stands in a sentence."""
    return f"“{node.title}”"


def numbered(node: Node) -> str:
    """A title as it stands in a heading: behind its code, where it has one."""
    return f"{node.model.code} {node.title}" if node.model.code else node.title


def answering(plan: Assessment, node: Node) -> Iterator[str]:
    """Which values an objective or tactic lives, which findings it responds to, which expectations it meets."""
    for field, one, several in (
        ("upholds", "It lives the value", "It lives the values"),
        ("responds_to", "It responds to", "It responds to"),
        ("satisfies", "It meets", "It meets"),
    ):
        targets = [quoted(link.target) for link in plan.graph.linked(node, field)]
        if targets:
            yield f"{one if len(targets) == 1 else several} {listing(targets)}."


def listing(words: Iterable[str]) -> str:
    """Words as a sentence lists them.

    >>> listing(["one"]), listing(["one", "two"]), listing(["one", "two", "three"])
    ('one', 'one and two', 'one, two and three')
    """
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"


def day(value: date) -> str:
    """A day as prose writes it: `30 September 2027`."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def period(start: date | None, due: date | None) -> str:
    """From when until when; empty where neither is known."""
    if start is not None and due is not None:
        return f"from {day(start)} to {day(due)}"
    if start is not None:
        return f"from {day(start)}"
    return f"until {day(due)}" if due is not None else ""


def said(*texts: str | None) -> Prose:
    """Paragraphs, without those that are empty; a text of several paragraphs becomes several."""
    return Prose(tuple(Cell(text) for whole in texts if whole for text in paragraphs(whole)))


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a text: blank lines part them."""
    for part in text.replace("\r\n", "\n").split("\n\n"):
        words = " ".join(part.split())
        if words:
            yield words


def described(node: Node) -> list[str]:
    """What an item says of itself at length, and its notes."""
    model = node.model
    return [text for text in (model.description, *model.notes) if text]


def also(node: Node) -> Prose | None:
    """The same as paragraphs; none where it says nothing."""
    texts = described(node)
    return said(*texts) if texts else None


def opening(node: Node, sentences: Iterable[str]) -> Iterator[Prose]:
    """What an item says of itself, then a paragraph of sentences about it, where there are any."""
    more, text = also(node), " ".join(sentences)
    if more is not None:
        yield more
    if text:
        yield said(text)
