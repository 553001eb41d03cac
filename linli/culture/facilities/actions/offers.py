"""Something is offered, something is needed; they are put together, and what came of it is told."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action, may
from linli.core.places.held import locked
from linli.core.places.models import Place
from linli.culture.facilities.actions.saying import new_slip, told
from linli.culture.facilities.models import Match, Need, Offer
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require

NAMED = ("unit", "school")


@dataclass(frozen=True)
class Offered:
    """An offer as it is typed in. `by_desk`: typed for somebody who came or rang."""

    kind: str
    title: str
    by: str
    conditions: str = ""
    times: str = ""
    until: date | None = None
    unit_name: str = ""
    name: str = ""
    phone: str = ""
    by_desk: bool = False


@dataclass(frozen=True)
class Wanting:
    """A need as it is typed in, in words that name nobody."""

    kind: str
    title: str
    needed_by: str
    times: str = ""
    origin: UUID | None = None


@action("facilities.offer", needs="facilities.offer")
def offer(act: Act, community: Place, *, offered: Offered) -> Offer:
    """Puts something at others' disposal. A unit or a school is named, a resident is not; who
    wants it asks the desk."""
    keeper = may("facilities.keep_offers", act.by, community)
    require(Finding(keeper or not offered.by_desk, "facilities.keeper_types"))
    require(Finding(keeper or offered.by == "resident", "facilities.keeper_speaks"))
    unit = told(offered.unit_name, community) if offered.by in NAMED else ""
    require(Finding(bool(unit) or offered.by not in NAMED, "facilities.offer_unit_named"))
    require(_not_over(offered.until, act))
    reached = bool(offered.name.strip()) or not offered.by_desk or offered.by == "community"
    require(Finding(reached, "facilities.contact_given"))
    row = Offer.objects.create(
        community=community, kind=offered.kind, title=told(offered.title, community),
        conditions=told(offered.conditions, community), times=told(offered.times, community),
        until=offered.until,
        by=offered.by, unit_name=unit,
        account_id=None if offered.by_desk else act.by.account, name=offered.name.strip(),
        phone=offered.phone.strip(), slip=new_slip(), offered_at=act.at,
    )  # fmt: skip
    _note(act, row)
    return row


@action("facilities.withdraw_offer", needs="facilities.own_offer")
def withdraw_offer(act: Act, row: Offer) -> Offer:
    """Takes an offer back: at once, without a reason and without asking anybody. The desk is told
    where it was being talked about."""
    row = locked(row)
    require(Finding(row.withdrawn_at is None, "facilities.resource_stands"))
    row.withdrawn_at = act.at
    row.save(update_fields=["withdrawn_at"])
    tried = row.matches.filter(state=Match.TRIED)
    if tried.exists():
        act.tell("facilities.offer_withdrawn", post="worker", offer=row.title)
        tried.update(state=Match.UNUSED, why_not="withdrawn", told_on=local_day(act.at))
    _note(act, row)
    return row


@action("facilities.need", needs="facilities.keep_offers")
def need(act: Act, community: Place, *, wanting: Wanting) -> Need:
    """Writes down what is needed, from a matter, a plan, a group."""
    row = Need.objects.create(
        community=community, kind=wanting.kind, title=told(wanting.title, community),
        times=told(wanting.times, community), needed_by=wanting.needed_by, origin=wanting.origin,
        needed_on=local_day(act.at),
    )  # fmt: skip
    act.note(need=row.title)
    return row


@action("facilities.close_need", needs="facilities.keep_offers")
def close_need(act: Act, row: Need) -> Need:
    """It is not needed any more, or was met elsewhere."""
    row = locked(row)
    require(Finding(row.closed_at is None, "facilities.need_open"))
    row.closed_at = act.at
    row.save(update_fields=["closed_at"])
    row.matches.filter(state=Match.TRIED).update(
        state=Match.UNUSED, why_not="gone", told_on=local_day(act.at)
    )
    act.note(need=row.title)
    return row


@action("facilities.match", needs="facilities.keep_offers")
def match(act: Act, row: Need, *, offered: Offer) -> Match:
    """Puts an offer together with a need. Who offers is told and asked by the desk."""
    found = locked(offered)
    same = found.community_id == row.community_id
    open_still = row.closed_at is None and found.withdrawn_at is None
    require(Finding(same and open_still, "facilities.match_open"))
    require(_not_over(found.until, act))
    again = Match.objects.filter(community=row.community_id, offer=found, need=row).exists()
    require(Finding(not again, "facilities.match_once"))
    made = Match.objects.create(
        community_id=row.community_id, offer=found, need=row, matched_at=act.at
    )
    if found.account_id:
        act.tell("facilities.offer_matched", account=found.account_id, offer=found.title)
    _note(act, found, need=row.title)
    return made


@action("facilities.tell_outcome", needs="facilities.keep_offers")
def tell_outcome(
    act: Act, row: Match, *, used: bool, outcome: str = "", why_not: str = ""
) -> Match:
    """Says what came of it: used, and the need is met; or not, and why."""
    row = locked(row)
    require(Finding(row.state == Match.TRIED, "facilities.match_tried"))
    require(Finding(used or bool(why_not), "facilities.match_why_not"))
    row.state = Match.USED if used else Match.UNUSED
    row.why_not, row.outcome = "" if used else why_not, told(outcome, row.community_id)
    row.told_on = local_day(act.at)
    row.save(update_fields=["state", "why_not", "outcome", "told_on"])
    if used:
        Need.objects.filter(
            community=row.community_id, pk=row.need_id, closed_at__isnull=True
        ).update(closed_at=act.at)
    _note(act, row.offer, need=row.need.title, used=used)
    return row


def _note(act: Act, row: Offer, **more: Any) -> None:
    """What kind it is; what a resident wrote does not stand in the book for ever."""
    act.note(offer=str(row.get_kind_display()), **more)


def _not_over(until: date | None, act: Act) -> Finding:
    on = local_day(act.at)
    return Finding(until is None or until >= on, "facilities.offer_until", numbers={"until": until})
