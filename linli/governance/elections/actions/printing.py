"""Ballots printed, and what was left over of them destroyed: every serial accounted for."""

from django.db.models import Max

from linli.core.audit.door import Act, action
from linli.governance.elections.models import Printing, Round
from linli.governance.elections.rules import polling as rules
from linli.lib.law import require
from linli.mechanisms.ballot.models import Station

MOST_AT_ONCE = 200
"""Ballots of one run: more is a file that takes minutes to draw and a printer's whole tray."""


@action("elections.print_ballots", needs="elections.run")
def print_ballots(
    act: Act, round_: Round, *, station: Station, number: int, large: bool = False
) -> Printing:
    """Takes the next serials for a station. They stand on the stubs; no ballot bears one."""
    Round.objects.select_for_update().get(community=round_.community_id, pk=round_.pk)
    require(rules.paper_made(questions=round_.poll.questions.count()))
    require(rules.run_fits(number, most=MOST_AT_ONCE))
    require(rules.station_of_round(same=station.poll_id == round_.poll_id))
    require(rules.prints_before_close(state=round_.poll.state))
    runs = Printing.objects.filter(community=round_.community_id, round=round_)
    last = runs.aggregate(last=Max("last"))["last"] or 0
    run = Printing.objects.create(
        community_id=round_.community_id,
        round=round_,
        station=station,
        first=last + 1,
        last=last + number,
        large=large,
        printed_at=act.at,
        printed_by_id=act.by.account,
    )
    act.note(first=run.first, last=run.last)
    return run


@action("elections.destroy_leftovers", needs="elections.run")
def destroy_leftovers(act: Act, run: Printing, *, number: int) -> Printing:
    """Writes down how many of a run were never handed out and were destroyed before witnesses.
    That can only be said once the box is sealed."""
    require(rules.sealed_first(state=run.station.state))
    require(rules.destroyed_of_run(number, run.number))
    run.destroyed, run.destroyed_at = number, act.at
    run.save(update_fields=["destroyed", "destroyed_at"])
    act.note(number=number)
    return run
