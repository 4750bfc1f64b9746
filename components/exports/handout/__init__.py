"""One record of what every hand-out holds, and what builds it."""
