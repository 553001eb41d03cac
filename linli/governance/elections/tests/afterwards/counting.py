"""Polls in tests run as on the day: stations, papers handed out, two entries, a witness."""

from uuid import uuid4

from django.db import transaction

from linli.core.access.actions import open_account
from linli.core.audit.actor import Actor
from linli.core.audit.door import Act
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.queries.rolls import electors_of

FOR, AGAINST = {"1": {"marks": {"0": "for"}}}, {"1": {"marks": {"0": "against"}}}


@transaction.atomic
def hold(poll, at, papers, *, carried_off=0, station="居委会投票站"):
    """Holds the vote at one station: `papers` are patterns with their numbers. The poll is open
    when this begins, and closed and counted when it ends."""

    def act(account=None):
        return Act("test", Actor(account=account), at, poll)

    here = ballot.add_station(act(), poll, name=station)
    here.poll = poll
    tellers = {
        part: open_account(label=part, login=f"{part}{uuid4().hex[:9]}@example.org",
                           password="linli-2026", at=at)
        for part in ("first", "second", "witness")
    }  # fmt: skip
    for part, account in tellers.items():
        ballot.name_teller(act(), here, part=part, account=account.pk)
    poll.refresh_from_db()
    ballot.open_station(act(), here)
    returned = sum(number for _pattern, number in papers)
    for elector in electors_of(poll.electorate)[: returned + carried_off]:
        ballot.hand_out(act(), here, elector)
    ballot.close_station(act(), here)
    ballot.close_poll(act(), poll)
    here.refresh_from_db()
    here.poll.refresh_from_db()
    ballot.record_counts(act(), here, returned=returned, unreturned=carried_off)
    for part in ("first", "second"):
        ballot.put_in_sheet(act(tellers[part].pk), here, part=part, key=uuid4(), lines=papers)
    ballot.confirm_count(act(tellers["witness"].pk), here)
    return here
