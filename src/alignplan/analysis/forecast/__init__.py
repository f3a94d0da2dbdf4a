"""Where a series of values is likely to go: a combined forecast with an interval, and the chance to hit a target."""
