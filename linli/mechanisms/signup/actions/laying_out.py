"""A sheet is laid out, altered, opened, closed and cancelled, inside an act of its domain.

The domain's act is the door: `lay_out(act, community, …)` and its like are given it, and are no
acts of their own."""

import secrets
from typing import Any

from linli.core.audit.door import Act
from linli.lib.law import Finding, require
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.actions.dates import call_off_all
from linli.mechanisms.signup.actions.line import count_taken, locked, offer_free_places
from linli.mechanisms.signup.actions.telling import tell_everyone
from linli.mechanisms.signup.kinds import kind_named
from linli.mechanisms.signup.models import Call, Sheet, SignUp

ALTERABLE = (
    "title", "seats", "waiting_most", "most_each", "opens_at", "closes_at", "offer_hours",
    "age_from", "age_to", "guarded",
)  # fmt: skip


def lay_out(act: Act, community: Any, *, kind: str, title: str, **given: Any) -> Sheet:
    """A new sheet, not open yet. `given`: any of the fields of `Sheet` a keeper sets."""
    kind_named(kind)
    sheet = Sheet(community=community, kind=kind, title=title, settled_at=act.at, **given)
    if sheet.way == rules.BY_LOT:
        sheet.seed = secrets.token_hex(16)
        sheet.seed_digest = rules.digest_of(sheet.seed)
    sheet.save(force_insert=True)
    return sheet


def alter(act: Act, sheet: Sheet, **given: Any) -> Sheet:
    """Changes what a keeper sets. Fewer seats than are held are refused; more are offered at once
    to those who wait."""
    assert set(given) <= set(ALTERABLE), set(given) - set(ALTERABLE)
    sheet = locked(sheet)
    require(Finding(sheet.state != rules.CANCELLED, "signup.not_cancelled"))
    seats = given.get("seats", sheet.seats)
    require(
        Finding(
            seats is None or seats >= sheet.taken,
            "signup.seats_cover_taken",
            numbers={"seats": seats, "taken": sheet.taken},
        )
    )
    for name, value in given.items():
        setattr(sheet, name, value)
    sheet.version += 1
    sheet.save()
    offer_free_places(act, sheet)
    return sheet


def open_up(act: Act, sheet: Sheet) -> Sheet:
    """Names may be put down from its opening on."""
    return _turn(sheet, (rules.DRAFT, rules.CLOSED), rules.OPEN)


def close(act: Act, sheet: Sheet) -> Sheet:
    """No further names; whoever waits goes on waiting."""
    return _turn(sheet, (rules.OPEN,), rules.CLOSED)


def cancel_sheet(act: Act, sheet: Sheet, *, reason: str) -> Sheet:
    """The whole thing falls out: every date is called off, nobody waits or is offered a place any
    more, and everybody is told once."""
    require(Finding(bool(reason.strip()), "signup.reason_given"))
    sheet = locked(sheet)
    require(Finding(sheet.state != rules.CANCELLED, "signup.not_cancelled"))
    call_off_all(act, sheet, reason)
    Call.objects.filter(
        community=sheet.community_id, signup__sheet=sheet, done_at__isnull=True
    ).update(done_at=act.at, by_id=act.by.account, result="moot")
    tell_everyone(act, sheet, "cancelled", words=reason)
    unsure = (rules.WAITING, rules.OFFERED, rules.APPLIED)
    live_of(sheet).filter(state__in=unsure).update(state=rules.TURNED_AWAY, state_since=act.at)
    sheet.state, sheet.cancelled_for = rules.CANCELLED, reason.strip()[:400]
    sheet.settled_at, sheet.version = act.at, sheet.version + 1
    sheet.save()
    count_taken(sheet)
    return sheet


def _turn(sheet: Sheet, before: tuple[str, ...], after: str) -> Sheet:
    sheet = locked(sheet)
    require(Finding(sheet.state in before, "signup.turns_from_here"))
    sheet.state, sheet.version = after, sheet.version + 1
    sheet.save()
    return sheet


def live_of(sheet: Sheet) -> Any:
    """Every entry that still stands, in the order of coming."""
    return SignUp.objects.filter(community=sheet.community_id, sheet=sheet, state__in=rules.LIVE)
