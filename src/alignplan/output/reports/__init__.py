"""Reports: the whole plan on a page, or in a text; one file a format."""
