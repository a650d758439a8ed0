"""Says which names may be taken for one another: by characters, sound, shape."""
