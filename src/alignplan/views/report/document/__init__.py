"""The chapters of the plan as a document."""
