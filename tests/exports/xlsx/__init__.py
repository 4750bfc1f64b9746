"""Tests of files that leave the service."""
