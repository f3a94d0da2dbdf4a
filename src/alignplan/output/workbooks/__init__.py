"""Workbooks: sheets of typed cells, and how they become a file of a spreadsheet program."""
