"""Tests of the questions asked of the library."""
