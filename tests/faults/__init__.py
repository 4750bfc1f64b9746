"""Faults that are made to happen: nothing is lost, nothing is half-written, one line tells."""
