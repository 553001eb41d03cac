"""Reads of sheets for their domains: how many, which dates, who came, what one signed up for."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from linli.core.audit.actor import Actor
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.models import Occasion, Presence, Sheet, SignUp


class Counts(NamedTuple):
    """Of one sheet: places held, names that wait, places free (None: no limit), and the names in
    the pot of a lot."""

    holding: int
    waiting: int
    free: int | None
    applied: int = 0


class Attended(NamedTuple):
    """Of one date: how many were there, how many of the names did not come, how many excused
    themselves."""

    present: int
    absent: int
    excused: int


def present_at(occasion: Occasion) -> QuerySet[Presence]:
    """Who was there on one date, with their entries."""
    return (
        Presence.objects.filter(
            community=occasion.community_id, occasion=occasion, state=rules.PRESENT
        )
        .select_related("signup")
        .order_by("signup__number")
    )


def presences_of(sheet: Sheet) -> QuerySet[Presence]:
    """Everything said of who came to which date of a sheet, with the entry and the date."""
    return (
        Presence.objects.filter(community=sheet.community_id, occasion__sheet=sheet)
        .select_related("signup", "occasion")
        .order_by("occasion__starts_at", "signup__number")
    )


def counts_of(sheets: Iterable[Sheet]) -> dict[UUID, Counts]:
    """How many hold, wait and could still come, of many sheets of one community in one query."""
    rows = {each.pk: each for each in sheets}
    if not rows:
        return {}
    communities = {each.community_id for each in rows.values()}
    found = (
        SignUp.objects.filter(community__in=communities, sheet__in=rows, state__in=rules.LIVE)
        .values("sheet")
        .annotate(
            holding=Sum("seats", filter=Q(state__in=rules.HOLDING)),
            waiting=Count("pk", filter=Q(state=rules.WAITING)),
            applied=Count("pk", filter=Q(state=rules.APPLIED)),
        )
    )
    told = {each["sheet"]: each for each in found}
    counts = {}
    for key, sheet in rows.items():
        each = told.get(key, {"holding": 0, "waiting": 0, "applied": 0})
        held = each["holding"] or 0
        free = None if sheet.seats is None else max(0, sheet.seats - held)
        counts[key] = Counts(held, each["waiting"], free, each["applied"])
    return counts


def attended_at(occasions: Iterable[Occasion]) -> dict[UUID, Attended]:
    """How many came to each of many dates of one community, in one query."""
    rows = {each.pk: each for each in occasions}
    if not rows:
        return {}
    found = (
        Presence.objects.filter(
            community__in={each.community_id for each in rows.values()}, occasion__in=rows
        )
        .values("occasion")
        .annotate(
            present=Sum("seats", filter=Q(state=rules.PRESENT)),
            absent=Count("pk", filter=Q(state=rules.ABSENT)),
            excused=Count("pk", filter=Q(state=rules.EXCUSED)),
        )
    )
    told = {
        each["occasion"]: Attended(each["present"] or 0, each["absent"], each["excused"])
        for each in found
    }
    return {key: told.get(key, Attended(0, 0, 0)) for key in rows}


def occasions_between(
    community: Any, kinds: Collection[str], since: datetime, until: datetime
) -> QuerySet[Occasion]:
    """The dates of sheets of these kinds that begin in a span, called off ones too, in order; of
    drafts none."""
    return (
        Occasion.objects.filter(
            community=community,
            sheet__kind__in=kinds,
            starts_at__gte=since,
            starts_at__lt=until,
        )
        .exclude(sheet__state=rules.DRAFT)
        .select_related("sheet")
        .order_by("starts_at", "pk")
    )


def mine(account: UUID | None, person: UUID | None) -> Q:
    """Entries that are one's own, or that one put down for the family."""
    whose = Q(pk__isnull=True)
    if account is not None:
        whose |= Q(account=account) | Q(put_down_by=account, via__in=rules.OWN_WAYS)
    if person is not None:
        whose |= Q(person=person)
    return whose


def own_signups(actor: Actor, community: Any) -> QuerySet[SignUp]:
    """What somebody signed up for, for themselves and their family, the latest first."""
    return (
        SignUp.objects.filter(mine(actor.account, actor.person), community=community)
        .exclude(state=rules.CAME)
        .select_related("sheet")
        .order_by("-at", "pk")
    )


def signed_up(actor: Actor, sheet: Sheet) -> bool:
    """Whether somebody, or somebody of their family, stands on the sheet or waits for a seat."""
    if not actor.signed_in:
        return False
    own = own_signups(actor, sheet.community_id)
    return own.filter(sheet=sheet, state__in=rules.LIVE).exists()
