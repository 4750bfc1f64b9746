"""How a call ends that found something or cannot be answered."""

from __future__ import annotations

from typing import Final

FOUND: Final = 1
"""The exit status of a command that found problems."""
USAGE: Final = 2
"""The exit status of a wrong call."""


class CallError(Exception):
    """A call that cannot be answered; the message says in one line what was found and expected."""
