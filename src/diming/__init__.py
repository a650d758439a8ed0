"""diming (地名): a registry of places and their names, and a reviewer of proposed ones."""

__version__ = "0.1.0"
