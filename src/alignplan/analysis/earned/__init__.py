"""Earned value: what was planned to be done by today, what is done, and what that has cost, all in money."""
