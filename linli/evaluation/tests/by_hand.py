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
    top = _count(own, row.aggregator, row.of, period, until)
    if row.against is None or top is None:
        return None if top is None else Fraction(top)
    base = row.against
    others = [fact for fact in inside if fact.kind in base.kinds and _in_field(fact, base.field)]
    below = _count(others, base.by, base.of, period, until)
    return Fraction(top, below) if below else None


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
