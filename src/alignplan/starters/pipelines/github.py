"""GitHub Actions: a workflow that may only read. What it uses is pinned by hash, as this project pins it for itself."""

from __future__ import annotations

import json

from alignplan.starters.pipelines.interface import Pipeline
from alignplan.version import VERSION

__all__ = ["PIPELINE"]

_TEXT = """\
# Written by `alignplan init --ci github`; it is yours to change.
# The plan is checked on each change, and every Monday, since what is overdue changes with the day.
name: alignplan

on:
  push:
    branches: [main, master]
  pull_request:
  schedule:
    - cron: "17 5 * * 1"

permissions: {}

concurrency:
  group: alignplan-${{ github.ref }}
  cancel-in-progress: true

jobs:
  check:
    name: Check the plan
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read # to check the plan out
    env:
      PLAN: <PLAN>
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          fetch-depth: 0 # to compare with what a pull request starts from
          persist-credentials: false
      - uses: actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0
        with:
          python-version: "3.13"
      - name: Install
        run: python -m pip install --quiet --disable-pip-version-check "alignplan==<VERSION>"
      - name: What the change does to the plan
        if: github.event_name == 'pull_request'
        env:
          BASE: ${{ github.event.pull_request.base.sha }}
        run: alignplan -C "$PLAN" diff -f markdown -- "$BASE" >>"$GITHUB_STEP_SUMMARY"
      - name: Check
        run: alignplan check -- "$PLAN"
"""


def _text(plan: str) -> str:
    # In a literal an expression would be evaluated: of a folder's name nothing is.
    quoted = json.dumps(plan, ensure_ascii=False).replace("${{", "${{ '${{' }}")
    return _TEXT.replace("<VERSION>", VERSION).replace("<PLAN>", quoted)


PIPELINE = Pipeline(".github/workflows/alignplan.yml", _text)
