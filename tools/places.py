"""Writes the places whose public holidays are known, as the `holidays` library has them: `python tools/places.py`."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import wrap

FILE = Path(__file__).parents[1] / "src" / "alignplan" / "model" / "values" / "places.py"
_LISTS = re.compile(r'(_WHOLE = """\\\n)[^"]*(""".*?_IN_PARTS = """\\\n)[^"]*', re.DOTALL)
_PART = re.compile(r"[A-Z0-9]{1,3}\Z")


def places() -> dict[str, list[str]]:
    """The parts of each country that have holidays of their own, by the codes of ISO 3166."""
    from holidays.utils import list_supported_countries

    found = list_supported_countries(include_aliases=False)
    return {
        country: sorted(part for part in parts if _PART.match(part))
        for country, parts in sorted(found.items())
    }


def written(text: str) -> str:
    """The file with what the library knows now."""
    known = places()
    whole = "\n".join(wrap(" ".join(country for country, parts in known.items() if not parts), 100))
    listed = (f"{country}: {' '.join(parts)}" for country, parts in known.items() if parts)
    in_parts = "\n".join(wrap(" ".join(listed), 100))
    return _LISTS.sub(lambda match: f"{match[1]}{whole}\n{match[2]}{in_parts}\n", text)


if __name__ == "__main__":
    FILE.write_text(written(FILE.read_text(encoding="utf-8")), encoding="utf-8")
