"""Tests of the pages, each inside the whole app."""
