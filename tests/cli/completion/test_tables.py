"""The tables are those of today's commands and models, and they say of everything what may stand there."""

from __future__ import annotations

from typing import Any

import pytest
from tests.docs.pages import ROOT
from tools.completion.meanings import LISTS
from tools.completion.tables import FOLDER, tables, unknown

from alignplan.cli.app import build
from alignplan.cli.command import COMMON
from alignplan.cli.completing.table import Table
from alignplan.cli.listing import commands
from alignplan.graph.references import reference_fields
from alignplan.model.fields import CHILD_MODELS, field_names
from alignplan.model.kinds import CHILDREN, Kind
from alignplan.model.plan import Plan
from alignplan.model.sections import MODELS

KNOWN = {"fields", "files", "flag", "folders", "items", "list", "lists", "nothing", "parents", "paths", "plan-files", "report",
         "selector", "tags", "words"}  # fmt: skip


def test_they_are_up_to_date() -> None:
    for path, text in tables().items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, "run `python tools/docs/generate.py`"


def test_of_every_argument_and_option_is_said_what_may_stand_there() -> None:
    assert unknown() == [], "say it in tools/completion/meanings.py, then run `python tools/docs/generate.py`"


def test_every_command_is_there_with_all_its_options_and_arguments() -> None:
    table = Table()
    whole: Any = build([])
    assert list(table.commands) == ["", *(entry.name for entry in commands())]
    for entry in commands():
        own = [one for one in whole.commands[entry.name].params if one.name not in COMMON]
        options = {
            name
            for one in own
            if one.param_type_name == "option"
            for name in [*one.opts, *one.secondary_opts]
        }
        found = table.commands[entry.name]
        assert {name for option in found.options for name in option.names} == options
        assert len(found.arguments) == sum(one.param_type_name == "argument" for one in own)


def test_every_meaning_is_one_that_is_understood() -> None:
    table = Table()
    meanings = [meaning for one in table.commands.values() for meaning, _ in one.arguments]
    meanings += [option.meaning for one in table.commands.values() for option in one.options]
    meanings += [key.meaning for key in table.selectors.values()]
    meanings += [field.meaning for kind in Kind for field in table.fields(kind)]
    for meaning in meanings:
        what, _, detail = meaning.partition(":")
        assert what in KNOWN
        if what in ("list", "lists", "report"):
            assert table.words(detail) == LISTS[detail]()
        if what == "items":
            assert {Kind(name) for name in detail.split(",") if name} <= set(Kind)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_field_of_a_kind_is_there(kind: Kind) -> None:
    model: Any = Plan if kind is Kind.PLAN else MODELS.get(kind) or CHILD_MODELS[kind]
    inner = {section for section, _ in CHILDREN.get(kind, ())} - {"kpis"}
    found = {field.name.partition(".")[0] for field in Table().fields(kind)}
    assert found == set(field_names(model)) - inner


@pytest.mark.parametrize("kind", list(Kind))
def test_a_field_that_names_items_offers_those_that_it_may_name(kind: Kind) -> None:
    named = {
        field.name: field.meaning for field in Table().fields(kind) if field.meaning.startswith("items:")
    }
    expected = {name: ",".join(sorted(kinds)) for name, kinds in reference_fields(kind).items()}
    assert {name: meaning.partition(":")[2] for name, meaning in named.items()} == expected


def test_every_line_has_as_many_columns_as_its_record() -> None:
    widths = {"command": 3, "option": 5, "argument": 3, "word": 4, "selector": 4, "field": 5}
    for name in ("commands.txt", "fields.txt"):
        first, *lines = (ROOT / FOLDER / name).read_text(encoding="utf-8").splitlines()
        assert first.startswith("# Written by tools/docs/generate.py")
        assert {(line.split("\t")[0], len(line.split("\t"))) for line in lines} <= set(widths.items())
