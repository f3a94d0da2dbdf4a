"""Load: how much work waits for people, teams and assets, and how much of them there is, period by period.

`demand` says what is open and for whom, `presence` who is there, `load` lays the two side by side; see `docs/load.md`.
"""
