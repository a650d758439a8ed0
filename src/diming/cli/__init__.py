"""The command line: talks to people and pipes."""
