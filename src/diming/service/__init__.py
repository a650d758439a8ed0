"""The use cases: each function is one thing a person comes to do."""
