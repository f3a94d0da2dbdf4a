"""The door for people: options in, the workspace asked, a view printed, an exit code out."""
