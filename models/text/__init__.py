"""Article text to words, sentences and encoder windows."""
