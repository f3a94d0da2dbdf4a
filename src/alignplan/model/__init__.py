"""What a plan says: frozen pydantic models of format version 1, section by section."""
