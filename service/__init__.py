"""The HTTP service and the command line: everything around the model, nothing of it."""
