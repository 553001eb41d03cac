"""The expressions, one for each way of counting; each counts all its measures at once, in every
community there is in the tables.

All answer in one shape: community, measure, period, `n` (the rows or people it stands on), and
`numerator` and `denominator`, which are empty where that way of counting has none or knows none.

House rules, each for a backend that answered wrongly or not at all: nothing is divided (integers
divided after a join were truncated on PostgreSQL), truth is counted and never cast, no window
functions, and the fact table is indexed by kind where the backend has indexes.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from linli.evaluation.engine.cells import (
    IN_GROUP,
    Calendar,
    Ground,
    Measure,
    columns,
    months_table,
    whole_number,
)

if TYPE_CHECKING:
    import ibis.expr.types as ir

KEY = ("community", "measure", "period")
SHAPE = (*KEY, "n", "numerator", "denominator")


def totals(ground: Ground, measures: Sequence[Measure], calendar: Calendar) -> Any:
    """Rows, sums of parts, and parts over wholes: whatever adds up."""
    import ibis

    chosen = _choose(ground.cells, measures, calendar)
    sums = chosen.group_by([*KEY, "by"]).agg(
        rows=chosen.n.sum(),
        part=chosen.part.sum(),
        shares=chosen.shares.sum(),
        share_part=chosen.share_part.sum(),
        whole=chosen.whole.sum(),
    )
    is_ratio = sums.by == "ratio_of_sums"
    sums = sums.filter((sums.by != "ratio_of_sums") | (sums.shares > 0))
    return _shaped(
        sums,
        n=ibis.cases((is_ratio, sums.shares), else_=sums.rows),
        numerator=ibis.cases(
            (is_ratio, sums.share_part), (sums.by == "count", sums.rows), else_=sums.part
        ),
        denominator=ibis.cases((is_ratio, sums.whole), else_=ibis.null("int64")),
    )


def distincts(ground: Ground, measures: Sequence[Measure], calendar: Calendar) -> Any:
    """How many different persons or households; each once, however often. Where there are rows
    but nobody known behind any of them the numerator is empty: that is not "nobody".

    The rows are read once, for both counts; what the engine holds for every person is a community,
    a token and two small numbers, not the names of measure and period."""
    rows = _choose(ground.people, measures, calendar, coded=True)
    each = rows.group_by([*KEY, "token"]).agg(n=rows.count())
    found = each.group_by(KEY).agg(n=each.n.sum(), told_apart=each.token.count())
    found = _named(found, measures, calendar)
    return _shaped(found, n=found.n, numerator=found.told_apart.nullif(0))


def distincts_within(ground: Ground, measures: Sequence[Measure], calendar: Calendar) -> Any:
    """How many different persons of one group of residents. Empty where nobody is known behind
    the rows, or it is not known which group anybody belongs to."""
    rows = _choose(ground.cells, measures, calendar)
    rows = rows.group_by(KEY).agg(n=rows.n.sum())
    belonging = _belonging(ground, calendar)
    mapped = belonging.select("community", "period").distinct()
    each = _different(_choose(ground.people, measures, calendar), ("token", "within"))
    anybody = each.join(mapped, ["community", "period"])
    anybody = anybody.group_by(KEY).agg(anybody=anybody.count())
    inside = each.join(
        belonging,
        ["community", "period", each.token == belonging.member, each.within == belonging.code],
    )
    inside = inside.group_by(KEY).agg(inside=inside.count())
    found = rows.left_join(anybody, KEY).select(
        *(rows[name] for name in KEY), rows.n, anybody.anybody
    )
    found = found.left_join(inside, KEY).select(
        *(found[name] for name in KEY), found.n, found.anybody, inside.inside
    )
    # Somebody is known, and nobody of them is of the group: that is a nought.
    import ibis

    return _shaped(
        found,
        n=found.n,
        numerator=ibis.cases(
            (found.anybody.notnull(), found.inside.fill_null(0)), else_=ibis.null("int64")
        ),
    )


def regulars(ground: Ground, measures: Sequence[Measure], calendar: Calendar) -> Any:
    """Of the different persons, how many in `times` or more different months."""
    each = _different(_choose(ground.people, measures, calendar), ("token", "times", "month"))
    each = each.group_by([*KEY, "times", "token"]).agg(months=each.count())
    found = each.group_by(KEY).agg(
        persons=each.count(), regular=each.count(where=each.months >= each.times)
    )
    return _shaped(found, n=found.persons, numerator=found.regular, denominator=found.persons)


def varieties(ground: Ground, measures: Sequence[Measure], calendar: Calendar) -> Any:
    """Different kinds of fact a person: pairs of person and kind, over persons."""
    each = _different(_choose(ground.people, measures, calendar), ("token", "kind"))
    each = each.group_by([*KEY, "token"]).agg(kinds=each.count())
    found = each.group_by(KEY).agg(persons=each.count(), pairs=each.kinds.sum())
    return _shaped(found, n=found.persons, numerator=found.pairs, denominator=found.persons)


def presences(ground: Ground, measures: Sequence[Measure], calendar: Calendar) -> Any:
    """How many of the kinds had a fact at all."""
    chosen = _choose(ground.cells, measures, calendar)
    each = chosen.group_by([*KEY, "kind"]).agg(n=chosen.n.sum())
    found = each.group_by(KEY).agg(n=each.n.sum(), kinds=each.count())
    return _shaped(found, n=found.n, numerator=found.kinds)


def standing(ground: Ground, measures: Sequence[Measure], calendar: Calendar) -> Any:
    """A stock as it was last told: the calendar names the last month of each period only."""
    chosen = _choose(ground.stocks, measures, calendar)
    keys = [*KEY, "kind"]
    latest = chosen.group_by(keys).agg(latest=chosen["on"].max())
    told = chosen.join(latest, keys)
    told = told.filter(told["on"] == told.latest)
    found = told.group_by(KEY).agg(n=told.n.sum(), part=told.part.sum())
    return _shaped(found, n=found.n, numerator=found.part)


def histograms(ground: Ground, measures: Sequence[Measure], calendar: Calendar) -> Any:
    """How often each part occurs: what an exact median is taken of."""
    chosen = _choose(ground.parts, measures, calendar)
    found = chosen.group_by([*KEY, "part"]).agg(n=chosen.n.sum())
    return found.select(*KEY, "part", n=whole_number(found.n))


def reached(ground: Ground, measures: Sequence[Measure], calendar: Calendar) -> Any:
    """How many different persons of each group of residents, and (code empty) of all whose groups
    are known: what parity is taken of."""
    import ibis

    belonging = _belonging(ground, calendar)
    each = _different(_choose(ground.people, measures, calendar), ("token",))
    told = each.join(belonging, ["community", "period", each.token == belonging.member])
    groups = told.group_by([*KEY, "code"]).agg(persons=told.count())
    someone = told.select(*KEY, "token").distinct()
    overall = someone.group_by(KEY).agg(persons=someone.count())
    overall = overall.mutate(code=ibis.literal(""))
    names = (*KEY, "code", "persons")
    return groups.select(*names).union(overall.select(*names), distinct=False)


def group_sizes(ground: Ground, calendar: Calendar) -> Any:
    """How many people each group of residents has, as last told in the period."""
    stocks = ground.stocks.filter(ground.stocks.kind == IN_GROUP)
    told = stocks.join(months_table(calendar), "month")
    latest = told.group_by(["community", "period"]).agg(latest=told["on"].max())
    told = told.join(latest, ["community", "period"])
    told = told.filter(told["on"] == told.latest)
    found = told.group_by(["community", "period", "field"]).agg(size=told.part.sum())
    return found.select("community", "period", code=found.field, size=whole_number(found.size))


def beginnings(ground: Ground) -> Any:
    """The first month in which each kind of fact had a row."""
    cells = ground.cells
    return cells.group_by(["community", "kind"]).agg(first=cells.month.min())


def _choose(
    rows: "ir.Table", measures: Sequence[Measure], calendar: Calendar, *, coded: bool = False
) -> Any:
    """The rows each measure reads, once for each period they lie in. Of people, `token` is the
    person or the household, as the measure asks.

    `coded`: measure and period are numbers, to be named by `_named`, and rows stay behind which
    nobody is known."""
    import ibis

    asked = [
        (place if coded else m.name, kind, m.field, m.times, m.by, m.of, m.within)
        for place, m in enumerate(measures)
        for kind in m.kinds
    ]
    names = ("measure", "kind", "wanted_field", "times", "by", "of", "within")
    chosen = rows.join(ibis.memtable(columns(asked, names)), "kind")
    chosen = chosen.filter((chosen.wanted_field == "") | (chosen.wanted_field == chosen.field))
    if "person" in chosen.columns:
        # A column that nobody asks for is not even read.
        whose = {m.of for m in measures}
        if len(whose) == 1:
            token = chosen.household if whose == {"household"} else chosen.person
        else:
            token = ibis.cases((chosen.of == "household", chosen.household), else_=chosen.person)
        chosen = chosen.mutate(token=token)
        if not coded:
            chosen = chosen.filter(chosen.token.notnull())
    if not coded:
        return chosen.join(months_table(calendar), "month")
    months = [(month, place) for place, each in enumerate(calendar.values()) for month in each]
    return chosen.join(ibis.memtable(columns(months, ("month", "period"))), "month")


def _named(found: Any, measures: Sequence[Measure], calendar: Calendar) -> Any:
    """Counts with the names of measure and period in the place of their numbers."""
    import ibis

    for column, told in (("measure", [m.name for m in measures]), ("period", list(calendar))):
        names = ibis.memtable(columns(list(enumerate(told)), ("code", "name")))
        both = found.join(names, found[column] == names.code)
        found = both.select(
            *(found[name] for name in found.columns if name != column), **{column: names.name}
        )
    return found


def _different(chosen: Any, names: Sequence[str]) -> Any:
    return chosen.select(*KEY, *names).distinct()


def _belonging(ground: Ground, calendar: Calendar) -> Any:
    """The groups of each resident as last told in the year by the end of the period: a token holds
    for one year."""
    so_far = {
        period: [*range(months[-1] // 100 * 100 + 1, months[-1] + 1)]
        for period, months in calendar.items()
    }
    told = ground.belonging.join(months_table(so_far), "month")
    keys = ["community", "period", "person"]
    latest = told.group_by(keys).agg(latest=told["on"].max())
    told = told.join(latest, keys)
    told = told.filter(told["on"] == told.latest)
    return told.select("community", "period", "code", member=told.person).distinct()


def _shaped(found: Any, *, n: Any, numerator: Any, denominator: Any = None) -> Any:
    import ibis

    return found.select(
        *KEY,
        n=whole_number(n),
        numerator=whole_number(numerator),
        denominator=whole_number(ibis.null("int64") if denominator is None else denominator),
    )
