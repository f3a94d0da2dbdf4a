"""Findings in ink: one file for each format of `check`."""
