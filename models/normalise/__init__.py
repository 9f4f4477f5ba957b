"""Words to values: dates, numbers, places, parties, codes. Unresolved is None, never a guess."""
