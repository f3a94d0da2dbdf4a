"""The schedule of a plan: from its items to an abstract problem, and from what was found back to days.

`draft` says what is to be scheduled, `answer` what comes out; see `docs/scheduling.md` for what is taken from where.
"""
