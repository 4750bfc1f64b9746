"""Text in our fonts: what they can set, and how much room it takes."""
