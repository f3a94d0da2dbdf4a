"""Completion of what is typed in a shell: answered from a table and the plan's text, before anything heavy is imported.

`tables/commands.txt` and `tables/fields.txt` are written by `tools/docs/generate.py` from the commands and the models.
"""
