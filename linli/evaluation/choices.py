"""The closed choices a definition is made of: ways of counting, units, directions, groups of
residents. What is not here cannot be reckoned, and a definition that names it is refused."""

AGGREGATORS = frozenset(
    {
        "count", "sum", "ratio_of_sums", "distinct", "share_at_least", "median", "last",
        "kinds_each", "kinds_present", "parity", "survey",
    }
)  # fmt: skip
"""count: rows; sum: of parts; ratio_of_sums: parts over wholes; distinct: persons or households;
share_at_least: of the persons (or, `within`, of all in that group), those in `times` or more
different months; median: of parts; last: the parts of a stock as it was last told in the period;
kinds_each: different kinds of fact a person, on the average; kinds_present: how many of the kinds
had a fact at all; parity: the rate of the group that was reached least over the rate of all (or of
one group over another, `between`); survey: what a sample answered to `item`, estimated for all
residents."""

QUOTIENTS = frozenset({"ratio_of_sums", "share_at_least", "kinds_each", "parity", "survey"})
"""Ways of counting that bring their own denominator."""

MEASURED = frozenset({"count", "sum", "distinct", "last", "kinds_present"})
"""Ways of counting that may be measured against a register, another count or a constant."""

BASES = frozenset({"count", "sum", "distinct", "last", "constant"})
"""What a count may be measured against."""

BASES_OF_VALUES = frozenset({"measured", "reported", "survey"})
"""Whether a value is counted from records, comes from a total that another body states, or was
asked of a sample."""

SCALES = {
    "percent": 100,
    "points": 100,
    "per_100_households": 100,
    "square_metres_per_100_households": 100,
    "per_1000": 1000,
    "per_1000_households": 1000,
    "per_10000": 10_000,
}
"""By what a quotient is multiplied to be read in its unit; any other unit is read as it is."""

QUOTIENT_UNITS = frozenset(
    {
        *SCALES, "ratio", "index", "kinds_per_person", "hours_per_person", "per_partner",
        "hours_a_week", "kwh_per_square_metre",
    }
)  # fmt: skip
"""Units of one count over another. `index` runs from nought to one."""

PLAIN_UNITS = frozenset(
    {
        "count", "number", "households", "kinds", "working_days", "days", "hours",
        "square_metres",
    }
)  # fmt: skip
"""Units of a single count; days and hours may also be an average, over what they were counted of
(or over the minutes of an hour)."""

UNITS = QUOTIENT_UNITS | PLAIN_UNITS

DIRECTIONS = frozenset({"higher", "lower", "context"})
MARKS = frozenset({"book", "standard", "to_verify", "ours"})

OF_GROUP = "people.of_group"
"""The kind of fact by which the people's register tells which groups a resident is in."""

IN_GROUP = "people.in_group"
"""The stock by which it tells how many are in each."""

GROUPS_OF_RESIDENTS = frozenset(
    {
        "age7", "age18", "age60", "age65", "age80", "under18", "age15_64", "age16_59",
        "band_under18", "band_18_59", "band_60_up", "female", "male", "hukou_here",
        "hukou_elsewhere",
    }
)  # fmt: skip
"""The groups a rate may be taken within; `ageN` is of N and older. A group says how many were
reached and of how many, and never who is in it."""
