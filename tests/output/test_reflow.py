"""Pages on narrow terminals."""

from __future__ import annotations

from alignplan.output.reflow import reflowed

PAGE = """# A101 orphan-tactic

*basic rule; severity error*

A live tactic costs people and money. If it serves
no objective, nobody can say why it is done.

- one point that is longer than the width
```yaml
tactics: {trade-newsletter: {title: Start a trade newsletter}}
```
After the code.
"""


def test_paragraphs_are_broken_anew_and_code_is_not() -> None:
    assert list(reflowed(PAGE, 30)) == [
        "# A101 orphan-tactic",
        "",
        "*basic rule; severity error*",
        "",
        "A live tactic costs people and",
        "money. If it serves no",
        "objective, nobody can say why",
        "it is done.",
        "",
        "- one point that is longer than the width",
        "```yaml",
        "tactics: {trade-newsletter: {title: Start a trade newsletter}}",
        "```",
        "After the code.",
    ]


def test_without_a_width_nothing_changes() -> None:
    assert "\n".join(reflowed(PAGE, None)) + "\n" == PAGE
