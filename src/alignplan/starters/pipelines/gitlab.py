"""GitLab CI: a job with a Code Quality report, a test report, and what a merge request does to the plan."""

from __future__ import annotations

import json

from alignplan.starters.pipelines.interface import Pipeline
from alignplan.version import VERSION

__all__ = ["PIPELINE"]

_TEXT = """\
# Written by `alignplan init --ci gitlab`; it is yours to change.
# The plan is checked in merge requests, on the default branch, and in scheduled pipelines, since what is overdue
# changes with the day.
alignplan:
  stage: test
  image: python:3.13 # with git; python:3.13-slim has none
  variables:
    ALIGNPLAN_PACKAGE: "alignplan==<VERSION>" # what pip installs: a version, or a wheel in the repository
    ALIGNPLAN_PATH: <PLAN> # the folder of the plan
    ALIGNPLAN_OPTIONS: "" # of `alignplan check`, such as --strict
    GIT_DEPTH: "0" # to compare with what a merge request starts from
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_PIPELINE_SOURCE == "schedule"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  before_script:
    - python -m pip install --quiet --disable-pip-version-check "$ALIGNPLAN_PACKAGE"
  script:
    - |
      if [ -n "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ]; then
        alignplan -C "$ALIGNPLAN_PATH" diff -f markdown -- "$CI_MERGE_REQUEST_DIFF_BASE_SHA" >alignplan-diff.md
        cat alignplan-diff.md
      fi
    - >-
      alignplan check -f full -f gitlab=alignplan-quality.json -f junit=alignplan-junit.xml
      $ALIGNPLAN_OPTIONS -- "$ALIGNPLAN_PATH"
  artifacts:
    when: always
    expose_as: What the change does to the plan
    paths: [alignplan-diff.md]
    reports:
      codequality: alignplan-quality.json
      junit: alignplan-junit.xml
"""


def _text(plan: str) -> str:
    # In the value of a variable `$` begins the name of another one.
    quoted = json.dumps(plan, ensure_ascii=False).replace("$", "$$")
    return _TEXT.replace("<VERSION>", VERSION).replace("<PLAN>", quoted)


_BESIDE = ".gitlab/alignplan.yml"
PIPELINE = Pipeline(".gitlab-ci.yml", _text, _BESIDE, f"include: [{{local: {_BESIDE}}}]")
