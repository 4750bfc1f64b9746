"""The hand-out as a page of HTML."""
