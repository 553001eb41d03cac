"""Agreeing to a purpose, and taking it back as easily."""

from linli.core.audit.door import Act, action
from linli.core.people import rules
from linli.core.people.grounds import GROUNDS, PURPOSES
from linli.core.people.models import Agency, Consent, Person
from linli.core.people.models.person import empty_value
from linli.core.people.queries.agreements import agents_of, has_consent
from linli.lib.calendar.periods import local_day
from linli.lib.law import Finding, require


@action("people.give_consent", needs="people.consent")
def give_consent(
    act: Act, person: Person, *, purpose: str, how: str, given_by: Person | None = None
) -> Consent:
    """Records that a person, or a child's guardian, agreed to a purpose (`grounds.PURPOSES`)."""
    act.about = person.pk
    act.note(purpose=purpose)
    return open_consent(act, person, purpose=purpose, how=how, given_by=given_by)


@action("people.withdraw_consent", needs="people.consent")
def withdraw_consent(act: Act, consent: Consent) -> Consent:
    """Takes a consent back; what was kept by it alone is gone with it (PIPL 15, 47)."""
    consent.withdrawn_at = act.at
    consent.save(update_fields=["withdrawn_at"])
    person = consent.person
    for name in fields_kept_by(consent.purpose):
        if name == "phone":
            person.place_numbers(phone="")
        else:
            setattr(person, name, empty_value(name))
    person.changed_at = act.at
    person.save()
    act.about = consent.person_id
    act.note(purpose=consent.purpose)
    return consent


def open_consent(
    act: Act, person: Person, *, purpose: str, how: str, given_by: Person | None = None
) -> Consent:
    """A consent in force; refused if it is not one's own to give, or is already given."""
    assert purpose in PURPOSES, purpose
    assert not PURPOSES[purpose].own_room, purpose
    require(Finding(not has_consent(person, purpose), "people.not_consented_yet"))
    if given_by is not None:
        guardians = agents_of(person, local_day(act.at)).filter(kind=Agency.GUARDIAN)
        require(Finding(guardians.filter(agent=given_by).exists(), "people.is_guardian"))
    by_guardian = given_by is not None or how == "guardian"
    require(rules.guardian_consents(person.birth_date, by_guardian, local_day(act.at)))
    return Consent.objects.create(
        community_id=person.community_id,
        person=person,
        purpose=purpose,
        given_at=act.at,
        how=how,
        given_by=given_by,
    )


def fields_kept_by(purpose: str) -> list[str]:
    """The fields of a person that are kept by this consent and nothing else."""
    return [
        name.rpartition(".")[2]
        for name, ground in GROUNDS.items()
        if ground.consent == purpose and name.startswith(f"{Person._meta.label}.")
    ]
