"""Pure questions about a plan: what a figure is, defined once."""
