"""Downloads that cost nothing until someone asks for them."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.exports.csv_text import csv_bytes


def download_made(make: Callable[[], pd.DataFrame], file: str, *, key: str, label: str) -> None:
    """A button that gives a table as CSV; the table too is made when it is asked for."""
    st.download_button(
        label,
        data=lambda: csv_bytes(make()),
        file_name=file,
        mime="text/csv",
        key=key,
        on_click="ignore",
    )
