"""`python -m components` is the command `strategiapeili`."""

from __future__ import annotations

import sys

from components import cli


def main() -> None:
    """Run the command line and exit with its status."""
    sys.exit(cli.main())


if __name__ == "__main__":
    main()
