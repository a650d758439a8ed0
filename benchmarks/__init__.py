"""Measures diming against its goals and its rivals: `python -m benchmarks --help`.

Nothing here is a test; timings are read by people. README.md says how and what was found.
"""
