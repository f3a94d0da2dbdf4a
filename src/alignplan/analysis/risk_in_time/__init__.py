"""Risk in time: how sure the days of a schedule are, and what makes them unsure."""
