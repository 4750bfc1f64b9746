"""Sections of pages, each a module of its own with render(ctx)."""
