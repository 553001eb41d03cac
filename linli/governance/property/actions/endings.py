"""What ends before its time: a founding, one member's office, an estate."""

from datetime import date
from typing import Any

from django.db.models import F
from django.db.models.functions import Greatest

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.places.held import locked
from linli.core.places.models import Place
from linli.governance.property.actions.estates import TERM
from linli.governance.property.actions.saying import fresh, said, told
from linli.governance.property.models import (
    BodyMember,
    Contract,
    Estate,
    Founding,
    Owner,
    OwnersBody,
    Ownership,
    OwnersVote,
)
from linli.governance.property.queries.bodies import forgettable_members
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require

GOING_ON = ("draft", "noticed", "open", "closed", "counted")


@action("property.end_founding", needs="property.keep")
def end_founding(
    act: Act, founding: Founding, *, on: date, reason: str, seen: int | None = None
) -> Founding:
    """A founding ends without a body: withdrawn, or it did not come about. Everybody reads why;
    another can be begun."""
    require(said(reason))
    founding = fresh(founding, seen)
    require(Finding(founding.ended_on is None, "property.founding_open"))
    last = max(founding.reached.values_list("on", flat=True), default=founding.asked_on)
    require(Finding(last <= on <= local_day(act.at), "property.ends_after", numbers={"day": last}))
    founding.ended_on, founding.ended_for = on, told(reason, founding.community_id)
    founding.version += 1
    founding.save(update_fields=["ended_on", "ended_for", "version"])
    act.note(estate=founding.estate.name)
    return founding


@action("property.leave_office", needs="property.keep")
def leave_office(
    act: Act, member: BodyMember, *, on: date, follows: BodyMember | None = None
) -> BodyMember:
    """One member leaves before the term ends. Where it is the chair, another member may follow
    them in it; the seat stays empty until the owners choose anew."""
    body = locked(member.owners_body)
    member = locked(member)
    require(Finding(body.until is None and member.until is None, "property.office_held"))
    began = member.since
    require(
        Finding(began <= on <= local_day(act.at), "property.ends_after", numbers={"day": began})
    )
    left = body.members.filter(until__isnull=True).exclude(pk=member.pk)
    require(Finding(left.exists(), "property.last_member"))
    member.until = on
    member.save(update_fields=["until"])
    if follows is not None:
        heir = left.filter(pk=follows.pk).first()
        require(Finding(heir is not None and member.office == "chair", "property.chair_follows"))
        assert heir is not None
        heir.office = "chair"
        heir.save(update_fields=["office"])
    act.note(estate=body.estate.name)
    return member


@action("property.close_estate", needs="property.keep")
def close_estate(
    act: Act, estate: Estate, *, on: date, reason: str, seen: int | None = None
) -> Estate:
    """An estate is kept no more: it was joined to another, or pulled down. Nobody serves in it,
    nothing is asked or voted on; its bodies end, and so does who owned what in it, so that their
    names go after a year."""
    require(said(reason))
    estate = fresh(estate, seen)
    require(Finding(estate.until is None, "property.estate_open"))
    first = estate.since
    require(
        Finding(first <= on <= local_day(act.at), "property.ends_after", numbers={"day": first})
    )
    require(Finding(not _going_on(estate), "property.estate_idle"))
    here = {"community": estate.community_id}
    for body in OwnersBody.objects.filter(**here, estate=estate, until__isnull=True):
        body.until = max(on, body.since)
        body.save(update_fields=["until"])
        body.members.filter(until__isnull=True).update(until=Greatest(F("since"), on))
        clocks.settle(act, body, TERM)
    owned = Ownership.objects.filter(**here, unit__estate=estate, until__isnull=True)
    owned.update(until=Greatest(F("since"), on))
    Owner.objects.filter(**here, estate=estate, ended_on__isnull=True).update(ended_on=on)
    estate.until, estate.closed_for = on, told(reason, estate.community_id)
    estate.version += 1
    estate.save(update_fields=["until", "closed_for", "version"])
    act.note(estate=estate.name)
    return estate


@action("property.forget_members", needs="property.follow_clock")
def forget_members(act: Act, community: Place, *, until: date) -> int:
    """A year after an office ended goes whose it was and their contact; that the office was held,
    for which side, from when until when, stays."""
    count = 0
    for row in forgettable_members(min(until, local_day(act.at))).filter(community=community):
        row.name, row.contact, row.contact_told, row.person, row.owner = "", "", False, None, None
        row.save(update_fields=["name", "contact", "contact_told", "person", "owner"])
        count += 1
    act.note(count=count)
    return count


def _going_on(estate: Estate) -> bool:
    """Whether somebody serves there, or something is under way."""
    here: dict[str, Any] = {"community": estate.community_id}
    return (
        estate.contracts.filter(state__in=Contract.SERVING).exists()
        or estate.foundings.filter(ended_on__isnull=True).exists()
        or estate.scope_cases.exclude(stage__in=("accepted", "dropped")).exists()
        or OwnersVote.objects.filter(**here, estate=estate, state__in=GOING_ON).exists()
    )
