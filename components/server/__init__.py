"""The server entry: Streamlit behind a small front that makes the page ours at the first byte."""

from components.server.run import serve

__all__ = ["serve"]
