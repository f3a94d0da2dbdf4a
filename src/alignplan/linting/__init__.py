"""The engine of `check`: select, run, mute, waive, locate. No rule knows any of it."""
