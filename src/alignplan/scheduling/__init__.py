"""Schedules of abstract work: tasks on a grid of slots, limited resources, a certified bound. Knows nothing of plans.

`problem.py` says what is to be scheduled, `schedule.py` what comes out; all else is how.
"""
