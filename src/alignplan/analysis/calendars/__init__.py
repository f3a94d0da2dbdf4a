"""Calendars: which days are worked and how long, by whom; and the grid of slots on which schedules are made."""
