"""The hand-out as a presentation."""
