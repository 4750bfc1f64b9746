"""Strategiapeili: municipal strategies side by side, every sentence cited."""
