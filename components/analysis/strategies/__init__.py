"""Versions, goals and programmes, and how they have come about."""
