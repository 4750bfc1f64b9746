"""An empty Streamlit app: a title and nothing else."""
# ruff: noqa: INP001 - a script, run by `streamlit run`

import streamlit as st

st.title("Tyhjä")
