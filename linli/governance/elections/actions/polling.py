"""Election day from the paper to the sealed boxes: the ballot made from the posted list, the
duty roster, the polls opened and closed by the election committee (art. 19)."""

from collections.abc import Mapping
from datetime import time
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.governance.elections.flows import ELECTION
from linli.governance.elections.models import Assistance, Candidate, Duty, Election, Round
from linli.governance.elections.queries import polling as queries
from linli.governance.elections.queries.outcomes import seats_left
from linli.governance.elections.rules import polling as rules
from linli.lib.calendar import local_day
from linli.lib.law import Refused, require
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.models import Station
from linli.mechanisms.flow.actions import take


@action("elections.prepare_ballots", needs="elections.run")
def prepare_ballots(
    act: Act, election: Election, *, form: str = "choose", seats: Mapping[UUID, int] | None = None
) -> Round:
    """Makes the paper of the coming round from the candidates that were posted: a question for
    each office, in the order of the list, with as many lines for others as it has seats.

    `form`: `choose` (mark whom one is for) or `approve` (for, against or abstain of each).
    `seats`: how many are to be chosen, by office; unless said, all, and in a further election
    those the result before left open. Made anew as long as nothing was printed and the polls
    are not open.
    """
    require(rules.list_is_posted(posted=election.state == "nominated"))
    standing = queries.candidates_of_round(election)
    require(rules.ballots_prepared(1, len(standing)))
    round_ = _round_of(act, election)
    require(rules.paper_still_open(printed=queries.printed_in(round_)))
    Candidate.objects.filter(
        community=election.community_id, election=election, round=round_.number
    ).update(option=None)
    for question in round_.poll.questions.order_by("-position"):
        ballot.drop_question(act, question)
    open_seats = seats_left(election) if seats is None else seats
    for office in election.offices.order_by("position"):
        here = [each for each in standing if each.office_id == office.pk]
        wanted = open_seats.get(office.pk, office.seats)
        if here and wanted:
            _ask(act, round_, office, here, form=form, seats=wanted)
    act.note(candidates=len(standing), round=round_.number)
    return round_


def _round_of(act: Act, election: Election) -> Round:
    number = queries.coming_round(election)
    found = queries.round_numbered(election, number)
    if found is not None:
        require(rules.ballots_still_closed(state=found.poll.state))
        return found
    assert election.electorate is not None
    poll = ballot.prepare_poll(
        act,
        election.electorate,
        title=queries.title_of_round(election, number),
        url_name="elections:desk_election",
        url_args={"election_id": str(election.pk)},
    )
    return Round.objects.create(
        community_id=election.community_id,
        election=election,
        number=number,
        day=election.day,
        poll=poll,
    )


def _ask(
    act: Act, round_: Round, office: Any, standing: list[Candidate], *, form: str, seats: int
) -> None:
    question = ballot.ask(
        act,
        round_.poll,
        title=str(office.get_office_display()),
        form=form,
        options=[ballot.Choice(each.name, each.person_id) for each in standing],
        seats=seats,
        # In a further election only those with the most votes stand (art. 19).
        write_ins=seats if round_.number == 1 else 0,
    )
    options = {option.position: option for option in question.options.all()}
    for place, candidate in enumerate(standing, 1):
        candidate.option = options[place]
        candidate.save(update_fields=["option"])


@action("elections.put_on_duty", needs="elections.help")
def put_on_duty(
    act: Act,
    station: Station,
    *,
    task: str,
    begins: time,
    ends: time,
    account: Account | None = None,
    name: str = "",
) -> Duty:
    """Puts somebody on the roster of a station. A candidate and their near relatives do not
    serve; of somebody without an account the name is held against those of the candidates."""
    election = queries.election_of_station(station)
    require(queries.may_serve(election, account, name))
    try:
        with transaction.atomic():
            return Duty.objects.create(
                community_id=station.community_id,
                station=station,
                name=account.label if account else name.strip(),
                account=account,
                task=task,
                begins=begins,
                ends=ends,
            )
    except IntegrityError as error:
        raise Refused(rules.on_duty_once(there=True)) from error


@action("elections.take_off_duty", needs="elections.help")
def take_off_duty(act: Act, duty: Duty) -> None:
    """Takes somebody off the roster."""
    duty.delete()


@action("elections.record_assistance", needs="elections.help")
def record_assistance(act: Act, station: Station, *, way: str, number: int) -> Assistance:
    """How many were helped to vote at a station in one way; said again, it is put right. The
    number alone: whom, nobody writes down."""
    election = queries.election_of_station(station)
    require(rules.help_while_counted(election.state))
    row, _new = Assistance.objects.update_or_create(
        community_id=station.community_id,
        station=station,
        way=way,
        defaults={"number": number},
    )
    act.note(number=number)
    return row


@action("elections.open_polls", needs="elections.run")
def open_polls(act: Act, election: Election, *, seen: int | None = None) -> Election:
    """Opens the vote on its day: the paper made, the stations staffed by name and by nobody who
    is partial, every objection decided. From here on nothing of the paper or the roll changes."""
    round_ = queries.round_to_come(election)
    require(rules.ballots_prepared(0 if round_ is None else 1, 1))
    assert round_ is not None
    findings = queries.opening_conditions(election, round_, local_day(act.at))
    take(act, ELECTION, election, "open_polls", seen=seen, conditions=findings)
    ballot.open_poll(act, round_.poll)
    return election


@action("elections.close_polls", needs="elections.run")
def close_polls(act: Act, election: Election, *, seen: int | None = None) -> Election:
    """Closes the vote for good, when the last box has been sealed; the count begins."""
    round_ = queries.current_round(election)
    require(rules.ballots_prepared(0 if round_ is None else 1, 1))
    assert round_ is not None
    still = queries.stations_not_sealed(round_)
    take(act, ELECTION, election, "close_polls", seen=seen, conditions=[rules.boxes_sealed(still)])
    ballot.close_poll(act, round_.poll)
    act.note(issued=queries.issued_in(round_))
    return election
