"""The stream of YAML events, from the C parser alone.

The pure-Python parser of PyYAML reads some texts differently and is fifty times slower, so it is never used: a
machine without libyaml is told so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

__all__ = [
    "ALIAS",
    "DOCUMENT_START",
    "MAPPING_END",
    "MAPPING_START",
    "SCALAR",
    "SEQUENCE_END",
    "SEQUENCE_START",
    "STREAM_END",
    "ParserMissing",
    "SyntaxFault",
    "event_source",
    "is_well_formed",
]

ALIAS = yaml.events.AliasEvent
DOCUMENT_START = yaml.events.DocumentStartEvent
MAPPING_END = yaml.events.MappingEndEvent
MAPPING_START = yaml.events.MappingStartEvent
SCALAR = yaml.events.ScalarEvent
SEQUENCE_END = yaml.events.SequenceEndEvent
SEQUENCE_START = yaml.events.SequenceStartEvent
STREAM_END = yaml.events.StreamEndEvent

SyntaxFault = yaml.YAMLError


class ParserMissing(ImportError):
    """PyYAML was built without libyaml."""


def event_source(text: str) -> Callable[[], Any]:
    """A function that gives the next event of `text` at each call; raises :data:`SyntaxFault`."""
    try:
        from yaml._yaml import CParser
    except ImportError as error:
        raise ParserMissing("PyYAML has no libyaml here; install a PyYAML wheel that has it") from error
    source: Callable[[], Any] = CParser(text).get_event
    return source


def is_well_formed(text: str) -> bool:
    """Whether `text` has no syntax errors: five times faster than to look at its events."""
    try:
        from yaml._yaml import CParser
    except ImportError as error:
        raise ParserMissing("PyYAML has no libyaml here; install a PyYAML wheel that has it") from error
    try:
        CParser(text).raw_parse()
    except SyntaxFault:
        return False
    return True
