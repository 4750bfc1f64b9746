"""Tests of loading and checking."""
