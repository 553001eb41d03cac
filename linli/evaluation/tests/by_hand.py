"""The same figures reckoned by hand: plain loops and fractions, for comparison."""

from fractions import Fraction
from statistics import median


def figure(row, period, facts, until):
    """The value of a definition in a period, or None; a second way to the same number."""
    inside = [fact for fact in facts if period.starts <= fact.on <= min(period.ends, until)]
    known = any(fact.kind in row.known_by and fact.on <= period.ends for fact in facts)
    if not known:
        return None
    own = [fact for fact in inside if fact.kind in row.kinds and _in_field(fact, row.field)]
    match row.aggregator:
        case "ratio_of_sums":
            whole = sum(fact.whole for fact in own if fact.whole is not None)
            part = sum(fact.part for fact in own if fact.whole is not None)
            return Fraction(part, whole) if whole else None
        case "share_at_least":
            months = {}
            for fact in own:
                if fact.person:
                    months.setdefault(fact.person, set()).add((fact.on.year, fact.on.month))
            often = sum(len(seen) >= row.times for seen in months.values())
            return Fraction(often, len(months)) if months else None
        case "median":
            return Fraction(median(fact.part for fact in own)) if own else None
        case "kinds_each":
            pairs = {(fact.person, fact.kind) for fact in own if fact.person}
            persons = {person for person, _kind in pairs}
            return Fraction(len(pairs), len(persons)) if persons else None
        case "kinds_present":
            return Fraction(len({fact.kind for fact in own}))
        case "parity":
            return _parity(row, period, facts, own, until)
    if row.within:
        return _within(row, period, facts, own, until)
    top = _count(own, row.aggregator, row.of, period, until)
    if row.against is None or top is None:
        return None if top is None else Fraction(top)
    base = row.against
    others = [fact for fact in inside if fact.kind in base.kinds and _in_field(fact, base.field)]
    below = _count(others, base.by, base.of, period, until)
    if row.capped and below:
        top = min(top, below)
    return Fraction(top, below) if below else None


def _within(row, period, facts, own, until):
    groups = _groups_of(facts, period, until)
    reached = {fact.person for fact in own if fact.person}
    if own and (not reached or not groups):
        return None
    size = _sizes(facts, period, until).get(row.within)
    inside = sum(row.within in groups.get(person, ()) for person in reached)
    return Fraction(inside, size) if size else None


def _parity(row, period, facts, own, until):
    groups = _groups_of(facts, period, until)
    sizes = _sizes(facts, period, until)
    reached = {fact.person for fact in own if fact.person} & groups.keys()
    if not reached:
        return None
    rates = {}
    for code, size in sizes.items():
        if size >= row.minimum and code != "age60":
            rates[code] = Fraction(sum(code in groups[person] for person in reached), size)
    if row.between:
        one, other = (rates.get(code) for code in row.between)
        return None if one is None or not other else one / other
    everybody = _count(
        [f for f in facts if f.kind == "people.residents"], "last", "person", period, until
    )
    if not rates or not everybody:
        return None
    return min(rates.values()) / Fraction(len(reached), everybody)


def _groups_of(facts, period, until):
    """The groups of each person as last told in the year."""
    end = min(period.ends, until)
    told = [
        fact
        for fact in facts
        if fact.kind == "people.of_group" and fact.on.year == end.year and fact.on <= end
    ]
    return {fact.person: fact.field.split() for fact in sorted(told, key=lambda fact: fact.on)}


def _sizes(facts, period, until):
    end = min(period.ends, until)
    told = [fact for fact in facts if fact.kind == "people.in_group"]
    latest = max(
        (f.on for f in told if (f.on.year, f.on.month) == (end.year, end.month)), default=None
    )
    return {fact.field: fact.part for fact in told if fact.on == latest}


def _count(facts, by, of, period, until):
    if by == "count":
        return len(facts)
    if by == "sum":
        return sum(fact.part for fact in facts)
    if by == "distinct":
        told_apart = {getattr(fact, of) for fact in facts} - {None}
        return len(told_apart) if told_apart or not facts else None
    end = min(period.ends, until)
    last = [fact for fact in facts if (fact.on.year, fact.on.month) == (end.year, end.month)]
    return sum(fact.part for fact in last)


def _in_field(fact, field):
    return not field or fact.field == field
