"""Tests of the server entry."""
