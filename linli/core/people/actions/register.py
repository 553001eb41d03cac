"""Registering a person, correcting the record, and recording a death."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from linli.core.audit.door import Act, action, may
from linli.core.people import rules
from linli.core.people.actions.consents import open_consent
from linli.core.people.grounds import ground_of
from linli.core.people.models import Agency, Household, Person, Tie
from linli.core.people.particulars import Particulars
from linli.core.people.queries import has_consent, person_called
from linli.core.places.models import Place
from linli.lib.calendar.periods import local_day
from linli.lib.law import Finding, require

FIELDS = (
    "name",
    "sex",
    "birth_date",
    "id_kind",
    "id_number",
    "phone",
    "language",
    "needs",
)
"""What can be registered and corrected; each has its ground."""

OWN_FIELDS = ("phone", "language", "needs")
"""What people change for themselves at once. The rest is checked against papers first (PIPL 46):
they ask, and the desk answers."""


@action("people.register", needs="people.register")
def register_person(
    act: Act, community: Place, *, consents: Mapping[str, str] | None = None, **given: Any
) -> Person:
    """Takes a person into the register of a community.

    `given`: any of `FIELDS`, `name` always. What is kept by consent alone (telephone, language,
    needs) comes with `consents`: purpose → how it was given (`Consent.WAYS`).
    """
    particulars = Particulars.read(given, on=local_day(act.at))
    require(
        Finding(
            not particulars.id_number or person_called(community, particulars.id_number) is None,
            "people.not_yet_known",
        )
    )
    person = Person(community=community, registered_at=act.at, changed_at=act.at)
    particulars.write(person)
    person.save(force_insert=True)
    for purpose, how in (consents or {}).items():
        open_consent(act, person, purpose=purpose, how=how)
    _require_consents(person, [name for name in FIELDS if getattr(person, name)])
    act.about = person.pk
    return person


@action("people.correct", needs="people.correct")
def correct(
    act: Act, person: Person, *, consents: Mapping[str, str] | None = None, **given: Any
) -> Person:
    """Puts right what is held (PIPL 46); an empty value takes an optional one out.

    Whoever gives their own number or needs agrees to its use by doing so.
    """
    if not may("people.register", act.by, person):
        settled = [name for name in given if name not in OWN_FIELDS]
        require(Finding(not settled, "people.checked_at_desk", cites=("pipl.46",)))
    before = {name: getattr(person, name) for name in FIELDS}
    particulars = Particulars.read({**before, **given}, on=local_day(act.at))
    if particulars.id_number:
        known = person_called(person.community_id, particulars.id_number)
        require(Finding(known is None or known.pk == person.pk, "people.not_yet_known"))
    particulars.write(person)
    changed = [name for name in FIELDS if getattr(person, name) != before[name]]
    given_now = dict(consents or {})
    if act.by.person == person.pk:
        for name in changed:
            ground = ground_of(Person, name)
            if ground and ground.consent and not has_consent(person, ground.consent):
                given_now.setdefault(ground.consent, "online")
    for purpose, how in given_now.items():
        if not has_consent(person, purpose):
            open_consent(act, person, purpose=purpose, how=how)
    _require_consents(person, [name for name in changed if getattr(person, name)])
    person.changed_at = act.at
    person.save()
    act.about = person.pk
    act.note(count=len(changed), fields=changed)
    return person


@action("people.record_death", needs="people.register")
def record_death(act: Act, person: Person, *, died_on: date) -> Person:
    """A person has died: the day after is the first without their ties; mandates end."""
    require(rules.died_in_order(died_on, local_day(act.at), person.birth_date))
    person.died_on = died_on
    person.changed_at = act.at
    person.save(update_fields=["died_on", "changed_at"])
    first_day_without = died_on + timedelta(days=1)
    mine = {"community": person.community_id}
    ties = Tie.objects.filter(person=person, **mine)
    agencies = Agency.objects.filter(Q(principal=person) | Q(agent=person), **mine)
    ended: list[Tie | Agency] = [*ties, *agencies]
    for row in ended:
        if row.until is None or row.until > first_day_without:
            # What was entered as beginning after the death is kept for a day, as a term must be.
            row.until = max(first_day_without, row.since + timedelta(days=1))
            row.save(update_fields=["until"])
    Household.objects.filter(community=person.community_id, representative=person).update(
        representative=None
    )
    act.about = person.pk
    return person


def _require_consents(person: Person, filled: list[str]) -> None:
    """Refuses what is kept by consent alone and was not agreed to (PIPL 13, 14)."""
    for name in filled:
        ground = ground_of(Person, name)
        if ground and ground.consent:
            require(
                Finding(
                    has_consent(person, ground.consent),
                    "people.consent_given",
                    cites=("pipl.13", "pipl.14"),
                    numbers={"field": name, "purpose": ground.consent},
                )
            )
