"""What a file says of an item, field by field, as it is written: keys of the user's own (`x-…`) too."""

from __future__ import annotations

import re
from typing import Any

from alignplan.graph.nodes import Node
from alignplan.model.kinds import CHILDREN
from alignplan.text.tree import Quoted, parse

__all__ = ["Written", "typed", "written"]

Written = dict[str, Any]
"""Fields in order: texts, and lists and mappings of them."""

_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_POINT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)?\.[0-9]+\Z")
_LONGEST = 15


def written(text: str, node: Node) -> Written:
    """The fields of an item in the text of its file; what stands in it as an item of its own is left out."""
    value: Any = parse(text).data
    for step in node.route:
        value = value.get(step) if isinstance(value, dict) else None
    if isinstance(value, str):
        return {"title": Quoted(value)}
    if not isinstance(value, dict):
        return {}
    inner = {section for section, _ in CHILDREN.get(node.kind, ()) if isinstance(value.get(section), dict)}
    return {key: entry for key, entry in value.items() if key not in inner}


def typed(value: Any) -> Any:
    """The same with numbers and truth values for those that YAML takes for them; dates stay texts.

    As deep as YAML may be nested, which the reader limits.
    """
    if isinstance(value, dict):
        return {key: typed(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [typed(entry) for entry in value]
    return _scalar(value) if isinstance(value, str) else None


def _scalar(text: str) -> object:
    if isinstance(text, Quoted) or len(text) > _LONGEST:
        return str(text)
    if text in ("true", "false"):
        return text == "true"
    if _WHOLE.match(text):
        return int(text)
    return float(text) if _POINT.match(text) else text
