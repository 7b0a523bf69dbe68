"""Figures from event frames: data in, Plotly figure out; nothing in here knows Streamlit."""
