"""Eventwire's extraction model: article text in, evidenced attack records out."""
