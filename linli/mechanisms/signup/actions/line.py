"""The line: a place that becomes free is offered to whoever is next, and to one after the other."""

from typing import Any

from django.db.models import F, Min, Sum

from linli.core.audit.door import Act, action
from linli.lib.law import Finding, require
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.actions.telling import tell
from linli.mechanisms.signup.models import Sheet, SignUp


def locked(sheet: Sheet) -> Sheet:
    """The sheet, whose line nobody else changes before this transaction ends."""
    return Sheet.objects.select_for_update().get(community=sheet.community_id, pk=sheet.pk)


def count_taken(sheet: Sheet) -> int:
    """Counts the places held anew and keeps the number; the database refuses too many."""
    held = SignUp.objects.filter(
        community=sheet.community_id, sheet=sheet, state__in=rules.HOLDING
    ).aggregate(held=Sum("seats"))["held"]
    sheet.taken = held or 0
    Sheet.objects.filter(community=sheet.community_id, pk=sheet.pk).update(taken=sheet.taken)
    return sheet.taken


def waiting_line(sheet: Sheet) -> list[SignUp]:
    """Those who wait, whoever is next first."""
    rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet, state=rules.WAITING)
    line = list(rows.order_by("turn", "number"))
    for each in line:
        each.sheet = sheet
    return line


def in_turn(line: list[SignUp]) -> list[rules.Waiting]:
    """The line as the rules read it."""
    return [rules.Waiting(each.pk, each.seats) for each in line]


def offer_free_places(act: Act, sheet: Sheet) -> int:
    """Offers what is free to those who wait, in order. The sheet must be locked. How many were
    offered something. Of what is cancelled or over there is nothing to offer."""
    if sheet.state == rules.CANCELLED or (sheet.left is not None and sheet.left <= 0):
        return 0
    line = waiting_line(sheet)
    if not line:
        return 0
    first = first_date(sheet, act.at)
    if first is None and sheet.occasions.exists():
        return 0
    chosen = set(rules.next_in_line(in_turn(line), sheet.left))
    until = rules.offered_until(act.at, sheet.offer_hours, first)
    for each in line:
        if each.pk in chosen:
            each.state, each.state_since = rules.OFFERED, act.at
            each.offered_until, each.version = until, each.version + 1
            each.save()
            tell(act, each, "offer", until=until)
    count_taken(sheet)
    return len(chosen)


def first_date(sheet: Sheet, at: Any) -> Any:
    """When its next date begins, if one is still to come."""
    coming = sheet.occasions.filter(state=rules.PLANNED, starts_at__gt=at)
    return coming.aggregate(first=Min("starts_at"))["first"]


def is_to_come(sheet: Sheet, at: Any) -> bool:
    """Whether a place on it is still worth something: a date is not over, or none is set yet."""
    if sheet.state == rules.CANCELLED:
        return False
    dates = sheet.occasions.filter(community=sheet.community_id)
    return not dates.exists() or dates.filter(state=rules.PLANNED, ends_at__gt=at).exists()


@action("signup.offer_on", needs="signup.lapse")
def offer_on(act: Act, sheet: Sheet) -> Sheet:
    """Places that became free without anybody leaving go to whoever is next."""
    sheet = locked(sheet)
    count_taken(sheet)
    act.note(count=offer_free_places(act, sheet))
    return sheet


@action("signup.lapse_offer", needs="signup.lapse")
def lapse_offer(act: Act, signup: SignUp) -> SignUp:
    """Nobody answered in time: the place goes to whoever is next."""
    sheet = locked(signup.sheet)
    changed = SignUp.objects.filter(
        community=signup.community_id,
        pk=signup.pk,
        state=rules.OFFERED,
        offered_until__lt=act.at,
    ).update(state=rules.LAPSED, state_since=act.at, version=F("version") + 1)
    require(Finding(changed == 1, "signup.offer_lapsed"))
    signup.refresh_from_db()
    signup.sheet = sheet
    close_calls(act, signup, "moot", about="offer")
    count_taken(sheet)
    tell(act, signup, "lapsed")
    offer_free_places(act, sheet)
    act.about = signup.person_id
    return signup


def close_calls(act: Act, signup: SignUp, result: str, **which: Any) -> None:
    """Nobody needs to ring any more: what was to be said has been settled."""
    signup.calls.filter(community=signup.community_id, done_at__isnull=True, **which).update(
        done_at=act.at, by_id=act.by.account, result=result
    )
