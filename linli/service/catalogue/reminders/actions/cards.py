"""The service card: made by oneself or by a worker at one's wish, changed, kept for another year,
destroyed; and that somebody came to welcome."""

from dataclasses import dataclass, field

from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.catalogue.reminders import rules
from linli.service.catalogue.reminders.actions.moving import count_one
from linli.service.catalogue.reminders.models import WISHES, ServiceCard
from linli.service.catalogue.reminders.queries import person_here, to_be_asked


@dataclass(frozen=True, repr=False)
class Card:
    """What somebody wants written on their card; everything may be left out."""

    source: str = "asked"
    reach: str = ""
    employer: str = ""
    wishes: list[str] = field(default_factory=list)


@action("catalogue.make_card", needs="catalogue.make_card")
def make_card(act: Act, community: Place, *, card: Card) -> ServiceCard:
    """A resident makes their own."""
    return _make(act, community, person_here(act.by, community), card, "online")


@action("catalogue.make_card_for", needs="catalogue.make_card_for")
def make_card_for(
    act: Act, community: Place, *, person: Person, card: Card, agreed: str, welcomed: bool
) -> ServiceCard:
    """A worker makes one at the person's wish. `welcomed`: the worker met them today."""
    require(rules.agreed(agreed))
    row = _make(act, community, person, card, agreed)
    if welcomed:
        _welcome(act, row)
    return row


@action("catalogue.change_card", needs="catalogue.tend_card")
def change_card(act: Act, row: ServiceCard, *, card: Card) -> ServiceCard:
    """Wishes something else. That it was changed is a wish to keep it."""
    row = _held(row)
    _fill(row, card)
    row.kept_on, row.asked_on = local_day(act.at), None
    row.save()
    act.about = row.person_id
    return row


@action("catalogue.note_welcome", needs="catalogue.welcome")
def note_welcome(act: Act, row: ServiceCard) -> ServiceCard:
    """A worker has met them: who, and on which day."""
    row = _held(row)
    require(Finding(row.welcomed_on is None, "catalogue.welcomed_once"))
    _welcome(act, row)
    act.about = row.person_id
    return row


@action("catalogue.keep_card", needs="catalogue.tend_card")
def keep_card(act: Act, row: ServiceCard) -> ServiceCard:
    """Asked whether to keep it: yes, for another year."""
    row = _held(row)
    row.kept_on, row.asked_on = local_day(act.at), None
    row.save(update_fields=["kept_on", "asked_on"])
    act.about = row.person_id
    return row


@action("catalogue.delete_card", needs="catalogue.tend_card")
def delete_card(act: Act, row: ServiceCard) -> Place:
    """Not wished any more: destroyed. Whoever has none is served like before."""
    act.about = row.person_id
    act.keep_closed()
    community = row.community
    ServiceCard.objects.filter(community=community, pk=row.pk).delete()
    return community


@action("catalogue.ask_about_card", needs="catalogue.move_reminders")
def ask_about_card(act: Act, row: ServiceCard) -> ServiceCard:
    """A year is over: do they still wish it? Whoever has no account is asked by a worker."""
    row, on = _held(row), local_day(act.at)
    require(Finding(row.asked_on is None and to_be_asked(row, on), "catalogue.service_card_asked"))
    row.asked_on = on
    row.save(update_fields=["asked_on"])
    act.about = row.person_id
    act.tell("catalogue.card_kept", person=row.person_id)
    return row


def _make(act: Act, community: Place, person: Person, card: Card, agreed: str) -> ServiceCard:
    # Of two who make the same at one moment, the second finds it made.
    list(Person.objects.select_for_update(no_key=True).filter(community=community, pk=person.pk))
    ours = ServiceCard.objects.filter(community=community, person=person)
    require(Finding(not ours.exists(), "catalogue.card_once"))
    row = ServiceCard(
        community=community,
        person=person,
        source=card.source,
        agreed=agreed,
        made_at=act.at,
        made_by_id=act.by.account,
        kept_on=local_day(act.at),
    )
    _fill(row, card)
    row.save(force_insert=True)
    act.about = person.pk
    return row


def _fill(row: ServiceCard, card: Card) -> None:
    row.source = card.source
    row.reach, row.employer = card.reach.strip(), card.employer.strip()
    row.wishes = " ".join(key for key in WISHES if key in card.wishes)


def _welcome(act: Act, row: ServiceCard) -> None:
    row.welcomed_on, row.welcomed_by_id = local_day(act.at), act.by.account
    row.save(update_fields=["welcomed_on", "welcomed_by"])
    count_one(row.community, act, f"welcomed.{row.source}")


def _held(row: ServiceCard) -> ServiceCard:
    rows = ServiceCard.objects.select_for_update(of=("self",)).filter(community=row.community_id)
    found = rows.select_related("community", "person").filter(pk=row.pk).first()
    require(Finding(found is not None, "catalogue.card_there"))
    assert found is not None
    return found
