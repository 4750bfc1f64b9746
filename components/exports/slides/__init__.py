"""A hand-out as slides, whatever draws them."""
