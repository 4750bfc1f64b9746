"""The Streamlit script: `streamlit run app.py`, or better `strategiapeili serve`."""

from components.app import run

run()
