"""Who may see to whose door a round leads, and for how long."""

from datetime import datetime, timedelta

from linli.lib.calendar import SHANGHAI
from linli.lib.law import Finding


def sees_stops(
    carries: bool, starts_at: datetime, ends_at: datetime, at: datetime, *, after_hours: int
) -> Finding:
    """Whoever is on the shift sees its homes on the day of the shift, until so many hours after
    its end; nobody before or later."""
    today = at.astimezone(SHANGHAI).date() == starts_at.astimezone(SHANGHAI).date()
    begun = today or starts_at <= at
    gone = at > ends_at + timedelta(hours=after_hours)
    return Finding(
        carries and begun and not gone,
        "volunteering.sees_stops",
        cites=("pipl.6",),
        numbers={"carries": carries, "early": not begun, "gone": gone},
    )


def known_for_rounds(known: bool) -> Finding:
    """Whoever goes to people's doors has been met by a coordinator, who said once that they may."""
    return Finding(known, "volunteering.known_for_rounds", cites=("pipl.6",))


def may_raise(ticked_at: datetime, at: datetime, *, after_hours: int) -> bool:
    """Whether a missed visit nobody settled is told to the director: from so many hours on."""
    return at >= ticked_at + timedelta(hours=after_hours)


def consent_said(way: str) -> Finding:
    """Nobody is called on who did not agree to it themselves."""
    return Finding(bool(way), "volunteering.receiver_agreed", cites=("pipl.13", "pipl.29"))
