"""The door of reports: what a plan is asked, and how the answers get into a file."""
