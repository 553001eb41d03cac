"""Moving in and out: ties between persons and dwellings."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.core.people import rules
from linli.core.people.models import Household, Person, Tie
from linli.core.places.models import Place
from linli.lib.law import Finding, require


@action("people.move_in", needs="people.register")
def move_in(
    act: Act,
    person: Person,
    *,
    dwelling: Place,
    kind: str,
    since: date,
    household: Household | None = None,
    source: str = "desk",
) -> Tie:
    """Ties a person to a dwelling. Where one can have only one such tie at a time (registered,
    usually living), the one before ends on the day this one begins."""
    require_dwelling(dwelling, person.community_id)
    require_household(household, dwelling)
    ties = Tie.objects.filter(
        community=person.community_id, person=person, kind=kind, until__isnull=True
    )
    require(Finding(not ties.filter(dwelling=dwelling).exists(), "people.not_tied_yet"))
    if kind in Tie.ONE_AT_A_TIME:
        for earlier in ties:
            require(rules.term_in_order(earlier.since, since))
        ties.update(until=since)
    act.about = person.pk
    act.note(kind=kind)
    _touch(act, person)
    return Tie.objects.create(
        community_id=person.community_id,
        person=person,
        dwelling=dwelling,
        household=household,
        kind=kind,
        since=since,
        source=source,
    )


@action("people.move_out", needs="people.register")
def move_out(act: Act, tie: Tie, *, until: date) -> Tie:
    """Ends a tie; `until` is the first day on which it no longer holds."""
    require(rules.term_in_order(tie.since, until))
    tie.until = until
    tie.save(update_fields=["until"])
    if tie.household_id is not None:
        Household.objects.filter(
            community=tie.community_id, pk=tie.household_id, representative=tie.person_id
        ).update(representative=None)
    act.about = tie.person_id
    act.note(kind=tie.kind)
    _touch(act, tie.person)
    return tie


def require_dwelling(dwelling: Place, community: object) -> None:
    """One lives in a dwelling, and it lies in the community whose register this is."""
    require(
        Finding(
            dwelling.kind == "dwelling" and dwelling.community_id == community,
            "people.dwelling_here",
        )
    )


def require_household(household: Household | None, dwelling: Place) -> None:
    """A household is joined at its own dwelling, while it lasts."""
    require(
        Finding(
            household is None or (household.dwelling_id == dwelling.pk and household.until is None),
            "people.household_there",
        )
    )


def _touch(act: Act, person: Person) -> None:
    person.changed_at = act.at
    person.save(update_fields=["changed_at"])
