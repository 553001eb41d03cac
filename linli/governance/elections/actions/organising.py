"""The residents' election committee: chosen, stepping down, followed by substitutes (art. 15)."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max, Q

from linli.core.access.actions import end_posts_of, give_post
from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.people.models.identity import in_order
from linli.governance.elections.actions.posting import post_committee
from linli.governance.elections.flows import ELECTION
from linli.governance.elections.models import CommitteeSeat, Election, Kinship, Nomination
from linli.governance.elections.rules import committee as law_rules, plan, steps as rules
from linli.governance.elections.rules.law import ElectionLaw
from linli.governance.elections.yardsticks import law_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require, require_all
from linli.mechanisms.flow.actions import take

POST = "election_committee"
CHANGED = "选举委员会成员有变动。"
"""Why a posted list of members is corrected; notices are written in Chinese."""


@action("elections.place_on_committee", needs="elections.plan")
def place_on_committee(
    act: Act, election: Election, *, person: Person, serves: bool, chairs: bool = False
) -> CommitteeSeat:
    """Enters one who was chosen, in the order of the result: a member, or a substitute.

    Once the committee is posted, only a further choice by the assembly adds anybody, and only
    where no substitute is left.
    """
    on = local_day(act.at)
    require(_may_be_entered(election, on))
    require(rules.not_entered_yet(entered=_seats(election).filter(person=person).exists()))
    require(rules.stands_apart(touched=person.pk in touched(election, on)))
    if chairs:
        require(rules.one_chair(_seats(election).filter(chairs=True, serves=True).count() + 1))
    last = _seats(election).aggregate(last=Max("place"))["last"] or 0
    running = election.state != "planned"
    seat = CommitteeSeat.objects.create(
        community_id=election.community_id,
        election=election,
        person=person,
        place=last + 1,
        serves=serves,
        chairs=chairs and serves,
        since=on if running and serves else None,
    )
    if running and serves:
        _give_post(act, election, person.pk)
        post_committee(act, election, CHANGED)
    act.about = person.pk
    act.note(place=seat.place)
    return seat


@action("elections.strike_from_committee", needs="elections.plan")
def strike_from_committee(act: Act, election: Election, *, seat: CommitteeSeat) -> Election:
    """Takes an entry back that was made by mistake, before the committee is posted."""
    require(rules.still_entered(election.state))
    act.note(place=seat.place)
    CommitteeSeat.objects.filter(community=election.community_id, pk=seat.pk).delete()
    return election


@action("elections.form_committee", needs="elections.plan")
def form_committee(
    act: Act,
    election: Election,
    *,
    chosen_by: str,
    decision: str,
    chosen_on: date,
    seen: int | None = None,
) -> Election:
    """Records that the assembly or the representatives' meeting has chosen the committee, and
    gives its members the post that opens the desk."""
    on = local_day(act.at)
    members = list(_seats(election).filter(serves=True))
    require(plan.happened(chosen_on, on))
    people = [seat.person_id for seat in members]
    pairs = Kinship.objects.filter(
        community=election.community_id, election=election, one__in=people, other__in=people
    ).count()
    require_all(
        law_rules.committee_formed(len(members), chosen_by, pairs, law=law_of(election, on))
    )
    require(rules.one_chair(sum(seat.chairs for seat in members)))
    take(act, ELECTION, election, "form_committee", seen=seen, decision=decision)
    election.committee_decision, election.committee_chosen_on = decision, chosen_on
    election.save(update_fields=["committee_decision", "committee_chosen_on"])
    _seats(election).filter(serves=True).update(since=chosen_on)
    for seat in members:
        _give_post(act, election, seat.person_id)
    post_committee(act, election)
    act.note(members=len(members), substitutes=_seats(election).filter(serves=False).count())
    return election


@action("elections.declare_kinship", needs="elections.help")
def declare_kinship(
    act: Act, election: Election, *, one: Person, other: Person, relation: str
) -> Kinship:
    """Records that two people are near relatives (CC 1045), as they said or as is known; whoever
    must now leave the committee leaves it."""
    require(rules.two_people(same=one.pk == other.pk))
    first, second = in_order(one.pk, other.pk)
    kinship, _made = Kinship.objects.get_or_create(
        community_id=election.community_id,
        election=election,
        one_id=first,
        other_id=second,
        defaults={"relation": relation, "declared_on": local_day(act.at)},
    )
    for person in (first, second):
        step_down(act, election, person)
    return kinship


@action("elections.strike_kinship", needs="elections.help")
def strike_kinship(act: Act, election: Election, *, kinship: Kinship) -> Election:
    """Takes back a relation that was declared by mistake."""
    Kinship.objects.filter(community=election.community_id, pk=kinship.pk).delete()
    return election


@action("elections.leave_committee", needs="elections.run")
def leave_committee(
    act: Act, election: Election, *, seat: CommitteeSeat, reason: str, absences: int = 0
) -> CommitteeSeat:
    """A member leaves for a reason of their own, or has stayed away from more meetings than the
    place allows; the next substitute follows at once."""
    require(rules.sits(serves=seat.serves))
    if reason == "absent":
        on = local_day(act.at)
        require(law_rules.absent_too_often(absences, law=law_of(election, on)))
    _leave(act, election, seat, reason)
    act.about = seat.person_id
    return seat


@action("elections.name_chair", needs="elections.run")
def name_chair(act: Act, election: Election, *, seat: CommitteeSeat) -> CommitteeSeat:
    """The committee has chosen who leads it, after the one before left or by its own decision."""
    require(rules.sits(serves=seat.serves))
    _seats(election).filter(chairs=True).update(chairs=False)
    seat.chairs = True
    seat.save(update_fields=["chairs"])
    post_committee(act, election, CHANGED)
    act.about = seat.person_id
    return seat


def step_down(act: Act, election: Election, nominee: UUID) -> list[CommitteeSeat]:
    """Whoever was nominated, and whoever is near kin of the nominee, leaves the committee."""
    reasons = _touched_by(election, nominee, law_of(election, local_day(act.at)))
    left = []
    for seat in _seats(election).filter(serves=True, person__in=reasons):
        _leave(act, election, seat, reasons[seat.person_id])
        left.append(seat)
    return left


def kin_of(election: Election, person: UUID) -> set[UUID]:
    """Those declared as near relatives of a person, for this election."""
    pairs = Kinship.objects.filter(
        Q(one=person) | Q(other=person), community=election.community_id, election=election
    ).values_list("one_id", "other_id")
    return {each for pair in pairs for each in pair} - {person}


def _standing(election: Election) -> dict[UUID, bool]:
    """Those whose nomination is complete and was neither declined nor barred, and whether they
    have said that they stand."""
    rows = Nomination.objects.filter(
        community=election.community_id,
        election=election,
        state__in=("put_forward", "accepted"),
        complete=True,
    ).values_list("person_id", "state")
    standing: dict[UUID, bool] = {}
    for person, state in rows:
        standing[person] = standing.get(person, False) or state == "accepted"
    return standing


def _touched_by(election: Election, nominee: UUID, law: ElectionLaw) -> dict[UUID, str]:
    """Who may not run the election because this person stands, and why (art. 15)."""
    willing = _standing(election).get(nominee)
    if willing is None:
        return {}
    return {
        person: "nominated" if person == nominee else "kin_nominated"
        for person in (nominee, *kin_of(election, nominee))
        if not law_rules.may_stay_on_committee(
            nominated=person == nominee, kin_nominated=person != nominee, willing=willing, law=law
        )
    }


def take_posts(act: Act, election: Election) -> None:
    """The election is over or off: its committee no longer opens the desk."""
    serving = _seats(election).filter(serves=True).values_list("person_id", flat=True)
    for person in serving:
        end_posts_of(act, election.community, person=person, post=POST)


def _leave(act: Act, election: Election, seat: CommitteeSeat, reason: str) -> None:
    # Two who leave at once take their turns, or one substitute would fill both seats.
    list(
        Election.objects.select_for_update().filter(community=election.community_id, pk=election.pk)
    )
    on = local_day(act.at)
    chaired = seat.chairs
    seat.serves, seat.chairs, seat.left_on, seat.left_for = False, False, on, reason
    seat.save(update_fields=["serves", "chairs", "left_on", "left_for"])
    end_posts_of(act, election.community, person=seat.person_id, post=POST)
    act.tell("elections.left_committee", person=seat.person_id)
    following = _next_substitute(election, on)
    if following is None:
        act.tell("elections.seat_empty", post="director")
    else:
        _follow(act, election, seat, following)
    if chaired:
        act.tell("elections.chair_empty", post=POST)
    post_committee(act, election, CHANGED)


def _follow(act: Act, election: Election, seat: CommitteeSeat, following: CommitteeSeat) -> None:
    on = local_day(act.at)
    following.serves, following.since, following.follows = True, on, seat
    following.save(update_fields=["serves", "since", "follows"])
    _give_post(act, election, following.person_id)
    act.tell("elections.joined_committee", person=following.person_id)


def _next_substitute(election: Election, on: date) -> CommitteeSeat | None:
    """The first in the order of the earlier result who is free to sit."""
    barred = touched(election, on)
    waiting = _seats(election).filter(serves=False, left_on__isnull=True).order_by("place")
    return next((seat for seat in waiting if seat.person_id not in barred), None)


def touched(election: Election, on: date) -> set[UUID]:
    """Those who may not run the election: nominees, and their near kin."""
    law = law_of(election, on)
    return {
        person for nominee in _standing(election) for person in _touched_by(election, nominee, law)
    }


def _may_be_entered(election: Election, on: date) -> Finding:
    free = election.state == "planned" or _next_substitute(election, on) is None
    return rules.may_be_entered(free=free and election.current.open)


def _give_post(act: Act, election: Election, person: UUID) -> None:
    give_post(act, election.community, person=person, post=POST, since=local_day(act.at))


def _seats(election: Election) -> Any:
    return CommitteeSeat.objects.filter(community=election.community_id, election=election)


def serving(election: Election) -> Iterable[CommitteeSeat]:
    """Those who sit on it today, in the order of the result."""
    return _seats(election).filter(serves=True).select_related("person").order_by("place")
