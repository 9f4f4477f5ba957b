"""What happens to every request before and after its route: one concern a file."""
