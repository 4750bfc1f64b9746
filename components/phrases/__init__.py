"""What the analyses found, in the words of one language."""
