"""Voting for another: in writing, so many at most, and never handed on.

`cites`: the articles on which the domain's vote stands.
"""

from datetime import date

from linli.lib.law import Finding

Cites = tuple[str, ...]


def one_roll(*, same: bool, cites: Cites = ()) -> Finding:
    """Principal and holder stand, unstruck, on the roll of this vote."""
    return Finding(same, "ballot.proxy_on_the_roll", cites=cites)


def another(*, same: bool, cites: Cites = ()) -> Finding:
    """Nobody is their own proxy."""
    return Finding(not same, "ballot.proxy_of_another", cites=cites)


def given_once(*, given: bool, cites: Cites = ()) -> Finding:
    """Who has a proxy gives no second."""
    return Finding(not given, "ballot.proxy_given_once", cites=cites)


def within_limit(held: int, most: int, *, cites: Cites = ()) -> Finding:
    """One person votes for `most` others at most; `held` so far."""
    return Finding(
        held < most, "ballot.proxy_limit", cites=cites, numbers={"held": held, "most": most}
    )


def not_handed_on(*, principal_holds: int, holder_gave: bool, cites: Cites = ()) -> Finding:
    """A mandate is not handed on: who holds one gives none, who has given one holds none."""
    return Finding(
        not principal_holds and not holder_gave,
        "ballot.proxy_not_handed_on",
        cites=cites,
        numbers={"principal_holds": principal_holds},
    )


def written_by(written_on: date, on: date, *, cites: Cites = ()) -> Finding:
    """The mandate was written before it is used."""
    return Finding(
        written_on <= on,
        "ballot.proxy_written",
        cites=cites,
        numbers={"written_on": written_on, "on": on},
    )


def not_used(*, marked: bool) -> Finding:
    """A mandate with which a paper was cast cannot be taken back any more."""
    return Finding(not marked, "ballot.proxy_not_used")


def holds_it(*, held: bool, cites: Cites = ()) -> Finding:
    """Who votes for another holds their mandate."""
    return Finding(held, "ballot.proxy_held", cites=cites)
