"""Draft events to records: spans become evidence, words become values."""
