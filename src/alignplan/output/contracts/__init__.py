"""The JSON Schema of every JSON answer, one file an answer, found by name. Fields may be added, never changed."""
