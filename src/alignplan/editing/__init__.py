"""What a person wants changed, as changes of the files that say it. Nothing is written here."""
