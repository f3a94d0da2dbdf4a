"""From what is asked to what is offered."""

from __future__ import annotations

from alignplan.cli.completing.asked import COMMANDS, OPTIONS, Asked
from alignplan.cli.completing.offers import FILES, FOLDERS, Answer, Offer, beginning
from alignplan.cli.completing.table import Table

__all__ = ["answer"]


def answer(table: Table, asked: Asked) -> Answer:
    """What may stand there: of several meanings the first one that has something like it."""
    answers = [_answer(table, asked, meaning) for meaning in asked.meanings]
    fitting = (one for one in answers if one.listed or beginning(one.offers, asked.head + asked.word))
    return next(fitting, None) or next(iter(answers), Answer())


def _answer(table: Table, asked: Asked, meaning: str) -> Answer:
    """What may stand there by one meaning."""
    if meaning in (FILES, FOLDERS):
        return Answer(listed=meaning, head=asked.head, directory=asked.directory)
    if meaning == COMMANDS:
        return Answer(Offer(one.name, one.about) for one in table.commands.values() if one.name)
    if meaning == OPTIONS:
        return Answer(_options(table, asked))
    if meaning.startswith("report:") and "=" in asked.word:
        head = asked.head + asked.word.partition("=")[0] + "="
        return Answer(listed=FILES, head=head, directory=asked.directory)
    from alignplan.cli.completing.values import Values

    kept, offers = Values(table, asked).of(meaning)
    return Answer(offer.behind(asked.head + kept) for offer in offers)


def _options(table: Table, asked: Asked) -> list[Offer]:
    """The options that were not typed yet; short names only for a dash alone."""
    own = asked.command.options if asked.command.name else []
    left = [option for option in [*own, *table.common] if option.again or not asked.seen & set(option.names)]
    return [
        Offer(name, option.about)
        for option in left
        for name in option.names
        if name.startswith("--") or not asked.word.startswith("--")
    ]
