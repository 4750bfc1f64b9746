"""The server entry: Streamlit behind a front that makes the pages ours and holds the crowd."""

from components.server.run import serve

__all__ = ["serve"]
