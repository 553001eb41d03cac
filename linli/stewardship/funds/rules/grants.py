"""Small grants: scored openly against what was published, paid in stages. Fractions and fen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from linli.lib.law import Finding
from linli.stewardship.funds.rules.hands import yuan

CITES = ("rcl2025.42", "rcl2025.34")


@dataclass(frozen=True, slots=True)
class Scored:
    """A bid as it is judged: what it asks, when it was handed in, and from each scorer who did not
    stand aside the sum of the points for all criteria."""

    id: UUID
    fen: int
    handed_in: datetime
    sums: tuple[int, ...]

    @property
    def mean(self) -> Fraction:
        """The mean of the scorers' sums, exactly; nought where all stood aside."""
        return Fraction(sum(self.sums), len(self.sums)) if self.sums else Fraction(0)


@dataclass(frozen=True, slots=True)
class Ranked:
    """What came of a bid. `why`: `funded`, `below` (under the pass mark), `no_money` (it did not
    fit into what was left), `unjudged` (all stood aside)."""

    bid: Scored
    place: int
    why: str

    @property
    def funded(self) -> bool:
        return self.why == "funded"


def open_long_enough(opens: date, closes: date, *, least: int) -> Finding:
    """A call stays open at least so many days (the last day included, the first not)."""
    days = (closes - opens).days
    return Finding(days >= least, "funds.call_open_days", numbers={"days": days, "least": least})


def criteria_said(points: Sequence[int]) -> Finding:
    """Two criteria or more, each worth something, a hundred points together."""
    return Finding(
        len(points) >= 2 and all(each > 0 for each in points) and sum(points) == 100,
        "funds.criteria_said",
        cites=CITES,
        numbers={"criteria": len(points), "sum": sum(points)},
    )


def scorers_enough(scorers: int, *, least: int) -> Finding:
    """At least so many people score, and not always the same hand."""
    return Finding(
        scorers >= least, "funds.scorers_enough", numbers={"scorers": scorers, "least": least}
    )


def in_time(on: date, opens: date, closes: date) -> Finding:
    """A bid is handed in from the first day to the last, both included."""
    return Finding(
        opens <= on <= closes, "funds.bid_in_time", numbers={"opens": opens, "closes": closes}
    )


def asks_within(fen: int, most: int) -> Finding:
    """A bid asks for something, and for no more than one bid may."""
    told = {"fen": yuan(fen), "most": yuan(most)}
    return Finding(0 < fen <= most, "funds.bid_within", numbers=told)


def for_registered(filed_only: bool, registered: bool) -> Finding:
    """A call that is for organisations on record takes a bid of such a one alone."""
    return Finding(registered or not filed_only, "funds.for_registered")


def declared(near: bool, how: str) -> Finding:
    """Who is near to a scorer or the committee says how: the scorers then know when to stand
    aside."""
    return Finding(not near or bool(how.strip()), "funds.interest_declared", cites=CITES)


def points_within(points: Mapping[str, int], most: Mapping[str, int]) -> Finding:
    """Every criterion is scored, from nought to what it is worth."""
    whole = points.keys() == most.keys()
    return Finding(
        whole and all(0 <= points[name] <= most[name] for name in most),
        "funds.points_within",
        numbers={"criteria": len(most)},
    )


def all_scored(expected: int, given: int) -> Finding:
    """Every scorer has scored every bid or has stood aside."""
    return Finding(
        given >= expected,
        "funds.all_scored",
        cites=CITES,
        numbers={"missing": max(expected - given, 0)},
    )


def reasons_said(bids: int, reasons: int) -> Finding:
    """Everybody who asked reads why, whether they were supported or not."""
    return Finding(
        reasons >= bids,
        "funds.reasons_said",
        cites=CITES,
        numbers={"bids": bids, "missing": max(bids - reasons, 0)},
    )


def as_shown(now: Sequence[str], shown: Sequence[str]) -> Finding:
    """What comes of every bid is what stood beside its reason when that was written."""
    return Finding(now == shown, "funds.result_as_shown", cites=CITES)


def rank(bids: Iterable[Scored], *, fen: int, pass_mark: int) -> list[Ranked]:
    """The bids by their mean, the higher first; of equal ones the smaller sum, then the earlier.
    They are funded in this order while the money lasts: one that no longer fits is passed over,
    and a smaller one after it may still fit. Bids of equal mean share a place."""
    order = sorted(bids, key=lambda bid: (-bid.mean, bid.fen, bid.handed_in, bid.id))
    ranked: list[Ranked] = []
    left, place = fen, 0
    for number, bid in enumerate(order, 1):
        place = place if ranked and ranked[-1].bid.mean == bid.mean else number
        why = "funded"
        if not bid.sums:
            why = "unjudged"
        elif bid.mean < pass_mark:
            why = "below"
        elif bid.fen > left:
            why = "no_money"
        else:
            left -= bid.fen
        ranked.append(Ranked(bid, place, why))
    return ranked


def stages_whole(stages: Sequence[int], awarded: int) -> Finding:
    """The stages are each something, and together what was awarded."""
    return Finding(
        bool(stages) and all(each > 0 for each in stages) and sum(stages) == awarded,
        "funds.stages_whole",
        numbers={"sum": sum(stages), "awarded": awarded},
    )


def accepted_by_another(account: UUID | None, earlier: Sequence[UUID | None]) -> Finding:
    """Whoever accepts a report neither wrote it nor handed the bid in."""
    return Finding(
        account is not None and account not in earlier, "funds.report_second_hand", cites=CITES
    )


def stage_due(number: int, reported: int) -> Finding:
    """The first stage is paid at once; each further one when what came before it was reported and
    accepted."""
    return Finding(
        reported >= number - 1,
        "funds.stage_due",
        cites=CITES,
        numbers={"stage": number, "before": number - 1},
    )


def unused(paid: int, spent: Iterable[int]) -> int:
    """What of the money that was paid no report says was used; a group that added money of its own
    owes nothing."""
    return max(paid - sum(spent), 0)


def rest_whole(owed: int, back: int) -> Finding:
    """What was not used comes back to the fen."""
    return Finding(
        owed > 0 and back == owed,
        "funds.rest_whole",
        cites=CITES,
        numbers={"owed": yuan(owed), "back": yuan(back)},
    )
