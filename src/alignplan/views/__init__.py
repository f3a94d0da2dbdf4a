"""From an answer to a document: one file a question."""
