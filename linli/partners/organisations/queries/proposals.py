"""Proposals: what everybody reads, one's own by account or receipt, the desk's."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.queries import clocks_of_each, deadline_of, work_calendar
from linli.core.links.faces import LinkFace
from linli.core.pages.shapes import Deadline, Entry
from linli.core.places.laid_down import floor_laid_down
from linli.lib.identity.receipt import parse_receipt
from linli.mechanisms.flow.queries import timeline
from linli.partners.organisations.flows_proposals import PROPOSAL
from linli.partners.organisations.models import Proposal, Seconding
from linli.partners.organisations.rules.units import seconded


def proposals_of(community: Any) -> QuerySet[Proposal]:
    """All of them, for the desk."""
    return Proposal.objects.filter(community=community).select_related("community")


def proposals_shown(community: Any, state: str = "") -> QuerySet[Proposal]:
    """What everybody reads, of one state or of all."""
    rows = proposals_of(community).filter(shown_on__isnull=False)
    return rows.filter(state=state) if state in PROPOSAL.states else rows


def proposal_shown(community: Any, key: UUID) -> Proposal:
    """One of those (Http404)."""
    found = proposals_shown(community).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def proposal_at_desk(actor: Actor, community: Any, key: UUID) -> Proposal:
    """One at the desk (Http404)."""
    found = proposals_of(community).filter(pk=key).first()
    if found is None or not may("organisations.answer_proposal", actor, found):
        raise Http404
    return found


def proposal_borne(community: Any, receipt: str) -> Proposal | None:
    """The one whose receipt this is: whoever bears it said it."""
    parsed = parse_receipt(receipt)
    if not isinstance(parsed, str):
        return None
    return proposals_of(community).filter(receipt=parsed).first()


def own_proposals(actor: Actor, community: Any) -> list[Proposal]:
    """What somebody said with this account, the latest first."""
    if actor.account is None:
        return []
    return list(proposals_of(community).filter(account=actor.account).order_by("-id")[:50])


def seconders_told(proposal: Proposal, on: date) -> int | None:
    """How many think so too, where there are enough to be told."""
    return seconded(proposal.seconders, floor_laid_down(proposal.community, on))


def has_seconded(proposal: Proposal, account: UUID | None) -> bool:
    """Whether somebody has said so."""
    rows = Seconding.objects.filter(community=proposal.community_id, proposal=proposal)
    return account is not None and rows.filter(account=account).exists()


def course_of(proposal: Proposal) -> list[Entry]:
    """How it went, for everybody."""
    return timeline(PROPOSAL, proposal, public=True)


def due_days(community: Any, rows: Iterable[Proposal], at: datetime) -> dict[UUID, Deadline | None]:
    """Of each that waits for its answer the day it is due, and how late it is: told to everybody,
    as the box promises it to everybody."""
    waiting = [row.pk for row in rows if row.state == "received"]
    if not waiting:
        return {}
    calendar, clocks = work_calendar(community.pk), clocks_of_each(community.pk, waiting)
    return {
        key: next((deadline_of(clock, calendar, at) for clock in found if clock.is_open), None)
        for key, found in clocks.items()
    }


def due_day(row: Proposal, at: datetime) -> Deadline | None:
    """The same of one."""
    return due_days(row.community, [row], at).get(row.pk)


def faces_of_proposals(community: Any, ids: Iterable[UUID]) -> Mapping[UUID, LinkFace]:
    """Those everybody reads, as rows of other rooms tied to them show them."""
    return {
        row.pk: LinkFace(
            row.title,
            str(row.public_state_label),
            row.current.tone,
            reverse("organisations:proposal", args=[community.code, row.pk]),
            reverse("organisations:proposal_desk", args=[community.code, row.pk]),
        )
        for row in proposals_shown(community).filter(pk__in=list(ids))
    }
