"""Reading cards. Loading is the permission check: an owner loads their own, whoever holds the
employment post those of the community; for everybody else there is none, and nowhere a count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.audit.queries import closed_entries_of
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.service.catalogue.work import rules
from linli.service.catalogue.work.choices import FIELDS, OPEN
from linli.service.catalogue.work.models import JobCard, JobOpening, Release
from linli.service.catalogue.work.queries.openings import shown
from linli.service.catalogue.work.queries.owners import own_records

WITH = ("person", "community")


def own_card(actor: Actor, community: Any) -> JobCard | None:
    """One's own card here, or none."""
    mine = own_records(actor)
    if not mine:
        return None
    rows = JobCard.objects.filter(community=community, person__in=mine)
    card: JobCard | None = rows.select_related(*WITH).order_by("-confirmed_on").first()
    return card


def cards_kept(actor: Actor, community: Any) -> "QuerySet[JobCard]":
    """All cards, for the employment post, those to be asked about first."""
    rows: QuerySet[JobCard] = JobCard.objects.filter(community=community)
    if not may("catalogue.keep_job_cards", actor, community):
        return rows.none()
    return rows.select_related(*WITH).defer(*JobCard.SEALED).order_by("confirmed_on", "id")


def card_kept(actor: Actor, community: Any, key: UUID) -> JobCard:
    """One of them. Http404 for anything else, there or not."""
    found = cards_kept(actor, community).defer(None).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def releases_of(card: JobCard) -> list[Release]:
    """What was released of a card, the latest first."""
    rows = Release.objects.filter(community=card.community_id, card=card)
    return list(rows.select_related("opening__employer", "told_by").order_by("-released_on", "id"))


def own_release(actor: Actor, community: Any, key: UUID) -> Release:
    """One of one's own. Http404 for anything else."""
    card = own_card(actor, community)
    rows = Release.objects.filter(community=community, card=card, pk=key)
    found = rows.select_related("opening__employer", "card__person").first() if card else None
    if found is None:
        raise Http404
    return found


def release_kept(actor: Actor, community: Any, key: UUID) -> Release:
    """One, for the employment post. Http404 for anything else."""
    rows = Release.objects.filter(community=community, pk=key)
    rows = rows.select_related("opening__employer", "card__person", "told_by", "community")
    found = rows.first() if may("catalogue.keep_job_cards", actor, community) else None
    if found is None:
        raise Http404
    return found


def to_pass_on(actor: Actor, community: Any, on: date) -> "QuerySet[Release]":
    """What waits to be passed on, or to be asked back, by the day; whose it is is not read."""
    rows: QuerySet[Release] = Release.objects.filter(community=community)
    if not may("catalogue.keep_job_cards", actor, community):
        return rows.none()
    waits = Q(
        told_on__isnull=True,
        opening__state=OPEN,
        opening__expires_on__gt=on,
        opening__employer__gone_on__isnull=True,
    )
    back = Q(withdrawn_on__isnull=False, recalled_on__isnull=True)
    rows = rows.filter(waits | back).select_related("opening__employer")
    return rows.order_by("released_on", "id")


def words_of(release: Release) -> list[tuple[Any, str]]:
    """What is told of the card, field by field."""
    told = rules.told(release.card.said, release.fields)
    return [(FIELDS[key], value) for key, value in told.items()]


@dataclass(frozen=True, slots=True)
class Fitting:
    """An opening that meets a wish, and in what."""

    opening: JobOpening
    met: tuple[str, ...]
    told_on: date | None = None
    """When its employer was told of this card."""

    @property
    def titles(self) -> list[Any]:
        """In what, in words."""
        return [FIELDS[key] for key in self.met]


def changed_on(card: JobCard) -> date | None:
    """The day on which it was written anew, the last time."""
    rows = closed_entries_of(card.pk).filter(action="catalogue.rewrite_job_card")
    times = [entry.at for entry in rows]
    return local_day(max(times)) if times else None


def fitting(card: JobCard, on: date, releases: Iterable[Release] = ()) -> list[Fitting]:
    """Openings that meet the wishes on a card, in the order of the board. Nothing is kept of it."""
    wishes = {"wish": card.wish, "learn": card.learn, "near": card.near}
    told = {
        each.opening_id: each.told_on for each in releases if each.told_on and not each.recalled_on
    }
    found = []
    for row in shown(card.community_id, on):
        said = {"what": f"{row.title} {row.duties}", "hours": row.times, "where": row.where}
        met = rules.fits(wishes, card.times, said)
        if met:
            found.append(Fitting(row, met, told.get(row.pk)))
    return found


def standing_of(card: JobCard, on: date) -> rules.Standing:
    """How long it holds."""
    return rules.card_standing(
        card.confirmed_on,
        card.asked_on,
        on,
        ask_after=number_laid_down("work.card_asked_after", card.community, on),
        answer_within=number_laid_down("work.card_answer_within", card.community, on),
    )


def asked_again_on(card: JobCard, on: date) -> date:
    """The day on which its owner is asked, or by which they are to answer where they were."""
    if card.asked_on is not None:
        within = number_laid_down("work.card_answer_within", card.community, on)
        return rules.answer_by(card.asked_on, within)
    days = number_laid_down("work.card_asked_after", card.community, on)
    return card.confirmed_on + timedelta(days=days)
