"""The dashboard's front door: `streamlit run timeline_app.py -- [FILE …]`."""

import sys
from pathlib import Path

import streamlit as st

from timeline.dashboard.page import ICON, show

st.set_page_config(page_title="News timeline", page_icon=str(ICON), layout="wide")
# Anything but Streamlit that runs this script has arguments of its own.
own = Path(sys.argv[0]).name == Path(__file__).name
show([Path(name) for name in sys.argv[1:]] if own else [])
