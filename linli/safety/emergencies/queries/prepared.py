"""What is prepared: the tree, the map, the store, the drills."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Q
from django.http import Http404
from django.urls import reverse

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.expiring import Expiring
from linli.lib.law import Finding
from linli.mechanisms.ledger.models import Account
from linli.safety.emergencies.law import days
from linli.safety.emergencies.models import (
    CallTest,
    Contact,
    Drill,
    Lesson,
    NightDuty,
    RiskPlace,
    Shelter,
    Supply,
    SupplySlip,
)
from linli.safety.emergencies.models.supplies import HELD
from linli.safety.emergencies.rules import ending, stock

MOST = 200


@dataclass
class Branch:
    """A line of the call tree and those it calls; `deep`: how far down."""

    contact: Contact
    deep: int
    result: str = ""


@dataclass(frozen=True)
class Stands:
    """How a sort of thing stands: how much there is, what is lacking, whether it runs out."""

    supply: Supply
    held: int
    short: int
    expires: bool
    findings: list[Finding] = field(default_factory=list)


def one_of(model: Any, community: Any, key: UUID) -> Any:
    """A row of the community; anything else is not found."""
    row = model.objects.filter(community=community, pk=key).first()
    if row is None:
        raise Http404
    return row


def still_listed(row: Any) -> None:
    """What was taken off its list is not found any more."""
    if getattr(row, "withdrawn_at", None) is not None:
        raise Http404


def contacts(community: Any) -> Any:
    """The lines that stand."""
    rows = Contact.objects.filter(community=community, withdrawn_at__isnull=True)
    return rows.select_related("stand_in", "caller")


def tree(community: Any) -> list[Branch]:
    """The call tree in the order in which it is called: each before those it calls."""
    rows = list(contacts(community))
    order = {key: at for at, (key, _t) in enumerate(Contact._meta.get_field("kind").choices or ())}
    rows.sort(key=lambda row: (order.get(row.kind, 99), row.duty))
    here = {row.pk for row in rows}
    found: list[Branch] = []

    def walk(caller: UUID | None, deep: int) -> None:
        for row in rows:
            above = row.caller_id if row.caller_id in here else None
            if above == caller:
                found.append(Branch(row, deep))
                walk(row.pk, deep + 1)

    walk(None, 0)
    return found


def last_test(community: Any) -> CallTest | None:
    """The latest test of the tree."""
    return CallTest.objects.filter(community=community).order_by("-begun_at", "-id").first()


def nights(community: Any, on: date) -> list[NightDuty]:
    """Who has tonight and the nights to come."""
    rows = NightDuty.objects.filter(community=community, on__gte=on, on__lt=on + timedelta(31))
    return list(rows.select_related("first", "second"))


def risks(community: Any) -> list[RiskPlace]:
    """The places marked."""
    rows = RiskPlace.objects.filter(community=community, withdrawn_at__isnull=True)
    return list(rows.select_related("place")[:MOST])


def shelters(community: Any) -> list[Shelter]:
    """The shelters listed."""
    rows = Shelter.objects.filter(community=community, withdrawn_at__isnull=True)
    return list(rows.select_related("place", "opened_by")[:MOST])


def state_of_supply(supply: Supply, on: date, held: int | None = None) -> Stands:
    """How one sort stands that day."""
    there = _held(supply.community_id, [supply.book_id]).get(supply.book_id, 0)
    held = there if held is None else held
    enough = stock.enough_there(held, supply.minimum)
    good = stock.not_running_out(
        supply.expires_on, on, days=days("supply_ask_days", supply.community, on)
    )
    unmet = [each for each in (enough, good) if not each.holds]
    return Stands(supply, held, max(supply.minimum - held, 0), not good.holds, unmet)


def store(community: Any, on: date) -> list[Stands]:
    """Everything in store."""
    rows = Supply.objects.filter(community=community, withdrawn_at__isnull=True)
    found = list(rows.select_related("community")[:MOST])
    there = _held(community, [row.book_id for row in found])
    return [state_of_supply(row, on, there.get(row.book_id, 0)) for row in found]


def _held(community: Any, books: Iterable[Any]) -> dict[Any, int]:
    rows = Account.objects.filter(community=community, book__in=list(books), code=HELD)
    return dict(rows.values_list("book_id", "balance"))


def slips(community: Any, supply: Supply | None = None) -> list[SupplySlip]:
    """The latest slips."""
    rows = SupplySlip.objects.filter(community=community).select_related("supply", "incident")
    if supply is not None:
        rows = rows.filter(supply=supply)
    return list(rows.order_by("-year", "-serial")[:50])


def drills(community: Any) -> list[Drill]:
    """The drills, the latest first."""
    return list(Drill.objects.filter(community=community)[:MOST])


def enough_drills(community: Any, on: date) -> Finding:
    """Whether as many were held this year as promised."""
    rows = Drill.objects.filter(community=community, state="held", held_on__year=on.year)
    return ending.drills_held(rows.count(), least=days("drills_year", community, on))


def lessons_open(community: Any) -> list[Lesson]:
    """What has not been changed yet."""
    rows = Lesson.objects.filter(
        community=community, done_at__isnull=True, withdrawn_at__isnull=True
    )
    return list(rows.select_related("drill", "incident")[:MOST])


def lessons_due(community: Any, since: date, until: date, actor: Actor) -> Iterable[Expiring]:
    """Lessons of which the change is due in those days."""
    if not may("emergencies.keep", actor, community):
        return []
    rows = Lesson.objects.filter(
        community=community, due_on__gte=since, due_on__lte=until,
        done_at__isnull=True, withdrawn_at__isnull=True,
    ).annotate(code=F("community__code"))  # fmt: skip
    return [
        Expiring(row.change, row.due_on, reverse("emergencies:drills", args=[row.code]))
        for row in rows
    ]


def supplies_ending(community: Any, since: date, until: date, actor: Actor) -> Iterable[Expiring]:
    """Supplies that run out in those days."""
    if not may("emergencies.keep", actor, community):
        return []
    rows = Supply.objects.filter(
        Q(expires_on__gte=since, expires_on__lte=until),
        community=community,
        withdrawn_at__isnull=True,
    ).annotate(code=F("community__code"))
    return [
        Expiring(row.title, row.expires_on, reverse("emergencies:supply", args=[row.code, row.pk]))
        for row in rows
        if row.expires_on
    ]
