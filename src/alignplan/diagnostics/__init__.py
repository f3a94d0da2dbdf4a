"""Findings: what does not fit, where, and what to do about it."""
