"""What can be said of a name from its text alone: characters, parts, readings, spelling, keys."""
