"""Tests of the real data: what it must hold and must never hold."""
