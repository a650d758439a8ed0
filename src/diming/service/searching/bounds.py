"""Says how much a search looks at. Whoever stops at one of these says that there may be more."""

RANKED = 100  # names that are put in order, though fewer may be shown
SIFTED = 200  # names gone through for a year, tones, one abbreviation, or words that stand apart
SIFTED_INSIDE = 60  # names gone through for an abbreviation that none begins with
AREAS = 3  # areas, one within the other, that are taken off a text: 济宁市任城区阜桥街道
CUTS = 6  # ways to cut or to spell what was typed; a real abbreviation has one or two
