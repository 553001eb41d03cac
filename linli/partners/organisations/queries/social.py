"""Community social organisations: for everybody, for whoever proposed one, for the desk."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.audit.models import Entry
from linli.core.pages.keyset import Page, page_of
from linli.partners.organisations.flows_social import ON_RECORD
from linli.partners.organisations.law_social import summary_due_on, told_count
from linli.partners.organisations.models.social import (
    CATEGORIES,
    Merit,
    SocialOrganisation,
    YearSummary,
)
from linli.partners.organisations.rules import social as rules

PENDING = ("handed_in", "supplement", "to_register")
SHOWN = (*ON_RECORD, "ended")
OPENED = "organisations.open_social"


@dataclass(frozen=True, slots=True)
class Owed:
    """A yearly summary that is not there yet."""

    social: SocialOrganisation
    year: int
    due: date
    late: bool


def public_page(community: Any, category: str, after: str) -> Page:
    """Those on record, the latest filed first, of one category or all."""
    rows = SocialOrganisation.objects.filter(community=community, state__in=ON_RECORD)
    if category in dict(CATEGORIES):
        rows = rows.filter(category=category)
    return page_of(rows, "filed_on", after, newest=True)


def public_one(community: Any, row_id: UUID) -> SocialOrganisation:
    """One on record, or one that was and has ended; else Http404."""
    row = SocialOrganisation.objects.filter(community=community, pk=row_id, state__in=SHOWN).first()
    if row is None:
        raise Http404
    found: SocialOrganisation = row
    return found


def case_for(actor: Actor, community: Any, row_id: UUID) -> SocialOrganisation:
    """One in full, for whoever proposed it and for the desk; else Http404."""
    row = (
        SocialOrganisation.objects.filter(community=community, pk=row_id)
        .select_related("community", "organisation")
        .first()
    )
    allowed = row is not None and (
        may("organisations.see_social_desk", actor, row)
        or may("organisations.own_social", actor, row)
    )
    if not allowed:
        raise Http404
    assert row is not None
    return row


def own_for(actor: Actor, community: Any, key: UUID) -> SocialOrganisation:
    """One for whoever writes in it: who proposed it or files it. Supervisors look on, and for them
    its forms are not there (Http404)."""
    row = case_for(actor, community, key)
    if not may("organisations.own_social", actor, row):
        raise Http404
    return row


def looks_at(row: SocialOrganisation) -> list[Entry]:
    """When the name and telephone of the leader were looked at, for whoever proposed it."""
    rows = Entry.objects.filter(community=row.community_id, subject=row.pk, action=OPENED)
    return list(rows.order_by("-at")[:20])


def mine(actor: Actor, community: Any) -> list[SocialOrganisation]:
    """What this reader proposed."""
    if actor.account is None:
        return []
    rows = SocialOrganisation.objects.filter(community=community, handed_in_by=actor.account)
    return list(rows.order_by("-state_since")[:50])


def desk_page(community: Any, show: str, after: str) -> Page:
    """The desk's list: what waits, what is being prepared, what is on record, what is over."""
    rows = SocialOrganisation.objects.filter(community=community)
    states = {
        "waiting": PENDING,
        "drafts": ("draft",),
        "record": ON_RECORD,
        "over": ("refused", "withdrawn", "ended"),
    }.get(show, PENDING)
    told: Any = rows.filter(state__in=states).annotate(last_deed=Max("deeds__on"))
    return page_of(told, "state_since", after, newest=show != "waiting")


def counts(community: Any) -> dict[str, int]:
    """How many wait, are prepared, are on record."""
    rows = SocialOrganisation.objects.filter(community=community)
    return {
        "waiting": rows.filter(state__in=PENDING).count(),
        "drafts": rows.filter(state="draft").count(),
        "record": rows.filter(state__in=ON_RECORD).count(),
    }


def summaries_owed(
    community: Any, today: date, *, of: SocialOrganisation | None = None
) -> list[Owed]:
    """Which summaries of last year are not there, the late ones first. `of`: of one."""
    year = today.year - 1
    rows = SocialOrganisation.objects.filter(community=community, state__in=ON_RECORD)
    if of is not None:
        rows = rows.filter(pk=of.pk)
    told = YearSummary.objects.filter(community=community, year=year).values("social_id")
    due = summary_due_on(community, year, today)
    return [
        Owed(row, year, due, today > due)
        for row in rows.filter(filed_on__isnull=False).exclude(pk__in=told).order_by("name")
        if row.filed_on and rules.owes_summary_of(row.filed_on, year, row.ended_on)
    ]


def merits_told(community: Any, *, of: SocialOrganisation | None = None) -> list[Merit]:
    """The stories that stand, the latest first."""
    rows = Merit.objects.filter(
        community=community, taken_down_on__isnull=True, social__state__in=ON_RECORD
    )
    if of is not None:
        rows = rows.filter(social=of)
    return list(rows.select_related("social")[:12])


def told(row: SocialOrganisation, on: date) -> dict[str, Any]:
    """One as everybody may read it: nothing of a person but the contact that was agreed."""
    return {
        "id": row.pk,
        "name": row.name,
        "category": row.get_category_display(),
        "about": row.about,
        "state": row.public_state_label,
        "number": row.number,
        "filed_on": row.filed_on,
        "members": told_count(row.members, row.community, on),
        "units": row.units,
        "venue": row.venue,
        "contact": row.contact if row.contact_public else "",
    }
