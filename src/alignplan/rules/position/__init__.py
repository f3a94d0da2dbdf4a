"""P: position, stakeholders, values."""
