"""What holds for all tests."""
# ruff: noqa: INP001 - tests/ is no package, its folders are

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", deadline=None)  # a busy machine is no fault of an example
settings.load_profile("steady")
