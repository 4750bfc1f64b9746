"""`python -m components` is the command `strategiapeili`."""

from __future__ import annotations

import sys
from pathlib import Path

from components import cli


def serve(root: Path, host: str, port: int) -> None:
    """Open the dashboard. Streamlit takes long to import, so other commands do without."""
    from components import server  # noqa: PLC0415 - see above

    server.serve(root, host, port)


def main() -> None:
    """Run the command line and exit with its status."""
    sys.exit(cli.main(None, serve))


if __name__ == "__main__":
    main()
