"""What `alignplan help TOPIC` tells."""

from __future__ import annotations

__all__ = ["TOPICS"]

TOPICS = {
    "exit-codes": """\
Exit codes, the same for every output format
  0    nothing found at or above --fail-on (default: error)
  1    findings, or a figure beyond --min or --max: only `check` ends so, and `fmt --check` where a file would change
  2    misuse or a refusal: a bad option, an id or rule that does not exist, no plan here,
       a change of the plan that is refused, a file that cannot be imported or formatted, an
       output that cannot be written
  3    a bug of ours: one line; ALIGNPLAN_DEBUG=1 shows more
  130  Ctrl-C, or a no to the last question of `init`

What stands in a plan file is a finding, never misuse: a file that cannot be read is an error of the plan, and
`check` ends with 1. Views print what was understood, say on stderr that the plan has errors, and end with 0.
""",
    "selectors": """\
Selectors: which items a view shows
  id              one item; a nested one by parent/child, or by its name where only one has it
  +id             the item and what it serves, up to the vision
  id+             the item and what serves it
  2+id, id+1      so many steps up, down
  owner:mia       owned by a person or team       team:product    of a team and its people
  tag:launch      with a tag                      kind:tactic     of a kind
  status:active   in a status                     path:ops/**     in files
  due:..2026-09   due until; due:2026-09.. from, due:2026-07..2026-09 between

A comma is and, a blank is or: `alignplan ls kind:tactic,owner:mia kind:objective`.
--exclude takes a selector away. A selector that matches nothing is no error.
""",
    "formats": """\
Output formats, -f FORMAT
  views   table (default on a terminal), plain (default elsewhere: the same rows, no boxes, nothing cut),
          tsv, csv, markdown, json
  check   full (default), concise (path:line:col: severity[code] message), grouped (the same file by file),
          markdown (for a comment or a job summary, within their limits), json, json-lines (a finding a line),
          github (annotations), gitlab (Code Quality), junit, rdjson (reviewdog), sarif (2.1.0)
          one goes to standard output, others into files: -f full -f sarif=alignplan.sarif -f junit=alignplan.xml
  changes (new, set, rename, rm, mv)   diff (default), json (edit/1, with a patch that git takes)

In GitHub Actions `check` tells annotations and the job summary by itself, unless a format for standard output is
asked for. Waived findings are in json and json-lines, in sarif as suppressed, in junit as skipped. Fingerprints in
gitlab and sarif are made of rule, item and field, so that they stay the same when lines or files move.

JSON is versioned ({"schema": "gaps/1", …}); `alignplan schema --output NAME` prints its JSON Schema. Percentages are
numbers where 100 is all, unknown is null. Figures are rounded in tables only: json, csv and tsv carry them whole.
""",
    "environment": """\
Environment
  ALIGNPLAN_AS_OF    the day on which plans are judged, as --as-of
  NO_COLOR           no colour                FORCE_COLOR   colour also off a terminal
  COLUMNS            the width of tables      PAGER         the pager (default: less -FRX)
  XDG_CACHE_HOME     the cache is in alignplan/ there (default: ~/.cache); safe to delete
  GITHUB_ACTIONS     true: `check` tells annotations and, in GITHUB_STEP_SUMMARY, the job summary
  ALIGNPLAN_DEBUG    1: the traceback of a bug of ours

Flags come before the environment.
""",
}
