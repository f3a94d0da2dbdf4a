"""What was found before, by content: data only, in the user's cache folder, safe to delete at any time."""
