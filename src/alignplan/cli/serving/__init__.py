"""The door of `serve`: the pages of a plan for a browser, made anew as its files change."""
