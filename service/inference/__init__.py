"""The model in a process of its own: HTTP workers ask it over a Unix socket."""
