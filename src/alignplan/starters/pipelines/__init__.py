"""Files by which a plan is checked on each change, where it is hosted."""
