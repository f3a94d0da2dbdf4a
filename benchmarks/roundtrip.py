"""Changes of one value: alignplan's patches beside the round trip of ruamel.yaml, the best of its kind.

usage: python benchmarks/roundtrip.py [--edits 4] [--documents 300]      needs `ruamel.yaml` (`pip install ruamel.yaml`)

The same changes (a value for another, a new key, one more element) are made by both in the example plans and in the messy
documents of the property tests. ruamel.yaml is set up as well as it can be: quotes kept, no lines wrapped, the
indentation as it guesses it, and what it cannot keep (CR LF, a missing last line end) is put back for it.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.text.patching.messy import messy
from tests.text.patching.oracle import changed, read, routes

from alignplan.text.patching import Append, Put, Refused, Route, patched
from alignplan.text.patching.finding import descend
from alignplan.text.patching.outline import outline
from alignplan.text.places import Lines
from alignplan.text.tree import parse

Edit = Put | Append
Tool = Callable[[str, Edit], str]
WORD = re.compile(r"[a-z][a-z0-9_-]*")
"""Keys that are texts to both."""
EXAMPLES = Path(__file__).parents[1] / "examples"


@dataclass
class Score:
    """What came of the changes of one tool."""

    edits: int = 0
    refused: int = 0
    failed: int = 0
    wrong: int = 0
    strayed: int = 0
    lines: int = 0
    seconds: float = 0.0

    def row(self, name: str) -> str:
        each = self.seconds / self.edits * 1000 if self.edits else 0
        counts = (self.edits, self.refused, self.failed, self.wrong, self.strayed, self.lines)
        return f"{name:<24}" + "".join(f"{count:>11,}" for count in counts) + f"{each:>11.1f}"


HEAD = f"{'':<24}" + "".join(
    f"{word:>11}" for word in ("edits", "refused", "exceptions", "wrong data", "strayed", "lines", "ms/edit")
)


def ours(text: str, edit: Edit) -> str:
    return patched(text, [edit]).text


def theirs(text: str, edit: Edit) -> str:
    from ruamel.yaml import YAML
    from ruamel.yaml.util import load_yaml_guess_indent

    _, indent, offset = load_yaml_guess_indent(text)
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.indent(mapping=indent or 2, sequence=indent or 2, offset=offset or 0)
    yaml.explicit_start = text.startswith("---")
    data = yaml.load(text)
    holder = data
    for step in edit.route[:-1]:
        holder = holder[step]
    if isinstance(edit, Append):
        holder[edit.route[-1]].append(edit.value)
    else:
        holder[edit.route[-1]] = edit.value
    out = io.StringIO()
    yaml.dump(data, out)
    new = out.getvalue()
    new = new if text.endswith("\n") else new.removesuffix("\n")
    return new.replace("\n", "\r\n") if "\r\n" in text else new


def some_edits(text: str, count: int, dice: random.Random) -> Iterator[Edit]:
    """Changes that both can be asked for: of texts, of mappings and of lists that are no aliases."""
    data = parse(text).data
    known = [
        route
        for route in routes(data)
        if all(isinstance(step, int) or WORD.fullmatch(step) for step in route)
    ]
    for route in dice.sample(known, min(count, len(known))):
        value = data
        for step in route:
            value = value[step]
        if isinstance(value, dict):
            yield Put((*route, "added"), "new")
        elif isinstance(value, list):
            yield Append(route, "new")
        else:
            yield Put(route, "new")


def allowed(text: str, route: Route) -> set[int]:
    """The lines that a change at `route` may alter: those of a scalar, or of what stands in brackets."""
    try:
        spot = descend(outline(text, [route]), route)
    except Refused:
        return set()
    node = spot.node
    if node is None or (node.is_container and not node.flow):
        return set()
    lines = Lines(text)
    return set(range(lines.position(node.content(text))[0], lines.position(node.end)[0] + 1))


def numbers(data: Any) -> Any:
    """Data with each number in one form: `+5` is 5 to a plan, too."""
    if isinstance(data, dict):
        return {key: numbers(inner) for key, inner in data.items()}
    if isinstance(data, list):
        return [numbers(inner) for inner in data]
    try:
        return float(data)
    except (TypeError, ValueError):
        return data


def judge(tool: Tool, text: str, edit: Edit, score: Score) -> None:
    score.edits += 1
    before = time.perf_counter()
    try:
        new = tool(text, edit)
    except Refused:
        score.refused += 1
        return
    except Exception:  # noqa: BLE001 (whatever the other library raises is counted)
        score.failed += 1
        return
    finally:
        score.seconds += time.perf_counter() - before
    if repr(numbers(read(new))) != repr(numbers(changed(read(text), edit))):
        score.wrong += 1
    mine = allowed(text, edit.route)
    old_lines, new_lines = (each.replace("\r\n", "\n").split("\n") for each in (text, new))
    others = [line for number, line in enumerate(old_lines, 1) if number not in mine]
    blocks = SequenceMatcher(None, others, new_lines, autojunk=False).get_matching_blocks()
    lost = len(others) - sum(block.size for block in blocks)
    score.strayed += lost > 0
    score.lines += lost


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--edits", type=int, default=4, help="changes a document")
    parser.add_argument("--documents", type=int, default=300, help="messy documents")
    options = parser.parse_args()
    try:
        import ruamel.yaml
    except ImportError:
        print("roundtrip: ruamel.yaml is not here; `pip install ruamel.yaml`", file=sys.stderr)
        return 2
    del ruamel
    dice = random.Random(11)
    plans = [path.read_bytes().decode() for path in sorted(EXAMPLES.rglob("*.yaml"))]
    kinds = {
        "example plans": plans,
        "messy documents": [messy(seed, 10).text for seed in range(options.documents)],
    }
    print(HEAD)
    for kind, texts in kinds.items():
        scores = {"alignplan": Score(), "ruamel.yaml": Score()}
        for text in texts:
            for edit in some_edits(text, options.edits, dice):
                judge(ours, text, edit, scores["alignplan"])
                judge(theirs, text, edit, scores["ruamel.yaml"])
        print(kind)
        for name, score in scores.items():
            print(score.row(f"  {name}"))
    print("\nstrayed: changes by which lines were altered that are not those of the value; lines: how many.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
