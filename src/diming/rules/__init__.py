"""The rule engine: rules are data, checks are code, findings carry their article."""
