"""What can be said of a geometry alone: where it is, how long, which way it runs."""
