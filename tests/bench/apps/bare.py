"""A bare Streamlit page: a title, a choice, and as many lines of text as our light pages have."""
# ruff: noqa: INP001 - a script, run by `streamlit run`

import streamlit as st

LINES = 40

st.title("Otsikko")
st.selectbox("Kunta", ["Kemi", "Kemijärvi"])
for line in range(LINES):
    st.html(f"<p>Rivi {line}</p>")
