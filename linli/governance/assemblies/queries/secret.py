"""Secret votes among those present: who may vote, on what, and how a visitor stands to it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from linli.core.access.models import Account
from linli.core.audit.actor import Actor
from linli.core.people.models import Person
from linli.governance.assemblies.models import Topic
from linli.lib.law import Finding
from linli.mechanisms.ballot.models import Elector, Poll
from linli.mechanisms.ballot.queries.counts import count_of
from linli.mechanisms.ballot.queries.polls import participation, standing_of
from linli.mechanisms.ballot.rules.papers import MOTION
from linli.mechanisms.gathering.models import Attendance, Gathering


@dataclass(frozen=True, slots=True)
class Voter:
    """Somebody present with a vote. `by_phone`: has an account of their own to vote with."""

    attendance: UUID
    name: str
    capacity: str
    person: UUID | None
    by_phone: bool

    @property
    def key(self) -> tuple[Any, ...]:
        """By what they are found on the roll again: who they are, else the name given."""
        return _key(self.person, self.capacity, self.name)


@dataclass(frozen=True, slots=True)
class Votes:
    """What a closed secret vote comes to, beside those present it is counted against."""

    present: int
    votes_for: int
    votes_against: int
    abstained: int
    papers: int
    void: int
    """Blank papers, and those that count for nothing."""


@dataclass(frozen=True, slots=True)
class Running:
    """A secret vote that runs, as one visitor stands to it; no number of its result."""

    poll: Poll
    participation: int | None
    may_vote: bool = False
    done: bool = False
    too_late: Finding | None = None
    """For somebody present with a vote who is not on the roll: why, and how they vote."""


def present_voters(gathering: Gathering) -> list[Voter]:
    """Those present now with a vote, each person once, by name."""
    votes = [each.code for each in gathering.sort.capacities if each.votes]
    rows = list(_here(gathering).filter(capacity__in=votes).select_related("account", "person"))
    persons = {person for row in rows if (person := _person(row)) is not None}
    reached = set(
        Account.objects.filter(person__in=persons, is_active=True).values_list(
            "person_id", flat=True
        )
    )
    names = dict(
        Person.objects.filter(community=gathering.community_id, pk__in=persons).values_list(
            "pk", "name"
        )
    )
    found: dict[Any, Voter] = {}
    for row in rows:
        person = _person(row)
        name = row.name or (names.get(person, "") if person else "")
        voter = Voter(row.pk, name, row.capacity, person, person in reached)
        found.setdefault(person or row.pk, voter)
    return sorted(found.values(), key=lambda voter: (voter.name, voter.attendance))


def not_on_roll(poll: Poll, voters: list[Voter]) -> list[Voter]:
    """Those of `voters` who came after the roll was taken."""
    rows = Elector.objects.filter(community=poll.community_id, electorate=poll.electorate_id)
    there = Counter(
        _key(person, capacity, name)
        for person, capacity, name in rows.values_list("person", "ground", "name")
    )
    late = []
    for voter in voters:
        if there[voter.key]:
            there[voter.key] -= 1
        else:
            late.append(voter)
    return late


def elector_for(poll: Poll, voter: Voter) -> Elector | None:
    """The line of the roll on which somebody present stands."""
    rows = Elector.objects.filter(community=poll.community_id, electorate=poll.electorate_id)
    if voter.person is not None:
        return rows.filter(person=voter.person).first()
    return rows.filter(person=None, ground=voter.capacity, name=voter.name).first()


def votes_of(topic: Topic) -> Votes | None:
    """The counts of a vote that is over; nothing before its close."""
    poll = topic.poll
    if poll is None or poll.state not in ("closed", "settled"):
        return None
    tally = count_of(poll).tally
    (motion,) = tally.questions.values()
    said = motion.options[MOTION]
    counted = said.for_ + said.against + said.abstain
    return Votes(
        present=poll.electorate.size,
        votes_for=said.for_,
        votes_against=said.against,
        abstained=said.abstain,
        papers=tally.papers,
        void=tally.papers - counted,
    )


def running_for(topic: Topic, actor: Actor) -> Running | None:
    """The vote on a topic that runs now, and what this visitor can do in it."""
    poll = topic.poll
    if poll is None or poll.state != "open":
        return None
    standing = standing_of(poll, actor)
    cast = participation(poll)
    if standing.own is not None:
        done = not standing.pending
        return Running(poll, cast, may_vote=not done, done=done)
    if not actor.signed_in:
        return Running(poll, cast)
    mine = [
        voter
        for voter in present_voters(topic.assembly.gathering)
        if voter.person is not None and voter.person == actor.person
    ]
    late = Finding(False, "assemblies.here_when_opened", numbers={"opened_at": poll.opened_at})
    return Running(poll, cast, too_late=late if mine else None)


def _here(gathering: Gathering) -> "QuerySet[Attendance]":
    return Attendance.objects.filter(
        community=gathering.community_id, gathering=gathering, left_at__isnull=True
    )


def _person(row: Attendance) -> UUID | None:
    if row.person_id is not None:
        return row.person_id
    return row.account.person_id if row.account is not None else None


def _key(person: UUID | None, capacity: str, name: str) -> tuple[Any, ...]:
    return (person,) if person is not None else (capacity, name)
