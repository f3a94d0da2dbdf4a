"""Readers of Mermaid and DOT of our own: they take what these programs take as syntax, and refuse all else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

TEXT = r'"((?:[^"#;{}<>`\\\[\]|&:]|#\d+;|<br/>)*)"'
NODE = re.compile(rf"    (\w+)(?:\(\[{TEXT}\]\)|\[{TEXT}\]|\({TEXT}\))")
LINK = re.compile(rf"    (\w+) (-->|-\.->|---)(?:\|{TEXT}\|)? (\w+)")
STYLE = re.compile(
    r"    classDef (\w+) fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}|    class [\w,]+ \w+"
)


def decoded(label: str) -> list[str]:
    """The lines of a label as they are shown."""
    return [re.sub(r"#(\d+);", lambda code: chr(int(code[1])), line) for line in label.split("<br/>")]


@dataclass
class Flowchart:
    """The nodes with their lines, and the links with their labels."""

    nodes: dict[str, list[str]] = field(default_factory=dict)
    links: list[tuple[str, str, str, str]] = field(default_factory=list)


def flowchart(text: str) -> Flowchart:
    """A flowchart; AssertionError where a line is none of those that it may have."""
    head, *lines = text.splitlines()
    assert head == "flowchart LR"
    assert text.endswith("\n")
    found = Flowchart()
    for line in lines:
        node, link = NODE.fullmatch(line), LINK.fullmatch(line)
        if node:
            assert node[1] not in found.nodes
            found.nodes[node[1]] = decoded(node[2] or node[3] or node[4] or "")
        elif link:
            found.links.append((link[1], link[2], "".join(decoded(link[3] or "")), link[4]))
        else:
            assert STYLE.fullmatch(line), line
    assert all(one in found.nodes and other in found.nodes for one, _, _, other in found.links)
    return found


GANTT_WORDS = re.compile(
    r"(?i)(gantt|title|section|dateformat|axisformat|tickinterval|inclusiveenddates|topaxis|excludes|includes|todaymarker"
    r"|weekday|weekend|acctitle|accdescr|click|call|href|displaymode|%%|---)\b"
)
TASK = re.compile(
    r"    ([^:;#,{}\n]+) :((?:(?:milestone|done|crit|active), )*)(t\d+), (\d{4}-\d\d-\d\d), (\d{4}-\d\d-\d\d)"
)


def gantt(text: str) -> list[tuple[str, ...]]:
    """The sections and tasks of a Gantt chart: `("section", title)`, `(title, tags, first day, last day)`."""
    head, title, *lines = text.splitlines()
    assert head == "gantt"
    assert re.fullmatch(r"    title [^:;#,{}\n]+", title), title
    assert lines[:4] == [
        "    dateFormat YYYY-MM-DD",
        "    axisFormat %Y-%m-%d",
        "    inclusiveEndDates",
        "    todayMarker off",
    ]
    found: list[tuple[str, ...]] = []
    for line in lines[4:]:
        section, task = re.fullmatch(r"    section ([^:;#,{}\n]+)", line), TASK.fullmatch(line)
        if section:
            found.append(("section", section[1]))
        else:
            assert task, line
            assert not GANTT_WORDS.match(task[1])
            assert task[4] <= task[5]
            found.append((task[1], task[2].strip(", "), task[4], task[5]))
    return found


NUMBERS = r"\[-?\d+(?:\.\d+)?(?:, -?\d+(?:\.\d+)?)*\]"
STRING = r'"([^"#;{}<>`\\\[\]]*)"'
XY = re.compile(
    rf"xychart-beta\n    title {STRING}\n    x-axis \[({STRING}(?:, {STRING})*)\]\n"
    rf"    y-axis (?:{STRING} )?(-?[\d.]+) --> (-?[\d.]+)\n((?:    (?:line|bar) {NUMBERS}\n)+)"
)


def xychart(text: str) -> tuple[str, int, list[list[float]]]:
    """The title of a chart, how many columns it has, and its series; each has a value for every column."""
    read = XY.fullmatch(text)
    assert read, text
    series = [
        [float(one) for one in line.split("[")[1].rstrip("]").split(", ")] for line in read[8].splitlines()
    ]
    columns = len(re.findall(STRING, read[2]))
    assert all(len(one) == columns for one in series)
    assert all(float(read[6]) <= value <= float(read[7]) for one in series for value in one)
    return read[1], columns, series


POINT = re.compile(rf"    {STRING}: \[(0\.\d+), (0\.\d+)\]")


def quadrant(text: str) -> list[tuple[str, float, float]]:
    """The points of a quadrant chart."""
    lines = text.splitlines()
    assert lines[0] == "quadrantChart"
    assert re.fullmatch(r"    title [^:;#,{}\n]+", lines[1])
    assert lines[2:4] == [
        '    x-axis "behind with the work" --> "done, or as planned"',
        '    y-axis "it does not move" --> "it moves"',
    ]
    assert all(re.fullmatch(rf"    quadrant-{at} {STRING}", lines[3 + at]) for at in (1, 2, 3, 4))
    points = [POINT.fullmatch(line) for line in lines[8:]]
    assert all(points), lines
    return [(one[1], float(one[2]), float(one[3])) for one in points if one]


# ------------------------------------------------------------ DOT

TOKEN = re.compile(r'"((?:[^"\\\n]|\\.)*)"|(->)|([{}\[\];=])|([A-Za-z_]\w*|[\d.]+)|\s+')


@dataclass
class Graph:
    """The nodes with the lines of their labels, and the edges."""

    nodes: dict[str, list[str]] = field(default_factory=dict)
    edges: list[tuple[str, str, str]] = field(default_factory=list)


def dot(text: str) -> Graph:
    """A graph in DOT; AssertionError where anything stands outside of its grammar."""
    tokens, at = [], 0
    while at < len(text):
        read = TOKEN.match(text, at)
        assert read, text[at : at + 40]
        at = read.end()
        if read[0].strip():
            tokens.append(("text", read[1]) if read[1] is not None else ("sign", read[0]))
    assert tokens[:3] == [("sign", "digraph"), ("sign", "plan"), ("sign", "{")]
    assert tokens[-1] == (
        "sign",
        "}",
    )
    found, statement = Graph(), list[tuple[str, str]]()
    for token in tokens[3:-1]:
        if token != ("sign", ";"):
            statement.append(token)
            continue
        if statement[0][0] == "text":
            _node_or_edge(found, statement)
        statement = []
    assert not statement
    return found


def _node_or_edge(found: Graph, statement: list[tuple[str, str]]) -> None:
    names = [value for kind, value in statement[: 3 if ("sign", "->") in statement else 1] if kind == "text"]
    label = ""
    if ("sign", "label") in statement:
        label = statement[statement.index(("sign", "label")) + 2][1]
    lines = (
        [_unescaped(line) for line in re.split(r"(?<!\\)(?:\\\\)*\\n", label)]
        if "\\n" in label
        else [_unescaped(label)]
    )
    if len(names) == 2:
        found.edges.append((names[0], names[1], label))
    else:
        found.nodes[names[0]] = lines


def _unescaped(line: str) -> str:
    return re.sub(r"\\(.)", r"\1", line).replace("&amp;", "&")
