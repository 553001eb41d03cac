"""Services on an elder's plan, by the elder's yes; and whom else to call."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take
from linli.service.casework.flows import SERVICE
from linli.service.casework.models.arranged import (
    SERVICES,
    CareContact,
    CareNeed,
    CareService,
)
from linli.service.casework.models.care import CarePlan
from linli.service.casework.queries.care import is_sought
from linli.service.casework.rules import arranged, care
from linli.service.casework.rules.cases import still_open

_TERMS = [
    "provider",
    "provider_phone",
    "timing",
    "price_class",
    "price_fen",
    "price_unit",
    "payer",
    "how_agreed",
    "agreed_on",
    "since",
    "until",
]

FIRST = 2
"""The place of the first contact beside the one on the plan."""


@dataclass(frozen=True)
class Arranged:
    """What was arranged, and how the elder agreed to it."""

    consented: bool
    how: str
    agreed_on: date
    provider: str
    provider_phone: str
    days: list[int]
    hour: str
    price_class: str
    price_fen: int | None
    price_unit: str
    payer: str
    since: date
    until: date | None = None


@action("casework.wish_service", needs="casework.tend")
def wish_service(
    act: Act, case: Any, *, plan: CarePlan, service: str, wish: str = ""
) -> CareService:
    """The elder would like a service; nothing is arranged yet."""
    _require_running(act, case, plan)
    row = CareService(community_id=plan.community_id, plan=plan, service=service, wish=wish.strip())
    begin(act, SERVICE, row, "wish")
    _note(act, row)
    return row


@action("casework.arrange_service", needs="casework.tend")
def arrange_service(
    act: Act, case: Any, *, service: CareService, terms: Arranged, seen: int | None = None
) -> CareService:
    """What was arranged: from whom, when, at what price, who pays, from when to when. Refused
    without the elder's yes, and where a price is named without who pays it. Arranged once, it is
    arranged anew in the same way."""
    _require_running(act, case, service.plan)
    require(arranged.agreed(terms.consented))
    require(arranged.provider_named(terms.provider))
    require(arranged.priced(terms.price_class, terms.price_fen, terms.payer))
    require(arranged.days_said(service.service, terms.days))
    require(arranged.in_order(terms.since, terms.until))
    service.provider = terms.provider.strip()
    service.provider_phone = terms.provider_phone.strip()
    service.place_timing(terms.days, terms.hour)
    service.price_class, service.price_fen = terms.price_class, terms.price_fen
    service.price_unit = terms.price_unit if terms.price_fen else ""
    service.payer, service.how_agreed = terms.payer, terms.how
    service.agreed_on, service.since, service.until = terms.agreed_on, terms.since, terms.until
    service.save(update_fields=_TERMS)
    take(act, SERVICE, service, "arrange" if service.state == "wished" else "rearrange", seen=seen)
    _note(act, service)
    return service


@action("casework.move_service", needs="casework.tend")
def move_service(
    act: Act, case: Any, *, service: CareService, move: str, seen: int | None = None
) -> CareService:
    """It begins, rests, goes on, ends; or the elder does not want it, which needs no reason."""
    _require_running(act, case, service.plan)
    assert move in ("run", "pause", "end", "refuse"), move
    take(act, SERVICE, service, move, seen=seen)
    if not service.current.open:
        _forget_provider(service)
    _note(act, service)
    return service


@action("casework.run_out_service", needs="casework.end_by_itself")
def run_out_service(act: Act, case: Any, *, service: CareService) -> CareService:
    """Its last day is over."""
    require(still_open(case.is_open))
    over = arranged.has_run_out(service.until, local_day(act.at))
    require(Finding(over, "casework.service_still_runs", numbers={"until": service.until}))
    take(act, SERVICE, service, "run_out")
    _forget_provider(service)
    _note(act, service)
    return service


@action("casework.name_contact", needs="casework.tend")
def name_contact(
    act: Act, case: Any, *, plan: CarePlan, given: Mapping[str, str], on_card: bool = False
) -> CareContact:
    """Somebody more to be called where nobody opens, after those named before."""
    _require_running(act, case, plan)
    require(Finding(plan.has_contact, "casework.contact_first"))
    last = plan.contacts.aggregate(last=Max("place"))["last"] or FIRST - 1
    row = CareContact(
        community_id=plan.community_id,
        plan=plan,
        place=last + 1,
        name=given["name"].strip(),
        tie=given.get("tie", "").strip(),
        phone=given["phone"].strip(),
        on_card=on_card,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as twin:
        raise Refused(Finding(False, "casework.contact_at_once")) from twin
    return row


@action("casework.drop_contact", needs="casework.tend")
def drop_contact(act: Act, case: Any, *, contact: CareContact) -> None:
    """Somebody is no longer to be called: name and number are gone."""
    require(still_open(case.is_open))
    require(care.contact_stays(is_sought(contact.plan)))
    contact.delete()


def let_go(act: Act, plan: CarePlan) -> None:
    """What ends with the plan: services are no longer ours to look after, contacts are gone,
    nobody comes to hear what care is needed."""
    rows = CareService.objects.filter(community=plan.community_id, plan=plan)
    for service in list(rows.filter(state__in=SERVICE.open_states)):
        service.plan = plan
        take(act, SERVICE, service, "refuse" if service.state == "wished" else "end")
        _forget_provider(service)
    CareContact.objects.filter(community=plan.community_id, plan=plan).delete()
    needs = CareNeed.objects.filter(community=plan.community_id, plan=plan)
    for need in needs.filter(ended_on__isnull=True):
        need.plan = plan
        close_need(need, local_day(act.at))


def close_need(need: CareNeed, on: date) -> None:
    """Nobody is to hear any more what care is needed: what was said and told is gone."""
    need.ended_on, need.came_on, need.told_on = on, None, None
    need.wish = need.told = need.told_by = ""
    need.save()


def _forget_provider(service: CareService) -> None:
    service.provider_phone = ""
    service.save(update_fields=["provider_phone"])


def _require_running(act: Act, case: Any, plan: CarePlan) -> None:
    require(still_open(case.is_open))
    require(care.still_wanted(plan.ended_on, local_day(act.at)))


def _note(act: Act, row: CareService) -> None:
    act.note(service=in_both(dict(SERVICES)[row.service]))
