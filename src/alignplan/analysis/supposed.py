"""What is supposed of a plan, option by option."""

from __future__ import annotations

from typing import Any

from alignplan.records import record

__all__ = ["Supposed"]


@record
class Supposed:
    """One supposition: by which option (`without`, `with` or `set`), of which item or file.

    Of a field, `today` is what stands in the plan and `what_if` what was typed; `None`: nothing.
    """

    option: str
    item: str | None = None
    field: str | None = None
    today: Any = None
    what_if: str | None = None
    file: str | None = None
