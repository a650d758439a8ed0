"""The kinds of check that rules are made of, one file a kind."""
