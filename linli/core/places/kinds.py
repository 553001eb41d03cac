"""The kinds of place, from the country down to a dwelling, as data."""

KINDS = (
    "country",
    "province",
    "city",
    "county",
    "town",
    "community",
    "compound",
    "building",
    "entrance",
    "dwelling",
)
"""The widest first; a kind's level is its position. Not every level is there everywhere (some
cities have no counties), so a parent is of *some* wider kind, not of the next one."""

LEVELS = {kind: level for level, kind in enumerate(KINDS)}

COMMUNITY = LEVELS["community"]
ENTRANCE = LEVELS["entrance"]
DWELLING = LEVELS["dwelling"]

DIVISIONS = KINDS[: COMMUNITY + 1]
"""What the statistical division table lists and codes; the rest a community lays out itself."""

PREMISES = KINDS[COMMUNITY + 1 :]
