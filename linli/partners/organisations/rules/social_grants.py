"""Small grants for organisations on record: what a round must say, what an application must add
up to, who may review, what a meeting may decide. All sums are whole fen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from linli.lib.law import Finding

POINTS = 100
CITES = ("rcl2025.42",)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the reviews of a project come to: how many gave points, how many stood aside, and the
    exact mean of the sums."""

    given: int
    aside: int
    mean: Fraction | None


def reviewed(sums: Sequence[int], aside: int) -> Reviewed:
    """The reviews of one project together; no mean where all stood aside."""
    return Reviewed(len(sums), aside, Fraction(sum(sums), len(sums)) if sums else None)


def criteria_said(points: Sequence[int]) -> Finding:
    """Two criteria or more, each worth something, a hundred points together."""
    return Finding(
        len(points) >= 2 and all(each > 0 for each in points) and sum(points) == POINTS,
        "organisations.criteria_said",
        cites=CITES,
        numbers={"criteria": len(points), "sum": sum(points)},
    )


def open_long_enough(opens: date, closes: date, *, least: int) -> Finding:
    """So many days lie between the first and the last (the last included, the first not)."""
    days = (closes - opens).days
    return Finding(
        days >= least, "organisations.open_long_enough", numbers={"days": days, "least": least}
    )


def reviewers_enough(count: int, *, least: int) -> Finding:
    """At least so many different people review."""
    return Finding(
        count >= least, "organisations.reviewers_enough", numbers={"count": count, "least": least}
    )


def in_time(on: date, opens: date, closes: date) -> Finding:
    """Handed in between the first and the last day, both included."""
    return Finding(
        opens <= on <= closes,
        "organisations.round_in_time",
        numbers={"opens": opens, "closes": closes},
    )


def round_over(on: date, closes: date) -> Finding:
    """Review begins on the day after the last."""
    return Finding(on > closes, "organisations.round_over", numbers={"closes": closes})


def asks_within(asked: int, most: int) -> Finding:
    """An application asks for something, and for no more than the round allows."""
    return Finding(
        0 < asked <= most,
        "organisations.asks_within",
        numbers={"asked": yuan(asked), "most": yuan(most)},
    )


def lines_add_up(lines: Iterable[int], asked: int) -> Finding:
    """The lines of the budget are the sum asked for, to the fen."""
    sums = list(lines)
    return Finding(
        bool(sums) and all(each > 0 for each in sums) and sum(sums) == asked,
        "organisations.lines_add_up",
        numbers={"sum": yuan(sum(sums)), "asked": yuan(asked)},
    )


def declared(near: bool | None, how: str) -> Finding:
    """Whoever applies says whether they are near to a reviewer or the committee, and if so how."""
    return Finding(
        near is False or bool(near and how.strip()), "organisations.interest_declared", cites=CITES
    )


def points_within(points: Mapping[str, int], most: Mapping[str, int]) -> Finding:
    """Points for every criterion, none beyond what it is worth."""
    fits = set(points) == set(most) and all(0 <= points[key] <= most[key] for key in most)
    return Finding(fits, "organisations.points_within")


def not_own_project(own: bool, aside: bool) -> Finding:
    """Nobody reviews the project they handed in: they stand aside."""
    return Finding(aside or not own, "organisations.not_own_project", cites=CITES)


def all_reviewed(expected: int, given: int) -> Finding:
    """Every reviewer has said something on every project, be it that they stand aside."""
    return Finding(
        given >= expected,
        "organisations.all_reviewed",
        numbers={"expected": expected, "given": given},
    )


def decision_complete(applications: int, verdicts: int, reasons: int) -> Finding:
    """The meeting said yes or no to every project, each with a reason."""
    return Finding(
        applications == verdicts == reasons,
        "organisations.decision_complete",
        cites=CITES,
        numbers={"applications": applications, "decided": min(verdicts, reasons)},
    )


def met_after_close(met: date, closes: date, today: date) -> Finding:
    """The meeting was after the last day, and not in the future."""
    return Finding(
        closes < met <= today,
        "organisations.met_after_close",
        numbers={"closes": closes, "met": met},
    )


def grants_within(granted: Iterable[int], total: int) -> Finding:
    """All grants together are no more than the round has."""
    together = sum(granted)
    return Finding(
        together <= total,
        "organisations.grants_within",
        numbers={"granted": yuan(together), "total": yuan(total)},
    )


def granted_within_asked(granted: int, asked: int) -> Finding:
    """Nobody is given more than they asked for; something where they are given anything."""
    return Finding(
        0 <= granted <= asked,
        "organisations.granted_within_asked",
        numbers={"granted": yuan(granted), "asked": yuan(asked)},
    )


def instalments_add_up(instalments: Sequence[int], granted: int) -> Finding:
    """The instalments are the grant, to the fen."""
    return Finding(
        bool(instalments) and all(each > 0 for each in instalments) and sum(instalments) == granted,
        "organisations.instalments_add_up",
        numbers={"sum": yuan(sum(instalments)), "granted": yuan(granted)},
    )


def in_order(earlier_paid: bool) -> Finding:
    """An instalment follows the one before it."""
    return Finding(earlier_paid, "organisations.instalment_in_order")


def spent_within(spent: int, paid: int) -> Finding:
    """A report tells no more spent than was paid out."""
    return Finding(
        0 <= spent <= paid,
        "organisations.spent_within",
        numbers={"spent": yuan(spent), "paid": yuan(paid)},
    )


def unspent(paid: int, spent: int) -> int:
    """What goes back."""
    return max(paid - spent, 0)


def all_returned(back: int, owed: int) -> Finding:
    """What was not spent went back, to the fen."""
    return Finding(
        back == owed,
        "organisations.all_returned",
        cites=CITES,
        numbers={"back": yuan(back), "owed": yuan(owed)},
    )


def yuan(fen: int) -> str:
    """The sum in yuan, exactly."""
    whole, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{whole}.{rest:02}"
