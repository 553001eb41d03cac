"""Registration: residents say that they will take part, and on which ground (art. 16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.people.models import Household, Person
from linli.governance.elections.actions.posting import announce_registration
from linli.governance.elections.flows import ELECTION
from linli.governance.elections.models import CommitteeSeat, Election, Registration
from linli.governance.elections.queries.recalls import represents_residents
from linli.governance.elections.queries.standing import (
    ground_by_roster,
    household_of,
    is_registered_elsewhere,
    registration_of,
)
from linli.governance.elections.rules import steps as rules
from linli.governance.elections.rules.electorate import Claim, may_apply, may_register
from linli.governance.elections.yardsticks import law_of, lengths_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require, require_all
from linli.mechanisms.flow.actions import take

LIVE = ("applied", "registered")


@action("elections.open_registration", needs="elections.run")
def open_registration(act: Act, election: Election, *, seen: int | None = None) -> Election:
    """Opens the registration of electors; it is announced on the election's page."""
    members = CommitteeSeat.objects.filter(
        community=election.community_id, election=election, serves=True
    ).values("person")
    accounts = Account.objects.filter(person__in=members, is_active=True).count()
    require(rules.mode_decided(election.mode))
    require(rules.somebody_runs(accounts))
    take(act, ELECTION, election, "open_registration", seen=seen)
    on = local_day(act.at)
    closes = election.day - timedelta(days=lengths_of(election, on)["registration_ends"].days)
    announce_registration(act, election, max(closes, on + timedelta(days=1)))
    return election


@action("elections.register", needs="elections.register")
def register(
    act: Act,
    election: Election,
    *,
    person: Person,
    ground: str,
    way: str,
    household: Household | None = None,
    paper: str = "",
    worker_since: date | None = None,
) -> Registration:
    """Registers one who says they will take part. Where the roster bears the ground out they are
    registered at once; otherwise the election committee looks at it and confirms."""
    if way == "self":
        require(rules.own_only(own=act.by.person == person.pk))
    registration = _register(
        act, election, person, Claimed(ground, paper, worker_since), way, household
    )
    act.about = person.pk
    act.note(ground=ground, state=registration.state)
    if registration.state == "applied":
        act.tell("elections.applied", post="election_committee")
    return registration


@action("elections.register_many", needs="elections.help")
def register_many(act: Act, election: Election, *, persons: Sequence[Person], way: str) -> int:
    """Registers several whom a worker has asked, each on the ground the roster bears out. All of
    them or none; says how many."""
    for person in persons:
        ground = ground_by_roster(person, election.day)
        require(rules.borne_out(known=ground is not None))
        household = household_of(election, person)
        _register(act, election, person, Claimed(ground or ""), way, household)
    act.note(count=len(persons))
    return len(persons)


@action("elections.confirm_registration", needs="elections.run")
def confirm_registration(
    act: Act, election: Election, *, registration: Registration, paper: str = ""
) -> Registration:
    """The committee has looked at the ground and confirms it."""
    require(rules.registration_open(election.state))
    require(rules.waits(registration.state))
    registration.paper = paper or registration.paper
    claimed = Claimed(registration.ground, registration.paper, registration.worker_since)
    require_entitled(election, registration.person, claimed, local_day(act.at))
    registration.state, registration.decided_at = "registered", act.at
    registration.save(update_fields=["state", "decided_at", "paper"])
    act.about = registration.person_id
    act.tell("elections.registration_confirmed", person=registration.person_id)
    return registration


@action("elections.refuse_registration", needs="elections.run")
def refuse_registration(
    act: Act, election: Election, *, registration: Registration, reason: str
) -> Registration:
    """The committee does not register the person, and says why; they may object to the roll."""
    require(rules.registration_open(election.state))
    require(rules.waits(registration.state))
    require(rules.reasoned(reason))
    registration.state, registration.decided_at, registration.refusal = "refused", act.at, reason
    registration.save(update_fields=["state", "decided_at", "refusal"])
    act.about = registration.person_id
    act.tell("elections.registration_refused", person=registration.person_id)
    return registration


@action("elections.withdraw_registration", needs="elections.register")
def withdraw_registration(
    act: Act, election: Election, *, registration: Registration
) -> Registration:
    """Somebody will not take part after all; until the roll is posted that is theirs to say."""
    if not act.by.holds("election_committee", "worker", "registrar", over=election):
        require(rules.own_only(own=act.by.person == registration.person_id))
    require(rules.registration_open(election.state))
    registration.state, registration.decided_at = "withdrawn", act.at
    registration.save(update_fields=["state", "decided_at"])
    act.about = registration.person_id
    return registration


@dataclass(frozen=True, slots=True)
class Claimed:
    """On which ground somebody is registered, by which paper, and since when they work here."""

    ground: str
    paper: str = ""
    worker_since: date | None = None


def _register(
    act: Act,
    election: Election,
    person: Person,
    claimed: Claimed,
    way: str,
    household: Household | None,
) -> Registration:
    require(rules.registration_open(election.state))
    require(rules.registers_electors(election.mode))
    require(rules.household_named(named=election.mode != "households" or household is not None))
    on = local_day(act.at)
    require_all(
        may_apply(_claim(election, person, claimed), election.day, law=law_of(election, on))
    )
    earlier = registration_of(election, person.pk)
    require(rules.registration_once(there=earlier is not None and earlier.state in LIVE))
    borne_out = ground_by_roster(person, election.day) == claimed.ground
    by_committee = act.by.holds("election_committee", over=election) and way != "self"
    state = "registered" if borne_out or (by_committee and claimed.paper) else "applied"
    if state == "registered":
        require_entitled(election, person, claimed, on)
    row = earlier or Registration(
        community_id=election.community_id, election=election, person=person
    )
    row.household, row.ground, row.way, row.state = household, claimed.ground, way, state
    row.worker_since = claimed.worker_since if claimed.ground == "worker" else None
    row.registered_at, row.paper, row.refusal = act.at, claimed.paper, ""
    row.decided_at = act.at if state == "registered" else None
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refused(_twice(election, household)) from None
    return row


def require_entitled(election: Election, person: Person, claimed: Claimed, on: date) -> None:
    """Refuses who may not be on this roll, where the election committee now says that they are:
    too young on election day, dead, on the roll of another community, or on no ground of art. 16
    that the roster or a paper bears out."""
    if election.mode == "representatives":
        require(rules.represents_residents(represents=represents_residents(person, on)))
        return
    claim = _claim(election, person, claimed, confirmed=True)
    require_all(may_register(claim, election.day, law=law_of(election, on)))


def _claim(
    election: Election, person: Person, claimed: Claimed, *, confirmed: bool = False
) -> Claim:
    require(rules.known_alive(alive=person.died_on is None))
    require(rules.birthday_known(known=person.birth_date is not None))
    assert person.birth_date is not None
    return Claim(
        person.birth_date,
        claimed.ground,
        borne_out=ground_by_roster(person, election.day) == claimed.ground,
        paper=bool(claimed.paper.strip()),
        confirmed=confirmed,
        worker_since=claimed.worker_since,
        registered_elsewhere=is_registered_elsewhere(election, person),
    )


def _twice(election: Election, household: Household | None) -> Finding:
    taken = (
        household is not None
        and Registration.objects.filter(
            community=election.community_id, election=election, household=household, state__in=LIVE
        ).exists()
    )
    return rules.household_once(there=True) if taken else rules.registration_once(there=True)


def persons_of(election: Election, keys: Sequence[UUID]) -> list[Person]:
    """The persons of those ids in the election's community."""
    return list(Person.objects.filter(community=election.community_id, pk__in=list(keys)))
