"""An election as it stands on the evening: a frozen roll, candidates, a counted vote."""

from dataclasses import dataclass

from linli.core.audit.actor import Actor
from linli.core.audit.door import Act
from linli.governance.elections.models import Candidate, Election, Office, Round
from linli.governance.elections.tests.afterwards.counting import hold
from linli.mechanisms.ballot import actions as ballot

SEATS = (("director", 1), ("deputy_director", 1), ("committee_member", 3))


@dataclass
class Standing:
    """Those of the register: the first stand, all are on the roll."""

    people: list


def marks(*chosen):
    """One paper: for each office the positions marked, and names written in."""
    paper = {}
    for place, positions in enumerate(chosen, 1):
        ticked = {str(each): "for" for each in positions if isinstance(each, int)}
        written = [each for each in positions if isinstance(each, str)]
        answered = {}
        if ticked:
            answered["marks"] = ticked
        if written:
            answered["written"] = written
        if answered:
            paper[str(place)] = answered
    return paper


def stage(
    community, standing, papers, *, at, on, mode="electors", seats=SEATS, surplus=1,
    carried_off=0, kind="term", term_starts=None,
):  # fmt: skip
    """Plans the election in its rows, and holds and counts its first round. Candidates are the
    first of the people, office by office, one more than there are seats."""
    election = Election.objects.create(
        community=community, kind=kind, title="东湖社区居委会换届选举", mode=mode,
        mode_decision="居民代表会议决定", day=on, term_starts=term_starts or on,
        term_ends=on.replace(year=on.year + 5), jurisdiction=f"cn-{community.code[:6]}",
        state="counting", state_since=at, version=1,
    )  # fmt: skip
    act = Act("test", Actor(), at, election)
    roll = ballot.draft_electorate(act, community, base=mode, title="选民名单", as_of=on)
    ballot.add_electors(
        act,
        roll,
        [ballot.Entrant(each.name, each.pk, ground="hukou") for each in standing.people],
    )
    ballot.freeze(act, roll)
    election.electorate = roll
    election.save()
    people = iter(standing.people)
    for place, (office, number) in enumerate(seats, 1):
        row = Office.objects.create(
            community=community, election=election, office=office, seats=number, position=place
        )
        for position in range(1, number + surplus + 1):
            person = next(people)
            Candidate.objects.create(
                community=community, election=election, office=row, person=person,
                name=person.name, position=position,
            )  # fmt: skip
    hold_round(election, 1, papers, at=at, on=on, carried_off=carried_off)
    election.refresh_from_db()
    return election


def hold_round(election, number, papers, *, at, on, carried_off=0, seats=None):
    """Makes the paper of a round from its candidates, and holds and counts it."""
    act = Act("test", Actor(), at, election)
    poll = ballot.prepare_poll(act, election.electorate, title=f"第 {number} 次投票")
    for office in election.offices.order_by("position"):
        here = list(
            Candidate.objects.filter(
                community=election.community, election=election, office=office, round=number
            ).order_by("position")
        )
        if not here:
            continue
        wanted = (seats or {}).get(office.office, office.seats)
        question = ballot.ask(
            act, poll, title=office.office, form="choose", seats=wanted,
            options=[ballot.Choice(each.name, each.person_id) for each in here],
            write_ins=wanted if number == 1 else 0,
        )  # fmt: skip
        for each, option in zip(here, question.options.all(), strict=True):
            each.option = option
            each.save()
    ballot.open_poll(act, poll)
    round_ = Round.objects.create(
        community=election.community, election=election, number=number, day=on, poll=poll
    )
    hold(poll, at, papers, carried_off=carried_off, station=f"第 {number} 次")
    election.state, election.version = "counting", election.version + 1
    election.save()
    return round_
