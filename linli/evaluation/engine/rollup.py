"""From counts of many communities to values of each, and of every level above: as expressions.

What `values.reckon_value` says of one community is said here of all of them at once, and the two
are held against each other by tests. Above a community numerators and denominators are added.
Of how many of several kinds there are, the mean of the communities is told; nothing else is
averaged. The house rules of `expressions` hold; one quotient there is, that of the
standard error, with both sides as floating point and never by nought.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from linli.evaluation.definitions import Indicator
from linli.evaluation.engine.cells import columns, whole_number
from linli.evaluation.engine.values import (
    OWN_QUOTIENTS,
    base_of,
    is_of_communities,
)
from linli.lib.numbers import FLOOR

if TYPE_CHECKING:
    import pyarrow as pa

NOT_ROLLED_UP = frozenset({"median", "parity"})
"""Ways of counting whose value above a community is no sum of theirs."""

NO_MEAN = frozenset({"income_gini"})
"""What was asked of samples whose value for all is not the mean of the parts weighted by
population: a Gini coefficient leaves out what lies between the communities."""

MEANS = frozenset({"kinds_present"})
"""Plain counts of which, above a community, the mean of the communities is told."""

VALUE = (
    "place", "level", "measure", "n", "numerator", "denominator", "se", "status", "counted",
    "hidden",
)  # fmt: skip
"""A value: `status` is empty or the reason why there is none; `counted`: how many communities it
stands on; `hidden` is 1 where the
community itself does not tell it, whatever the counts are."""


def is_rolled_up(row: Indicator) -> bool:
    """Whether it has a value above a community."""
    return row.aggregator not in NOT_ROLLED_UP and row.item not in NO_MEAN


def definitions_table(rows: Iterable[Indicator]) -> "pa.Table":
    """What the expressions must know of each indicator."""
    told = [
        (
            row.key,
            f"{row.key}/against",
            "own" if row.aggregator in (*OWN_QUOTIENTS, "survey") else _base_kind(row),
            row.against.constant if row.against else 1,
            row.minimum if row.aggregator != "parity" else 0,
            "n" if row.aggregator in ("median", "survey") else "denominator",
            int(row.capped or is_of_communities(row)),
            row.floor,
            int(row.people),
            _counts_shown(row),
            "sum" if is_rolled_up(row) else "",
        )
        for row in rows
    ]
    names = (
        "measure", "base_measure", "base", "constant", "minimum", "read_by", "capped", "floor",
        "people", "shown", "upward",
    )  # fmt: skip
    return columns(told, names)


def known_by_table(rows: Iterable[Indicator]) -> "pa.Table":
    """Which kinds make an indicator known where one had a row."""
    told = [(row.key, kind) for row in rows if row.is_counted for kind in row.known_by]
    return columns(told, ("measure", "kind"))


def known(beginnings: Any, known_by: Any, last_month: int) -> Any:
    """In which communities something is known of which indicator by the end of the period."""
    begun = beginnings.filter(beginnings["first"] <= last_month)
    return begun.join(known_by, "kind").select("community", "measure").distinct()


def values(known: Any, counted: Any, definitions: Any) -> Any:
    """Every community's value of every indicator of which something is known there."""
    import ibis

    row = known.join(definitions, "measure")
    top, base = counted, counted.view()
    row = row.left_join(top, ["community", "measure"]).select(
        *(row[name] for name in row.columns), top.n, top.numerator, top.denominator
    )
    row = row.left_join(
        base, [row.community == base.community, row.base_measure == base.measure]
    ).select(*(row[name] for name in row.columns), against=base.numerator)
    nothing, nought = ibis.null("int64"), ibis.literal(0, "int64")
    is_own = row.base == "own"
    row = row.mutate(
        n=row.n.fill_null(0),
        numerator=ibis.cases((is_own, row.numerator), (row.n.isnull(), nought),
                             else_=row.numerator),
        denominator=ibis.cases(
            (is_own, row.denominator),
            (row.base.isin(["constant", "none"]), row.constant.cast("int64")),
            (row.base == "last", row.against),
            else_=row.against.fill_null(0),
        ),
    )  # fmt: skip
    row = row.mutate(status=_status(row), numerator=_capped(row))
    told = row.status.isin(["", "too_few"])
    return row.select(
        place=row.community,
        level=ibis.literal("community"),
        measure=row.measure,
        n=whole_number(row.n),
        numerator=whole_number(ibis.cases((told, row.numerator), else_=nothing)),
        denominator=whole_number(ibis.cases((told, row.denominator), else_=nothing)),
        se=ibis.null("float64"),
        status=row.status,
        counted=whole_number(ibis.cases((told, ibis.literal(1, "int64")), else_=nought)),
        hidden=whole_number(nought),
    )


def estimated(estimates: Any, definitions: Any) -> Any:
    """What samples answered, as values of communities: the share of all residents, as it was
    estimated for them."""
    import ibis

    told = estimates.join(definitions.select("measure", "minimum"), "measure")
    return told.select(
        place=told.community,
        level=ibis.literal("community"),
        measure=told.measure,
        n=told.n,
        numerator=told.numerator,
        denominator=told.denominator,
        se=told.se,
        status=ibis.cases((told.gap != "", told.gap), (told.n < told.minimum, "too_few"), else_=""),
        counted=whole_number(ibis.literal(1)),
        hidden=told.hidden,
    )


def levels(values: Any, closure: Any, definitions: Any) -> Any:
    """The values of every place above: sum over sum of the communities in it, plain counts added
    up. Different people are the different ones of each community, added. A place in which no
    community has a value has none either. The standard error of shares asked of samples is that
    of the sum weighted by population."""
    import ibis

    above = closure.filter(closure.level != "community")
    asked = definitions.filter(definitions.upward == "sum")
    asked = asked.select("measure", "base", "minimum", "read_by")
    told = values.select(
        "measure", "n", "numerator", "denominator", "se", "status", "counted",
        community=values.place,
    ).join(above, "community").join(asked, "measure")  # fmt: skip
    weighed = told.se * told.denominator.cast("float64")
    told = told.mutate(square=weighed * weighed)
    keys = ["place", "level", "measure", "base", "minimum", "read_by"]
    sums = told.group_by(keys).agg(
        n=told.n.sum(where=told.counted > 0),
        numerator=told.numerator.sum(),
        below=told.denominator.sum(),
        counted=told.counted.sum(),
        without_register=told.count(where=told.status == "no_register"),
        square=told.square.sum(),
    )
    sums = sums.mutate(
        n=whole_number(sums.n),
        counted=whole_number(sums.counted),
        numerator=whole_number(sums.numerator),
        below=whole_number(sums.below),
    )
    is_plain = sums.base == "none"
    sums = sums.mutate(
        denominator=ibis.cases(
            (is_plain & sums.numerator.notnull(), ibis.literal(1, "int64")), else_=sums.below
        )
    )
    read = ibis.cases((sums.read_by == "n", sums.n), else_=sums.denominator)
    return sums.select(
        "place",
        "level",
        "measure",
        n=sums.n.fill_null(0),
        numerator=sums.numerator,
        denominator=sums.denominator,
        se=sums.square.sqrt() / sums.below.cast("float64").nullif(0.0),
        status=ibis.cases(
            (sums.numerator.notnull() & (read < sums.minimum), "too_few"),
            (sums.numerator.notnull(), ""),
            (sums.without_register > 0, "no_register"),
            else_="no_records",
        ),
        counted=sums.counted,
        hidden=whole_number(ibis.literal(0)),
    )


def small(values: Any, definitions: Any, floors: Any) -> Any:
    """The values, and whether each would show a count too small to be public, or is hidden by the
    community itself: `hidden` is 1 or 0. (Of a sample the counts are thousandths of an estimate,
    in which no few can be seen; it comes hidden or not. A net may be below nought.)
    `floors`: each place's own, where it has another than the house's."""
    import ibis

    own = definitions.select("measure", "floor", "people", "shown")
    row = values.join(own, "measure")
    row = row.left_join(floors, "place").select(
        *(row[name] for name in row.columns), local=floors.local.fill_null(FLOOR)
    )
    least = ibis.cases((row.floor == 0, 0), (row.local > row.floor, row.local), else_=row.floor)

    def few(count: Any) -> Any:
        return (count > 0) & (count < least)

    left_over = row.denominator - row.numerator
    is_small = ibis.cases(
        (row.numerator.isnull(), ibis.literal(False)),
        (row.shown == "n", few(row.n)),
        (few(row.numerator), ibis.literal(True)),
        (row.shown == "numerator", ibis.literal(False)),
        (few(row.denominator), ibis.literal(True)),
        (row.people == 1, few(left_over)),
        else_=ibis.literal(False),
    )
    hidden = ibis.cases((is_small | (row.hidden == 1), 1), else_=0)
    return row.select(*VALUE[:-1], hidden=hidden, least=least.cast("int64"))


def _status(row: Any) -> Any:
    import ibis

    read = ibis.cases((row.read_by == "n", row.n), else_=row.denominator)
    return ibis.cases(
        (row.numerator.isnull(), "no_records"),
        (row.denominator.isnull(), "no_register"),
        (row.denominator == 0, "no_records"),
        (read < row.minimum, "too_few"),
        else_="",
    )


def _capped(row: Any) -> Any:
    import ibis

    over = (row.capped == 1) & (row.numerator > row.denominator)
    return ibis.cases((over, row.denominator), else_=row.numerator)


def _base_kind(row: Indicator) -> str:
    """What its denominator is: nothing but one, a constant, a stock, or another count."""
    base = base_of(row)
    if base is None:
        # Of a plain count above a community the sum is told, not a mean; of these the mean.
        return "constant" if row.aggregator in MEANS else "none"
    return base.by if base.by in ("constant", "last") else "count"


def _counts_shown(row: Indicator) -> str:
    """Which of its counts a value shows: what it stands on, the numerator, or both."""
    if row.aggregator in ("median", "parity"):
        return "n"
    constant = row.against is not None and row.against.by == "constant"
    return "both" if row.is_quotient and not constant else "numerator"
