"""From answers to ink: documents, and one renderer per ink."""
