"""Speed is measured, not asserted: `uv run python -m tests.bench [PART…] [--json]`."""
