"""The reports: a page of HTML for each municipality, comparison, theme and goal, no script."""
