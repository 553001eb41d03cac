"""When a vote may be called, opened and closed; what it is about; what silence means."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from linli.lib.law import Finding

KINDS = (
    "assembly_rules", "covenant", "committee", "manager", "use_fund", "raise_fund", "rebuild",
    "common_use", "other",
)  # fmt: skip
NOTICE = ("property_regulation.14", "property_regulation.15")
FUND = ("repair_fund.22", "repair_fund.23", "civil_code_property.278")


def in_state(state: str, *wanted: str) -> Finding:
    """The vote stands where this step begins."""
    return Finding(state in wanted, "property.vote_in_state")


def noticed_in_time(noticed: date, votes: date, *, days: int) -> Finding:
    """So many days lie between the notice and the vote: given on the 1st, fifteen days, the vote
    may begin on the 16th."""
    first = noticed + timedelta(days=days)
    return Finding(
        votes >= first, "property.vote_noticed", NOTICE,
        {"noticed": noticed, "votes": votes, "first": first, "days": days},
    )  # fmt: skip


def has_matters(number: int) -> Finding:
    """A vote asks something."""
    return Finding(number > 0, "property.vote_has_matters")


def fund_scope(kinds: Collection[str], scope: str) -> Finding:
    """The use of the fund is voted by those who bear the cost, so the part that shares it is
    named: a building, an entrance, or, where all share it, the whole."""
    return Finding("use_fund" not in kinds or scope == "sharing", "property.vote_fund_scope", FUND)


def place_for_scope(scope: str, *, placed: bool) -> Finding:
    """A vote of one building names it; a vote of the whole names none."""
    holds = placed if scope == "building" else (scope != "estate" or not placed)
    return Finding(holds, "property.vote_place")


def voted_here(*, here: bool, government: bool) -> Finding:
    """Where the place prescribes a system of the government, nobody votes here."""
    return Finding(not here or not government, "property.vote_here")


def silence_stands_on(
    *, follows: bool, allowed: bool, ground: str, on: date | None, today: date
) -> Finding:
    """Silence follows the majority only where the place lets it and the owners' own rules say so,
    by a resolution that is named with its day."""
    grounded = bool(ground.strip()) and on is not None and on <= today
    return Finding(not follows or (allowed and grounded), "property.vote_silence", FUND[2:])


def opens_after(at: datetime, opens: datetime) -> Finding:
    """Not before what was announced."""
    return Finding(at >= opens, "property.vote_opens", numbers={"opens": opens})


def closes_after(at: datetime, closes: datetime) -> Finding:
    """Not before what was announced: everybody has their whole time."""
    return Finding(at >= closes, "property.vote_closes", numbers={"closes": closes})


def period(opens: datetime, closes: datetime) -> Finding:
    """It ends after it begins."""
    return Finding(closes > opens, "property.vote_period")


def all_entered(waiting: int) -> Finding:
    """Every paper that came back was typed by two, or was judged void by two."""
    return Finding(waiting == 0, "property.papers_entered", numbers={"papers": waiting})


def another_hand(first: object, second: object) -> Finding:
    """The second typing is another person's."""
    return Finding(first != second, "property.paper_another_hand")


def agree(*, same: bool) -> Finding:
    """Both typed the same."""
    return Finding(same, "property.paper_agrees")


def came_back(*, delivered: bool, on: date, since: date | None) -> Finding:
    """What comes back was delivered before."""
    holds = delivered and (since is None or on >= since)
    return Finding(holds, "property.paper_delivered")


def posted_in_time(counted: date, on: date, *, days: int) -> Finding:
    """Told within so many days of the count."""
    last = counted + timedelta(days=days)
    return Finding(on <= last, "property.vote_posted", numbers={"last": last, "days": days})


def annulment_until(known: date, *, years: int) -> date:
    """The last day on which an owner who knew of the decision that day may sue (the same day of
    the year that follows, or the last of that month)."""
    try:
        return known.replace(year=known.year + years)
    except ValueError:
        return known.replace(year=known.year + years, day=28)


def candidates_agreed(*, named: bool, on: date | None, today: date) -> Finding:
    """Candidates are named to everybody, so each has agreed before, on a day that is known."""
    agreed = on is not None and on <= today
    return Finding(not named or agreed, "property.candidates_agreed", ("pipl.13", "pipl.25"))


def came_in_time(on: date, closed: date) -> Finding:
    """A paper that is entered after the close came back before it."""
    return Finding(on <= closed, "property.paper_in_time", numbers={"closed": closed})


def known_void(reason: str, known: Collection[str]) -> Finding:
    """Why a paper is void is one of the reasons there are, or nothing."""
    return Finding(not reason or reason in known, "property.paper_void_known")


def decided_by(scope: str) -> str:
    """Whose decision it is: the assembly's, or that of the owners of a part."""
    return "assembly" if scope == "estate" else "part"
