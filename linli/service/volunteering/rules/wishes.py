"""What a micro-wish must be before it is read by everybody, and how long a claim holds."""

from datetime import date, timedelta

from linli.lib.law import Finding
from linli.service.volunteering.rules.plain_words import (
    names_nobody,
    no_appeal,
    nothing_private,
)


def fit_for_all(*words: str) -> list[Finding]:
    """What everybody will read: an appeal first, since it has another way on."""
    return [no_appeal(*words), nothing_private(*words), names_nobody(*words)]


def agreed(*, child: bool, consents: bool, guardian: bool) -> Finding:
    """A wish is published as the person wants it; a child's as the guardian does."""
    if child:
        return Finding(guardian, "volunteering.guardian_consents", cites=("pipl.31", "minors.72"))
    return Finding(consents, "volunteering.wisher_consents", cites=("pipl.25",))


def child_meets(*, child: bool, sort: str, guardian_meets: bool) -> Finding:
    """A child's wish is for a thing, passed on by the desk; one that brings the child together with
    somebody needs the guardian's word for that before anybody is brought together."""
    alone = not child or sort == "thing" or guardian_meets
    return Finding(alone, "volunteering.guardian_meets", cites=("minors.72",))


def holds_until(claimed_on: date, days: int) -> date:
    """The last day on which the first claim keeps others away; the day of the claim is not
    counted (CC 201)."""
    return claimed_on + timedelta(days=days)


def has_lapsed(until: date, on: date) -> bool:
    """From the day after the last one."""
    return on > until


def free_to_claim(*, claimed: bool, own: bool) -> Finding:
    """One claim at a time, and nobody claims their own wish."""
    if own:
        return Finding(False, "volunteering.not_own_wish")
    return Finding(not claimed, "volunteering.wish_free")


def not_too_many(open_wishes: int, most: int) -> Finding:
    """So that everybody's turn comes: so many open wishes of one account at a time."""
    return Finding(
        open_wishes < most, "volunteering.wishes_open", numbers={"n": open_wishes, "most": most}
    )
