"""Documents in ink: one file for each format of a view."""
