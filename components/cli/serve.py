"""`serve`: open the dashboard."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from components import server


def add_options(parser: ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--host", default="127.0.0.1", help="(default: %(default)s)")
    parser.add_argument("--port", type=int, default=8501, help="(default: %(default)s)")


def run(options: Namespace) -> int:
    """Serve until stopped. A relative root is made whole: the server changes its folder."""
    server.serve(options.root.resolve(), options.host, options.port)
    return 0
