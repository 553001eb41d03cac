"""A vacancy is filled: a by-election begins for the rest of the term (art. 24)."""

from collections.abc import Mapping
from datetime import date

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.elections.flows import ELECTION
from linli.governance.elections.models import OFFICES, Election, Membership, Office
from linli.governance.elections.queries.sitting import vacancies
from linli.governance.elections.rules import sitting as rules
from linli.governance.elections.rules.law import election_law
from linli.governance.elections.rules.vacancy import by_election_in_time
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import begin


@action("elections.call_by_election", needs="elections.plan")
def call_by_election(
    act: Act, community: Place, *, title: str, day: date, seats: Mapping[str, int]
) -> Election:
    """Begins the preparation of a by-election for seats that are vacant, on the rules of any
    election; whoever is elected serves until the present term is over."""
    on, places = local_day(act.at), jurisdictions_of(community)
    free = vacancies(community, on)
    wanted = {office: seats.get(office, 0) for office, _title in OFFICES if seats.get(office)}
    require(rules.seats_are_vacant(sum(wanted.values()), _beyond(wanted, free)))
    require(rules.day_still_to_come(day, on))
    leaving = Membership.objects.filter(
        community=community, until__lte=on, term_ends__gt=on, office__in=list(wanted)
    ).order_by("until")
    first, last = leaving.first(), leaving.order_by("term_ends").last()
    assert first is not None
    assert first.until is not None
    assert last is not None
    assert last.term_ends is not None
    require(by_election_in_time(first.until, day, law=election_law(on, places)))
    require(rules.term_still_runs(day, last.term_ends))
    election = Election(
        community=community,
        kind="by_election",
        title=title.strip(),
        day=day,
        term_starts=day,
        term_ends=last.term_ends,
        jurisdiction=places[0] if places else "",
    )
    try:
        with transaction.atomic():
            begin(act, ELECTION, election, "plan")
    except IntegrityError:
        require(rules.one_by_election(False))
    Office.objects.bulk_create(
        Office(
            community=community, election=election, office=office, seats=number, position=position
        )
        for position, (office, number) in enumerate(wanted.items(), 1)
    )
    act.note(day=day.isoformat(), seats=sum(wanted.values()))
    return election


def _beyond(wanted: Mapping[str, int], free: Mapping[str, int]) -> int:
    """How many seats are asked for that are not vacant."""
    return sum(max(0, number - free.get(office, 0)) for office, number in wanted.items())
