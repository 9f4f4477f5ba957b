"""Training: annotated articles in, weights out."""
