"""Diagrams as text for other programs: Mermaid and DOT, from the same records as the pictures."""
