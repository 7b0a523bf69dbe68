"""The dashboard: Streamlit pages and widgets over the extraction and the views."""
