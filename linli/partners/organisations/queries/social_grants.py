"""Rounds of small grants, their applications, reviews and results."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from linli.core.access.posts import POSTS
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.pages.keyset import Page, page_of
from linli.partners.organisations.flows_social import ON_RECORD
from linli.partners.organisations.models.social import SocialOrganisation
from linli.partners.organisations.models.social_grants import (
    GrantApplication,
    GrantRound,
    Instalment,
    Review,
    Reviewer,
)
from linli.partners.organisations.rules.social_grants import Reviewed, reviewed, yuan

PUBLIC = ("open", "reviewing", "decided", "ended", "cancelled")
TOLD = ("decided", "ended")


@dataclass(frozen=True)
class Shown:
    """An application with its reviews, told by the reviewer's post."""

    application: GrantApplication
    reviews: list[tuple[str, Review]]

    @property
    def result(self) -> Reviewed:
        """What the reviews come to."""
        sums = [each.total for _who, each in self.reviews if not each.aside]
        return reviewed(sums, len(self.reviews) - len(sums))

    @property
    def mean(self) -> str:
        """The mean with two decimals; empty where nobody gave points."""
        mean = self.result.mean
        return "" if mean is None else yuan(round(mean * 100))


def rounds_page(actor: Actor, community: Any, after: str) -> Page:
    """The rounds, drafts only for the desk; the latest first."""
    rows = GrantRound.objects.filter(community=community)
    if not may("organisations.see_social_desk", actor, community):
        rows = rows.filter(state__in=PUBLIC)
    return page_of(rows, "opens_on", after, newest=True)


def round_for(actor: Actor, community: Any, round_id: UUID) -> GrantRound:
    """One round this reader may open; else Http404."""
    rows = GrantRound.objects.filter(community=community, pk=round_id)
    if not may("organisations.see_social_desk", actor, community):
        rows = rows.filter(state__in=PUBLIC)
    found: GrantRound | None = rows.select_related("community").first()
    if found is None:
        raise Http404
    return found


def application_for(actor: Actor, community: Any, row_id: UUID) -> GrantApplication:
    """One application: for everybody once the round is decided; before, for whoever handed it in,
    reviews it or works at the desk; else Http404."""
    rows = GrantApplication.objects.filter(community=community, pk=row_id)
    if not may("organisations.see_social_desk", actor, community):
        mine = Q(pk__in=[])
        if actor.account:
            mine = (
                Q(handed_in_by=actor.account)
                | Q(social__handed_in_by=actor.account)
                | Q(round__reviewers__account=actor.account, round__state="reviewing")
            )
        public = Q(round__state__in=TOLD) & ~Q(state="withdrawn")
        rows = rows.filter(public | mine).distinct()
    found: GrantApplication | None = rows.select_related("round", "social", "community").first()
    if found is None:
        raise Http404
    return found


def instalment_for(community: Any, row_id: UUID) -> Instalment:
    """One instalment, for the desk; else Http404."""
    found: Instalment | None = (
        Instalment.objects.filter(community=community, pk=row_id)
        .select_related("application__round", "application__social", "community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def shown_in(row: GrantRound) -> list[Shown]:
    """The applications of a round that were not taken back, by title, with their reviews."""
    rows = row.applications.exclude(state="withdrawn").select_related("social")
    found = list(rows.order_by("title", "pk")[:200])
    return with_reviews(row, found)


def with_reviews(row: GrantRound, found: list[GrantApplication]) -> list[Shown]:
    """The same for chosen applications."""
    posts = {
        each.pk: told for each, told in zip(row.reviewers.all(), reviewers_told(row), strict=True)
    }
    by_application: dict[UUID, list[tuple[str, Review]]] = {}
    rows = Review.objects.filter(community=row.community_id, application__in=found)
    for each in rows.order_by("reviewer_id"):
        by_application.setdefault(each.application_id, []).append((posts[each.reviewer_id], each))
    return [Shown(each, by_application.get(each.pk, [])) for each in found]


def reviewers_told(row: GrantRound) -> list[str]:
    """The reviewers by their posts, numbered, so that two of one post can be told apart."""
    return [
        f"{number}. {POSTS[each.post].title if each.post in POSTS else each.post}"
        for number, each in enumerate(row.reviewers.all(), 1)
    ]


def reviewer_of(actor: Actor, row: GrantRound) -> Reviewer | None:
    """This reader as a reviewer of the round."""
    if actor.account is None:
        return None
    found: Reviewer | None = row.reviewers.filter(account=actor.account).first()
    return found


def review_by(reviewer: Reviewer, row: GrantApplication) -> Review | None:
    """What this reviewer said of it so far."""
    found: Review | None = row.reviews.filter(reviewer=reviewer).first()
    return found


def may_apply_for(
    actor: Actor, community: Any, row: GrantRound, on: date
) -> list[SocialOrganisation]:
    """The organisations on record for which this reader may apply now, once each."""
    if row.state != "open" or not row.opens_on <= on <= row.closes_on:
        return []
    rows = SocialOrganisation.objects.filter(community=community, state__in=ON_RECORD)
    if not may("organisations.keep_social", actor, community):
        rows = rows.filter(handed_in_by=actor.account) if actor.account else rows.none()
    there = row.applications.exclude(state="withdrawn").values("social_id")
    return list(rows.exclude(pk__in=there).order_by("name")[:200])


def granted_to(row: SocialOrganisation) -> list[GrantApplication]:
    """What an organisation was granted, as published, the latest first."""
    rows = row.applications.filter(granted_fen__gt=0, round__state__in=TOLD)
    return list(rows.select_related("round").order_by("-state_since")[:20])


def running(community: Any) -> list[GrantApplication]:
    """The grants on which something is still to be done, for the desk."""
    rows = GrantApplication.objects.filter(
        community=community,
        state__in=("granted", "agreed", "reported", "stopped", "evaluated"),
    )
    return list(rows.select_related("round", "social").order_by("state_since")[:50])
