"""Spells names in Latin letters, and finds what is wrong with a spelling that is given."""
