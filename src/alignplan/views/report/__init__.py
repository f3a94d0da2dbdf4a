"""A report of a plan, section by section: each file is one of them, in the order of its `ORDER`."""
