"""Households: who belongs together at a dwelling, and who speaks for them."""

from collections.abc import Sequence
from datetime import date

from linli.core.audit.door import Act, action, record_opening
from linli.core.people import rules
from linli.core.people.actions.ties import require_dwelling
from linli.core.people.models import Household, Person, Tie
from linli.core.places.models import Place
from linli.lib.law import Finding, require


@action("people.form_household", needs="people.register")
def form_household(
    act: Act,
    dwelling: Place,
    *,
    members: Sequence[Person],
    since: date,
    number: str = "",
    representative: Person | None = None,
) -> Household:
    """Those of `members` who are tied to the dwelling become one household there."""
    require_dwelling(dwelling, dwelling.community_id)
    assert dwelling.community_id
    taken = Household.objects.filter(
        community=dwelling.community_id, number=number, until__isnull=True
    )
    require(Finding(not number or not taken.exists(), "people.household_number_free"))
    household = Household.objects.create(
        community_id=dwelling.community_id, dwelling=dwelling, number=number, since=since
    )
    joined = Tie.objects.filter(
        community=dwelling.community_id,
        dwelling=dwelling,
        person__in=list(members),
        until__isnull=True,
    )
    present = set(joined.values_list("person_id", flat=True))
    require(
        Finding(
            present == {member.pk for member in members} and bool(members),
            "people.members_live_there",
            numbers={"members": len(members), "tied": len(present)},
        )
    )
    joined.update(household=household)
    for member in members:  # each reads it in the book about themselves
        record_opening("people.join_household", act.by, household, at=act.at, about=member.pk)
    if representative is not None:
        _name(household, representative)
    act.note(members=len(present))
    return household


@action("people.name_representative", needs="people.register")
def name_representative(act: Act, household: Household, *, person: Person) -> Household:
    """The household has named who speaks for it."""
    _name(household, person)
    act.about = person.pk
    return household


@action("people.end_household", needs="people.register")
def end_household(act: Act, household: Household, *, until: date) -> Household:
    """The household is dissolved or has moved; its members' own ties are ended separately."""
    require(rules.term_in_order(household.since, until))
    household.until = until
    household.representative = None
    household.save(update_fields=["until", "representative"])
    return household


def _name(household: Household, person: Person) -> None:
    member = Tie.objects.filter(
        community=household.community_id, household=household, person=person, until__isnull=True
    )
    require(Finding(member.exists(), "people.is_member"))
    household.representative = person
    household.save(update_fields=["representative"])
