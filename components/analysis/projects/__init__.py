"""Projects and what has come of them."""
