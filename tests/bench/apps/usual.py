"""The page of outcomes as one would usually write it: files read and figures made in every run.

The same projects, states, years and money as on our page, by plotly express and `st.dataframe`;
no sentence, no source, no register of gaps, one language. Options as they come.
"""
# ruff: noqa: INP001 - a script, run by `streamlit run`

import os
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st
import yaml

ROOT = Path(os.environ["PYTHONPATH"])

st.title("Toteutuma")
files = [yaml.safe_load(file.read_text("utf-8")) for file in ROOT.glob("strategies/*.yaml")]
names = {file["municipality"]["code"]: file["municipality"]["name"]["fi"] for file in files}
chosen = st.sidebar.multiselect("Kunnat", list(names.values()), list(names.values()))
outcomes = pd.read_csv(ROOT / "data/outcomes.csv", dtype={"municipality_code": str})
funding = pd.read_csv(ROOT / "data/project_funding.csv", dtype={"municipality_code": str})
projects = pd.DataFrame(
    [
        {
            "municipality_code": file["municipality"]["code"],
            "municipality": file["municipality"]["name"]["fi"],
            "project": item["id"],
            "name": item["name"],
        }
        for file in files
        for item in file.get("projects", [])
    ]
)
key = ["municipality_code", "project"]
table = projects.merge(outcomes, on=key, how="left").merge(funding, on=key, how="left")
table["state"] = table["state"].fillna("ei tietoa")
table = table[table["municipality"].isin(chosen)]
for column, (label, count) in zip(
    st.columns(2), table.groupby("municipality").size().items(), strict=False
):
    column.metric(str(label), int(count))
st.dataframe(table)
counts = table.groupby(["municipality", "state"], as_index=False).size()
st.plotly_chart(px.bar(counts, x="size", y="municipality", color="state", title="Tilat"))
dated = table.dropna(subset=["start", "end"])
st.plotly_chart(
    px.timeline(dated, x_start="start", x_end="end", y="name", color="municipality", title="Ajat")
)
paid = table.dropna(subset=["total_eur"])
st.plotly_chart(px.bar(paid, x="total_eur", y="name", color="municipality", title="Raha"))
