"""Tests of the words of the service."""
