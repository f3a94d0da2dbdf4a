"""Other people's formats, read into plan files: one package or module per format, found by its name."""
