"""The sheets of the workbook: one file each, from the same answers as the commands."""
