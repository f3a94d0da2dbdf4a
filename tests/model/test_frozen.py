"""Models are frozen, compared by what they say, and shown by it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from pydantic import TypeAdapter

from alignplan.model.entry import blank
from alignplan.model.sections import MODELS


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda model: model.__name__)
def test_a_model_cannot_be_changed(model: Any) -> None:
    entry = TypeAdapter(model).validate_python({"title": "Open the shop"})
    with pytest.raises(FrozenInstanceError):
        entry.title = "Close it"
    with pytest.raises(FrozenInstanceError):
        del entry.title
    assert entry.title == "Open the shop"
    assert not hasattr(entry, "__dict__")


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda model: model.__name__)
def test_what_says_the_same_is_the_same(model: Any) -> None:
    read = TypeAdapter(model).validate_python
    assert read({"title": "Open"}) == read({"title": "Open"})
    assert hash(read({"title": "Open"})) == hash(read({"title": "Open"}))
    assert read({"title": "Open"}) != read({"title": "Close"})
    assert read({}) == blank(model)
    assert repr(read({"title": "Open"})) == f"{model.__name__}(title='Open')"
