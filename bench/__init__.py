"""Quality and speed, measured against public corpora and other tools."""
