"""What may stand where: the lists of words, and what each argument and the value of each option is.

A new command needs nothing here as long as its placeholders (`metavar`) are among those that others use; for a new one
a test asks for a line in :data:`PLACEHOLDERS`, or in :data:`PARAMETERS` where it means something else in one command.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from alignplan.analysis.chronicle import Every
from alignplan.analysis.figures.interface import figures
from alignplan.analysis.matrix import Of
from alignplan.analysis.selectors.parse import Key
from alignplan.analysis.tree import Grouping
from alignplan.catalog import members
from alignplan.cli.completing.shells import SHELLS
from alignplan.cli.patches import FORMATS
from alignplan.cli.topics import TOPICS
from alignplan.formats.interface import exporters, importers
from alignplan.model.kinds import SECTIONS, Kind
from alignplan.model.words import Status
from alignplan.output.contracts.interface import contract, contracts
from alignplan.output.formats import Family, names
from alignplan.rules.catalog import all_rules, page
from alignplan.rules.interface import Severity
from alignplan.starters.examples import example_names

__all__ = ["LISTS", "PARAMETERS", "PLACEHOLDERS", "SELECTORS", "Words"]

Words = list[tuple[str, str]]
"""Words, each with what it is."""


def _bare(words: list[str]) -> Words:
    return [(word, "") for word in words]


def _rules() -> Words:
    """Codes first, then names: both are taken."""
    found = all_rules().values()
    about = {rule.code: page(rule.code).partition("\n")[0].rstrip(".") for rule in found}
    codes = [(rule.code, f"{rule.name}: {about[rule.code]}") for rule in found]
    return codes + [(rule.name, about[rule.code]) for rule in found]


def _answers() -> Words:
    return [(name, str(contract(name).get("description", ""))) for name in contracts()]


def _topics() -> Words:
    return [(name, text.partition("\n")[0]) for name, text in TOPICS.items()]


LISTS: dict[str, Callable[[], Words]] = {
    "answers": _answers,
    "changes": lambda: _bare(list(FORMATS)),
    "colours": lambda: _bare(["auto", "always", "never"]),
    "columns": lambda: _bare(list(Of)),
    "exports": lambda: [(one.name, one.summary) for one in exporters().values()],
    "figures": lambda: [(figure.name, figure.meaning) for figure in figures().values()],
    "formats": lambda: _bare(sorted({*names(), "json"})),
    "groupings": lambda: _bare(list(Grouping)),
    "hosts": lambda: _bare(members("alignplan.starters.pipelines")),
    "imports": lambda: _bare(list(importers())),
    "kinds": lambda: _bare([kind for kind in Kind if kind is not Kind.PLAN]),
    "periods": lambda: _bare(list(Every)),
    "reports": lambda: _bare(sorted({*names(Family.FINDINGS), "json"})),
    "rules": _rules,
    "severities": lambda: _bare([*Severity, "never"]),
    "shells": lambda: _bare(list(SHELLS)),
    "templates": lambda: _bare(example_names()),
    "topics": _topics,
    "views": lambda: _bare(list(dict.fromkeys(view for one in exporters().values() for view in one.views))),
}
"""Lists of words, by name."""

_ITEMS = "items:" + ",".join(kind for kind in Kind if kind is not Kind.PLAN)
_ENTRIES = "items:" + ",".join(SECTIONS.values())
"""Items, but not the plan itself; of these those that stand in nothing else."""

PLACEHOLDERS = {
    "ACTION": "words:write|prune|show",
    "CODE": "list:rules",
    "DATE": "nothing",
    "DATE|REV": "nothing",
    "DAYS": "nothing",
    "DIR": "folders",
    "EFFORT": "words:quick|default|thorough|solver",
    "FIGURE": "lists:figures",
    "FIGURE=N": "nothing",
    "FILE": "files",
    "FORMAT": "list:formats",
    "FORMAT[=FILE]": "report:reports",
    "HOST": "list:hosts",
    "ID": "items:",
    "ID:KEY=VALUE": "fields:word",
    "KEY=VALUE": "fields:item",
    "KIND": "list:kinds",
    "KPI": "items:kpi",
    "LINE": "nothing",
    "N": "nothing",
    "NAME": "nothing",
    "NEW": "nothing",
    "OLD": _ITEMS,
    "PATH": "files",
    "PERIOD": "list:periods",
    "PORT": "nothing",
    "REV": "nothing",
    "REV[..REV]": "nothing",
    "RULES": "lists:rules",
    "S": "nothing",
    "SEL": "selector",
    "SEVERITY": "list:severities",
    "SHELL": "list:shells",
    "TEXT": "nothing",
    "TIME": "nothing",
    "TITLE": "nothing",
    "TOPIC": "list:topics",
    "VALUE": "nothing",
    "VIEW": "list:views",
    "WHEN": "list:colours",
}
"""The meaning of each placeholder; brackets and dots around it are left out."""

PARAMETERS = {
    ("CHANGE", "output_format"): "list:changes",
    ("export", "target_format"): "list:exports",
    ("import", "source_format"): "list:imports",
    ("init", "template"): "list:templates",
    ("matrix", "of"): "list:columns",
    ("mv", "file"): "plan-files",
    ("mv", "items"): _ENTRIES,
    ("new", "item"): "parents",
    ("new", "words"): "fields:kind",
    ("rm", "items"): _ITEMS,
    ("schema", "output"): "list:answers",
    ("tree", "by"): "list:groupings",
}
"""By command or group of commands and parameter, where a placeholder does not say it."""

_SELECTORS: dict[Key, tuple[str, str]] = {
    Key.OWNER: ("items:person,team", "owned by a person or team"),
    Key.TEAM: ("items:team", "of a team and its people"),
    Key.TAG: ("tags", "with a tag"),
    Key.STATUS: ("words:" + "|".join(Status), "in a status"),
    Key.KIND: ("words:" + "|".join(Kind), "of a kind"),
    Key.PATH: ("paths", "in files"),
    Key.DUE: ("nothing", "due until (..DAY), from (DAY..) or between"),
}


def _selectors() -> Iterator[tuple[str, str, str]]:
    for key in Key:
        meaning, about = _SELECTORS[key]
        yield key.value, meaning, about


SELECTORS = tuple(_selectors())
"""The conditions of a selector: key, meaning of its value, what it is."""
