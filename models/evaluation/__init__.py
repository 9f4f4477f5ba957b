"""Measuring records against annotated articles."""
