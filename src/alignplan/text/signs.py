"""The patterns of keys and scalars that mean the same to every reader of YAML, for those who read without a parser.

They hold no tab, no control character and no end of a line; whatever else is unusual they do not match either.
Characters beyond ASCII are looked at beforehand.
"""

from __future__ import annotations

from alignplan.text.nodes import Quoted

__all__ = [
    "CONTROLS",
    "KEY",
    "NAME",
    "PLAIN",
    "QUOTED",
    "WORD",
    "WORD_WITH_COLON",
    "Declined",
    "Names",
    "unquoted",
]


class Declined(Exception):
    """The text, or a part of it, is left to the parser of all YAML."""


class Names(dict[str, str]):
    """What keys say, as they are written: each once, since the same few stand in every entry of a file."""

    def __missing__(self, written: str) -> str:
        said = written[1:-1] if written[0] in "\"'" else written
        return self.setdefault(written, said)


CONTROLS = r"\x00-\x1f\x7f-\x9f"
"""What stands in every negated class: controls, with tabs and the ends of lines among them."""

_NO_KEY = CONTROLS + r" !\"#&'*,:<=>?@\[\]`{|}~"

NAME = rf"[^{_NO_KEY}%.\-][^{_NO_KEY}]{{0,99}}"
"""A key in one word, much shorter than the parser allows (1,024 characters)."""

KEY = rf"{NAME}|\"[^{CONTROLS}\"\\<]{{1,99}}\"|'[^{CONTROLS}'<]{{1,99}}'"
"""The same or one in quotes, as :class:`Names` takes it; never a merge sign."""

_NO_WORD = CONTROLS + r":#,\[\]{}"
_LONG = "{0,9999}"
# A bound for what is looked at again when what follows does not fit: a file may be one line.
_FIRST = rf"(?!null|Null|NULL)(?:[^{CONTROLS} !\"#%&'*,\-:>?@\[\]`{{|}}~]|-[0-9A-Za-z.])"

_COLON_OR_HASH = rf"(?::(?=[^{CONTROLS} ])|(?<! )#)"
PLAIN = (
    rf"{_FIRST}[^{CONTROLS}:#]{_LONG}(?:(?=[:#])(?:{_COLON_OR_HASH}[^{CONTROLS}:#]{_LONG}){{0,99}}|)(?<! )"
)
"""A plain scalar that is not null, on one line outside brackets."""

WORD = rf"{_FIRST}[^{_NO_WORD}]{_LONG}(?<! )"
"""A plain scalar between brackets that has no colon."""

WORD_WITH_COLON = rf"{_FIRST}[^{_NO_WORD}]{_LONG}(?::(?=[^{_NO_WORD} ?])[^{_NO_WORD}]{_LONG}){{0,99}}(?<! )"
"""The same that may have one, as in `10:30`."""

QUOTED = rf"\"[^{CONTROLS}\"\\]{_LONG}\"|'[^{CONTROLS}']{_LONG}(?:''[^{CONTROLS}']{_LONG}){{0,99}}'"
"""A text in quotes, without escapes but the doubled single quote."""


def unquoted(written: str) -> Quoted:
    """What a text that matches :data:`QUOTED` says."""
    return Quoted(written[1:-1] if written[0] == '"' else written[1:-1].replace("''", "'"))
