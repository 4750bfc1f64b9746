"""What is not known, and what could be asked."""
