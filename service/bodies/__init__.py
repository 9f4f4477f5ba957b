"""Request bodies: bytes in, the values of a JSON request out."""
