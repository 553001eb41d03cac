"""A card: written by its owner, or at the counter on their wish; kept while it holds; destroyed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.audit.models import ClosedEntry
from linli.core.messages.models import Message
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.core.people.queries import own_record
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.catalogue.work import rules
from linli.service.catalogue.work.models import JobCard, Release
from linli.service.catalogue.work.permissions import owns_it
from linli.service.catalogue.work.queries.cards import standing_of
from linli.service.catalogue.work.queries.owners import kept_of, records_of

FIELDS = ("reach", *JobCard.SEALED)
LOOK_AT_ALL = "catalogue.look_at_job_cards"
CARD_ACTS = (
    "catalogue.write_job_card", "catalogue.rewrite_job_card", "catalogue.keep_job_card",
    "catalogue.destroy_job_card", "catalogue.ask_about_job_card", "catalogue.release_card_fields",
    "catalogue.withdraw_release", "catalogue.tell_employer", "catalogue.employer_not_reached",
    "catalogue.recall_release", "catalogue.look_at_job_card", "catalogue.look_at_release",
    LOOK_AT_ALL,
)  # fmt: skip


@action("catalogue.write_job_card", needs="catalogue.write_job_card")
def write_card(
    act: Act,
    community: Place,
    *,
    given: Mapping[str, Any],
    person: Person | None = None,
    consent: str = "online",
) -> JobCard:
    """Somebody's first card here. With a `person` it is written at the counter, on their wish;
    without, it is the writer's own. Refused for a second one, and without a way to reach them."""
    owner = person if person is not None else own_record(act.by)
    at_the_counter = person is not None and act.by.holds("employment", over=community)
    ours = owner is not None and owner.community_id == community.pk
    require(rules.on_ones_wish(ours and person is None, ours and at_the_counter, consent))
    assert owner is not None
    have = JobCard.objects.filter(community=community, person__in=records_of(owner))
    require(Finding(not have.exists(), "catalogue.card_new"))
    on = local_day(act.at)
    row = JobCard(community=community, person=owner, written_on=on)
    _take(row, given, consent)
    row.confirmed_on = on
    row.save(force_insert=True)
    act.about = owner.pk
    return row


@action("catalogue.rewrite_job_card", needs="catalogue.own_job_card")
def rewrite_card(
    act: Act, card: JobCard, *, given: Mapping[str, Any], consent: str = "online", seen: int
) -> JobCard:
    """Writes it anew; the releases stay, and tell what it says now of the fields they name."""
    row = held_card(card)
    require(Finding(row.version == seen, "catalogue.card_unchanged"))
    require_wish(act, row, consent)
    _take(row, given, consent)
    _confirm(act, row)
    return row


@action("catalogue.keep_job_card", needs="catalogue.own_job_card")
def keep_card(act: Act, card: JobCard, *, consent: str = "online") -> JobCard:
    """Its owner says that it still holds: it is asked about again after the whole time."""
    row = held_card(card)
    require_wish(act, row, consent)
    row.consent = consent
    _confirm(act, row)
    return row


@action("catalogue.destroy_job_card", needs="catalogue.destroy_job_card")
def destroy_card(act: Act, card: JobCard) -> Place:
    """The card is deleted, with every release, every message about it, and whose it was in the
    closed book. Time may do it only where its owner was asked and has not answered."""
    row = held_card(card)
    on = local_day(act.at)
    if owns_it(act.by, row):
        act.leave_out_who()  # else the book would say who had one
    if act.by.is_clock:
        require(Finding(standing_of(row, on) is rules.Standing.OVER, "catalogue.card_asked"))
    _destroy(row)
    return card.community


@action("catalogue.ask_about_job_card", needs="catalogue.tend_job_cards")
def ask_about_card(act: Act, card: JobCard) -> JobCard:
    """Its owner is asked whether it still holds; unanswered it will be destroyed."""
    row = held_card(card)
    require(
        Finding(
            standing_of(row, local_day(act.at)) is rules.Standing.ASK, "catalogue.card_unchanged"
        )
    )
    row.asked_on = local_day(act.at)
    row.save(update_fields=["asked_on"])
    act.about = row.person_id
    # Of two made one, the account of either hears of it.
    act.tell("catalogue.job_card_still", person=kept_of(row.person))
    return row


@when_forgotten
def forget_cards_of(person: Person, at: datetime) -> None:
    """Whoever is forgotten has no card."""
    for card in JobCard.objects.filter(community=person.community_id, person=person):
        _destroy(card)


def held_card(card: JobCard) -> JobCard:
    """The card, held so that nobody destroys it meanwhile; refused where it is destroyed."""
    rows = JobCard.objects.select_for_update(of=("self",)).filter(
        community=card.community_id, pk=card.pk
    )
    row: JobCard | None = rows.select_related("person", "community").first()
    require(Finding(row is not None, "catalogue.job_card_there"))
    assert row is not None
    return row


def _destroy(row: JobCard) -> None:
    ours = {"community": row.community_id}
    releases = Release.objects.filter(card=row, **ours)
    gone = [row.pk, *releases.values_list("pk", flat=True)]
    releases.delete()
    JobCard.objects.filter(pk=row.pk, **ours).delete()
    asked = reverse("catalogue:my_job_card", kwargs={"community_code": row.community.code})
    owners = Account.objects.filter(person__in=records_of(row.person))
    accounts = list(owners.values_list("pk", flat=True))
    Message.objects.filter(account__in=accounts, url=asked, **ours).delete()
    _leave_out_whose(row, gone, accounts)


def _leave_out_whose(row: JobCard, gone: list[UUID], accounts: list[UUID]) -> None:
    """The closed book keeps what was done, and by which worker, but no longer with whose card:
    also of releases that went before the card did."""
    ours = ClosedEntry.objects.filter(community=row.community_id, action__in=CARD_ACTS)
    of_it = ours.filter(Q(subject__in=gone) | Q(about__in=records_of(row.person)))
    of_it.filter(account__in=accounts).update(account=None)
    # Of a list only the person was named.
    of_it.filter(action=LOOK_AT_ALL).update(about=None, subject=None)
    of_it.update(about=None)


def require_wish(act: Act, row: JobCard, consent: str) -> None:
    """Refuses what is not done by the owner, or at the counter on their wish."""
    own = owns_it(act.by, row)
    here = act.by.holds("employment", over=row)
    require(rules.on_ones_wish(own, here and not own, consent))


def _confirm(act: Act, row: JobCard) -> None:
    row.confirmed_on, row.asked_on = local_day(act.at), None
    row.version += 1
    row.save()
    act.about = row.person_id


def _take(row: JobCard, given: Mapping[str, Any], consent: str) -> None:
    for name in FIELDS:
        value = given.get(name, "")
        setattr(row, name, " ".join(value) if name == "hours" else str(value).strip())
    row.consent = consent
    require(rules.reachable(row.reach, row.phone))
    if row.reach != "phone":
        row.phone = ""
